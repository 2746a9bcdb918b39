package org.vicilint.takeover.cut;

/**
 * How much takeover there is.
 *
 * @param pairs pairs of an active account and another one that it reaches
 * @param weight the same, each pair counted with the level of the account that is reached (1 for
 *     level 0): what cuts are measured by
 * @param high accounts that reach one of level 9 or more
 */
public record Tally(long pairs, long weight, long high) {
  public static final Tally NONE = new Tally(0, 0, 0);

  static long weight(int level) {
    return Math.max(1, level);
  }

  public Tally plus(Tally other) {
    return new Tally(pairs + other.pairs, weight + other.weight, high + other.high);
  }

  public Tally minus(Tally other) {
    return plus(other.times(-1));
  }

  Tally times(long number) {
    return new Tally(pairs * number, weight * number, high * number);
  }
}
