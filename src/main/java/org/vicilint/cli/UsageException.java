package org.vicilint.cli;

/** The command line cannot be understood; the message is for the user. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
