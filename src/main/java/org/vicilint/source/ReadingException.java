package org.vicilint.source;

import java.io.IOException;

/** A source cannot be read on, and it is known why. The message quotes nothing of it. */
public final class ReadingException extends IOException {
  private static final long serialVersionUID = 1;

  private final String hint;

  /**
   * @param reason what is wrong
   * @param hint what to do about it
   */
  public ReadingException(String reason, String hint) {
    super(reason);
    this.hint = hint;
  }

  /** Says why reading stopped; what is not known better is the file's or the disk's fault. */
  public static void report(IOException e, ProblemLog log) {
    if (e instanceof ReadingException known) {
      log.add(known.getMessage(), known.hint);
    } else {
      log.add("reading failed", "check the file and its disk, and try again");
    }
  }
}
