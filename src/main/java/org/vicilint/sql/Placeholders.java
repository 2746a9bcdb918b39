package org.vicilint.sql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the places in a script that a shell or a template fills in before the server sees it. */
public final class Placeholders {
  private static final Pattern FILLED =
      Pattern.compile(
          "\\$\\{[^}]*\\}|\\$\\([^)]*\\)|\\{\\{[^}]*\\}\\}|<\\?=?[^?]*\\?>|<%=?[^%]*%>"
              + "|^(?:\\$[A-Za-z_]\\w*|%s|%\\(\\w+\\)s|\\{\\w*\\}|@@\\w+@@)$");

  private static final Pattern SHOWN =
      Pattern.compile("\\$[A-Z_]{2,40}|\\$\\{[A-Za-z_]{2,40}\\}|\\{\\{ ?[A-Za-z_.]{2,40} ?\\}\\}");

  private Placeholders() {}

  /** The first one in a text. */
  public static Optional<String> in(String text) {
    if (!mayHold(text)) {
      return Optional.empty();
    }
    Matcher filled = FILLED.matcher(text);
    return filled.find() ? Optional.of(filled.group()) : Optional.empty();
  }

  /** Whether any of the characters is there with which one begins; a dump has millions of texts. */
  private static boolean mayHold(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' || c == '{' || c == '%' || c == '<' || c == '@') {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the name as a message shows it. Text that does not look like a variable's name may be a
   * password.
   */
  public static String shown(String placeholder) {
    return SHOWN.matcher(placeholder).matches() ? placeholder : "a value";
  }
}
