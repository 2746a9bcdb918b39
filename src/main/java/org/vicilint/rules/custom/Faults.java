package org.vicilint.rules.custom;

/** Receives the faults of an expression. */
interface Faults {

  /**
   * @param at the index of the character at fault
   */
  void add(int at, String reason, String hint);
}
