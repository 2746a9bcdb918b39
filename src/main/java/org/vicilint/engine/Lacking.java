package org.vicilint.engine;

/** What it is that a table lacks a column that decides. */
public enum Lacking {
  /** What is called clean would not be known to be: the run is incomplete. */
  A_PROBLEM,
  /**
   * The same, but a note where a few columns were chosen; whoever finds nothing there makes a
   * problem of it.
   */
  A_PROBLEM_OF_WHOLE,
  /** The answer to a question tells what it rests on, here VICIdial's defaults. */
  A_NOTE
}
