package org.vicilint.source;

/**
 * Limits of a source; one beyond them is taken to be hostile or mistaken.
 *
 * @param definitionBytes the size of a file of definitions, which is held in memory
 * @param exportBytes the bytes that may come out of a packed export of any size; beyond them, one
 *     that is packed a thousandfold is refused. Exports are streamed, so nothing else is
 * @param depth how deep lists and mappings may stand in one another
 * @param aliases YAML aliases in a file
 * @param nodes keys, values, lists and mappings in a file of definitions
 * @param problems problems that are listed for one source; the others are counted
 */
public record Limits(
    long definitionBytes, long exportBytes, int depth, int aliases, int nodes, int problems) {
  /** Limits that suit every honest estate. */
  public static final Limits DEFAULT = new Limits(64L << 20, 4L << 30, 32, 100, 10_000_000, 100);

  /** The longest field of a table; MySQL's text columns hold 64 KiB. */
  public static final int FIELD = 1 << 20;
}
