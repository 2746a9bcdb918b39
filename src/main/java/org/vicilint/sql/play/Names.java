package org.vicilint.sql.play;

import java.util.regex.Pattern;

/** Names of a script in messages. */
final class Names {
  private static final Pattern OF_VICIDIAL =
      Pattern.compile(
          "(?:vicidial|system|phones|servers|live|recording|user|call)(?:_[a-z_]{1,40})?");

  private Names() {}

  /** The name of a table of VICIdial's; another may be a word that lost its quotes. */
  static String table(String name) {
    return OF_VICIDIAL.matcher(name).matches() ? name : "another table";
  }
}
