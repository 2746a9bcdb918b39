package org.vicilint.sql.play;

import org.vicilint.sql.Cause;
import org.vicilint.sql.Value;

/**
 * The statement that is played.
 *
 * @param verb its first word, in upper case
 */
record Playing(int line, int column, String verb) {

  Cause cause(String reason) {
    return new Cause(line, column, verb, reason);
  }

  Cause cause(String reason, String hint) {
    return new Cause(line, column, verb, reason, hint);
  }

  Value unknown(String reason) {
    return new Value.Unknown(cause(reason));
  }
}
