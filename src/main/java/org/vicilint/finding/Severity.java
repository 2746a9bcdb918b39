package org.vicilint.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Severity of a finding, from the worst. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in options, pages and outputs. */
  public String word() {
    return word;
  }

  /** Whether this is as bad as the other, or worse. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  /** The severity of this word. */
  public static Optional<Severity> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }
}
