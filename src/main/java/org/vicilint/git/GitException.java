package org.vicilint.git;

/** Refusal of a request to git; the message says what failed and why, for the user. */
public final class GitException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean usage;

  GitException(boolean usage, String message) {
    super(message);
    this.usage = usage;
  }

  /** Whether another revision or path would help; otherwise git itself is missing or failed. */
  public boolean usage() {
    return usage;
  }
}
