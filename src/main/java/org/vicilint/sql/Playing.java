package org.vicilint.sql;

/**
 * The statement that is played.
 *
 * @param verb its first word, in upper case
 */
record Playing(int line, int column, String verb) {

  Cause cause(String reason) {
    return new Cause(line, column, verb, reason);
  }

  Value unknown(String reason) {
    return new Value.Unknown(cause(reason));
  }
}
