package org.vicilint.policy;

import java.util.List;

/**
 * The findings of an earlier run, which are known and do not fail a run any more.
 *
 * @param entries by fingerprint
 */
public record Baseline(List<Entry> entries) {
  /** Nothing is known. */
  public static final Baseline NONE = new Baseline(List.of());

  /** A finding that is known. */
  public record Entry(String fingerprint, String rule, String user) {}

  public Baseline {
    entries = List.copyOf(entries);
  }
}
