package org.vicilint.sql;

/** Names of a script in messages. */
final class Names {
  private static final int LONGEST = 40;

  private Names() {}

  /** The name when it looks like one; what looks like something else may be secret. */
  static String shown(String name) {
    return name.length() <= LONGEST && name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "…";
  }
}
