package org.vicilint.finding;

import java.util.Locale;

/** Whether a finding counts. */
public enum Status {
  /** It counts, and fails a run when it is bad enough. */
  OPEN,
  /** A waiver covers it. */
  WAIVED,
  /** A baseline knows it. */
  BASELINED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in outputs. */
  public String word() {
    return word;
  }
}
