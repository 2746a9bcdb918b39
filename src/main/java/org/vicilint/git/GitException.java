package org.vicilint.git;

/** What git was asked for cannot be had; the message says what and why, for the user. */
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
