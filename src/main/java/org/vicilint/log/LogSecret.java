package org.vicilint.log;

import java.util.Set;

/**
 * Decides whether a log's column {@code data} holds a password, without ever making a text of it.
 * The log entry of a new account, of a copied one and of a login that the Agent API refuses is a
 * list whose second field is the password.
 */
final class LogSecret {
  private static final Set<String> SETTERS = Set.of("add_user", "copy_user");

  private LogSecret() {}

  /** Whether the function sets a password that the log gets, too. */
  static boolean sets(String function) {
    return SETTERS.contains(function);
  }

  /** Whether a password stands here; an empty one, or one of stars alone, was taken out. */
  static boolean in(byte[] bytes, int from, int to) {
    int start = from;
    while (start < to && bytes[start] != '|') {
      start++;
    }
    if (start == to) {
      return to > from; // not the form that is known: it may well be one
    }
    for (int i = start + 1; i < to && bytes[i] != '|'; i++) {
      if (bytes[i] != '*' && bytes[i] != ' ') {
        return true;
      }
    }
    return false;
  }
}
