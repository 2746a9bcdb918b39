package org.vicilint.sql.play;

import java.util.HashMap;
import java.util.Map;
import org.vicilint.sql.Cause;
import org.vicilint.sql.Value;

/** The variables of a session. */
final class Variables {
  private final Map<String, Value> values = new HashMap<>();

  /** Value of the variables that no visible statement has set. */
  private Value others = Value.NULL;

  Value get(String name) {
    return values.getOrDefault(name, others);
  }

  void put(String name, Value value) {
    values.put(name, value);
  }

  /** Records a statement that may have set any of them. */
  void lose(Cause cause) {
    values.clear();
    others = new Value.Unknown(cause);
  }

  /** Begins another session, in which no variable is set. */
  void restart() {
    values.clear();
    others = Value.NULL;
  }
}
