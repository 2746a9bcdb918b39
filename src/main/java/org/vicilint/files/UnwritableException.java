package org.vicilint.files;

/** A file that may not be replaced; its message says why, and that nothing was changed. */
public final class UnwritableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnwritableException(String message) {
    super(message);
  }
}
