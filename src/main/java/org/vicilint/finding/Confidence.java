package org.vicilint.finding;

import java.util.Locale;

/** Certainty of a finding. */
public enum Confidence {
  /** It follows from values that the source states, or from what a definition leaves out. */
  CERTAIN,
  /**
   * It also rests on something inferred, for instance that a program uses the account, or on
   * VICIdial's default for a column that a table does not have.
   */
  LIKELY;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in outputs. */
  public String word() {
    return word;
  }
}
