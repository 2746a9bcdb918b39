package org.vicilint.diagnosis;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes an answer that is not known safe to show. The server prints values behind the words, and a
 * password may be among them; so only words are shown, and no values.
 */
final class Redaction {
  /** Text in the place of a password, as in the matrix. */
  static final String MASK = "****";

  private static final int LONGEST = 200;

  /**
   * Beginnings of values in all known answers, and of a statement that a server in debugging
   * prints.
   */
  private static final Pattern VALUES =
      Pattern.compile(
          "\\||%7C|&#124;| [-\u2013\u2014] |\\\\u007[cC]"
              + "|(?i:\\bselect\\s.*\\bfrom\\b|\\binsert\\s+into\\b|\\bupdate\\s+\\S+\\s+set\\b|\\bdelete\\s+from\\b)",
          Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_'/-]*[.,:;!?)]*");
  private static final Pattern LOGIN =
      Pattern.compile("(?i)pass|pwd|secret|log.?in|auth|credential|user.?name");

  private final Set<String> vocabulary;

  /**
   * @param vocabulary the words of all known answers, and the names of functions
   */
  Redaction(Set<String> vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The words of an answer up to the first value. */
  String of(String text) {
    var values = VALUES.matcher(text);
    boolean cut = values.find();
    String words = cut ? text.substring(0, values.start()) : text;
    // Where it is about a login, a plain word may be a password, too.
    boolean strict = LOGIN.matcher(words).find();
    StringBuilder shown = new StringBuilder();
    for (String word : words.strip().split("\\s+")) {
      if (shown.length() + word.length() > LONGEST) {
        return shown + " ...";
      }
      if (!shown.isEmpty()) {
        shown.append(' ');
      }
      boolean plain = vocabulary.contains(word) || (!strict && WORD.matcher(word).matches());
      shown.append(plain ? word : MASK);
    }
    return cut ? shown + " ..." : shown.toString();
  }
}
