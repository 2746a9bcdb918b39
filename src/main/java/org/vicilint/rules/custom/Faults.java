package org.vicilint.rules.custom;

/** Takes what is wrong in an expression. */
interface Faults {

  /**
   * @param at the index of the character at fault
   */
  void add(int at, String reason, String hint);
}
