package org.vicilint.sql.play;

/** The server would refuse a statement here. It is caught where statements are played. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  Refused(String reason) {
    super(reason, null, false, false);
  }
}
