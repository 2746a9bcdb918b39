package org.vicilint.render;

import org.vicilint.finding.Severity;

/** Colours of a terminal, or none. Severity never rests on colour alone: its word stands there. */
public enum Style {
  /** Plain text. */
  PLAIN,
  /** ANSI colours. */
  COLOURS;

  /** Returns emphasized text. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** Returns dimmed text. */
  public String dim(String text) {
    return paint("2", text);
  }

  /** Returns text in the colour of a good result. */
  public String green(String text) {
    return paint("32", text);
  }

  /** Returns text in the colour of a bad result. */
  public String red(String text) {
    return paint("31", text);
  }

  /** Returns text in the colour of a severity. */
  public String severity(Severity severity, String text) {
    return switch (severity) {
      case CRITICAL -> paint("1;97;41", text);
      case HIGH -> paint("1;31", text);
      case MEDIUM -> paint("1;33", text);
      case LOW -> paint("36", text);
      case INFO -> paint("2", text);
    };
  }

  private String paint(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
