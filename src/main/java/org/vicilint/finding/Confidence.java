package org.vicilint.finding;

import java.util.Locale;

/** How sure a finding is. */
public enum Confidence {
  /** It follows from values that the source states, or VICIdial's defaults. */
  CERTAIN,
  /** It also rests on something inferred, for instance that a program uses the account. */
  LIKELY;

  /** The word in outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
