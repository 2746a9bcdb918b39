package org.vicilint.files;

import java.io.IOException;

/** A result could not be written where it could have been; the message is for the user. */
public final class OutputFailure extends IOException {
  private static final long serialVersionUID = 1L;

  public OutputFailure(String message) {
    super(message);
  }
}
