package org.vicilint.database;

import org.vicilint.source.ProblemLog;

/**
 * A way in which a live database failed.
 *
 * @param reason what happened, without any text of the server's
 * @param hint what to do about it
 * @param kind what it means for the rest
 */
record DatabaseFault(String reason, String hint, Kind kind) {

  /** Consequence of a fault for the rest of the run. */
  enum Kind {
    /** The session is over. */
    GONE,
    /** There is no such table or column. */
    MISSING,
    /** The account may not read it. */
    DENIED,
    /** Anything else; the session goes on. */
    OTHER
  }

  void report(ProblemLog log) {
    log.add(reason, hint);
  }

  boolean gone() {
    return kind == Kind.GONE;
  }
}
