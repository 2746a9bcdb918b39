package org.vicilint.engine;

/** The consequence of a missing column that decides access. */
public enum Lacking {
  /** A problem: a clean result is not certain, so the run is incomplete. */
  A_PROBLEM,
  /**
   * A problem of a whole table, but a note where the user chose a few columns; a caller that finds
   * nothing there reports a problem.
   */
  A_PROBLEM_OF_WHOLE,
  /** A note: the answer states that it rests on VICIdial's defaults. */
  A_NOTE
}
