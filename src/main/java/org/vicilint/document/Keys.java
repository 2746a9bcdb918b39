package org.vicilint.document;

import java.util.Collection;
import java.util.regex.Pattern;
import org.vicilint.model.Suggestions;
import org.vicilint.source.ProblemLog;

/** Problems of keys that mean nothing. */
public final class Keys {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

  private Keys() {}

  /**
   * The key for a message, when it looks like one; what looks like something else may be secret.
   */
  public static String quote(String key) {
    return WORD.matcher(key).matches() ? key : "this key";
  }

  /** Says that the key means nothing here. Its value may be a password under a misspelt name. */
  public static void unknown(
      Node.Entry entry, Collection<String> known, String where, ProblemLog log) {
    log.secretSeen();
    String meant = log.full() ? null : Suggestions.closest(entry.key(), known).orElse(null);
    // A key without a value may be a word that lost its own key, as in {pass, word}.
    boolean shown = meant != null || !Node.isNull(entry.value());
    log.add(
        entry.line(),
        entry.column(),
        (shown ? quote(entry.key()) : "this key") + " is not a key of " + where,
        meant != null
            ? "did you mean " + meant + "?"
            : "use VICIdial's own column names; remove what is none");
  }

  /**
   * Reports an unknown key, with all the keys that there are, where no key of a secret is known.
   */
  public static void notOneOf(
      Node.Entry entry, Collection<String> known, String where, ProblemLog log) {
    String meant = Suggestions.closest(entry.key(), known).orElse(null);
    if (meant == null) {
      log.secretSeen(); // a key of another kind of file, whose values nobody knows
    }
    String hint =
        meant != null ? "did you mean " + meant + "?" : "write one of " + String.join(", ", known);
    log.add(entry.line(), entry.column(), quote(entry.key()) + " is not a key of " + where, hint);
  }
}
