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

  private Placeholders() {}

  /** The first one in a text. */
  public static Optional<String> in(String text) {
    if (text.indexOf('$') < 0
        && text.indexOf('{') < 0
        && text.indexOf('%') < 0
        && text.indexOf('<') < 0
        && text.indexOf('@') < 0) {
      return Optional.empty();
    }
    Matcher filled = FILLED.matcher(text);
    return filled.find() ? Optional.of(filled.group()) : Optional.empty();
  }

  /** A name for a message: what stands there may be more than a name. */
  public static String shown(String placeholder) {
    Matcher name = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,39}").matcher(placeholder);
    return name.find() ? name.group() : "a value";
  }
}
