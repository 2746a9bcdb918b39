package org.vicilint.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vicilint.model.Suggestions;

/** The keys of a definition, and what is said of others. */
final class Keys {
  static final List<String> TOP = List.of("accounts", "groups", "phones");
  static final Set<String> OF_DECLARATION =
      Set.of("kind", "owner", "purpose", "used_by", "functions");

  /** Everything that an account may say. */
  static final List<String> OF_ACCOUNT = ofAccount();

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

  private Keys() {}

  /** Every word that may be a key anywhere. */
  static Set<String> all() {
    Set<String> all = new TreeSet<>(OF_ACCOUNT);
    all.addAll(Table.GROUPS.names());
    all.addAll(TOP);
    return all;
  }

  private static List<String> ofAccount() {
    List<String> all = new ArrayList<>(Table.USERS.names());
    all.addAll(OF_DECLARATION);
    return List.copyOf(all);
  }

  /**
   * The key for a message, when it looks like one; what looks like something else may be secret.
   */
  static String quote(String key) {
    return WORD.matcher(key).matches() ? key : "this key";
  }

  /** Says that the key means nothing here. Its value may be a password under a misspelt name. */
  static void unknown(Node.Entry entry, Collection<String> known, String where, ProblemLog log) {
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
}
