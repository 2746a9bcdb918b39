package org.vicilint.engine;

import java.time.LocalDate;
import java.util.List;

/**
 * Metadata of a run, for outputs that are archived and reproduced.
 *
 * @param version vicilint's own version
 * @param date the date of the run, which decides whether waivers are expired and accounts stale
 * @param sources the paths that were read, as they were given
 * @param options the options that decide what is found, each with its value, in order
 * @param baseline whether the run was compared with a baseline
 */
public record RunMetadata(
    String version, LocalDate date, List<String> sources, List<String> options, boolean baseline) {
  /** The metadata of results that are not archived, such as the examples on rule pages. */
  public static final RunMetadata NONE =
      new RunMetadata("", LocalDate.EPOCH, List.of(), List.of(), false);

  public RunMetadata {
    sources = List.copyOf(sources);
    options = List.copyOf(options);
  }
}
