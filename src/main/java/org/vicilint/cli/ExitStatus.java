package org.vicilint.cli;

/** Exit statuses of vicilint. The format of an output never changes them. */
final class ExitStatus {
  /** Nothing at or above the fail level; the answer is yes. */
  static final int OK = 0;

  /** Findings; the answer is no. */
  static final int FINDINGS = 1;

  /** Wrong usage. */
  static final int USAGE = 2;

  /** An input could not be read or recognised, or there was nothing to check. Wins over 1. */
  static final int INCOMPLETE = 3;

  private ExitStatus() {}
}
