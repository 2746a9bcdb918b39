package org.vicilint.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Name of an expression of a program: the variable in it. */
final class VariableNames {
  /** A function around something. */
  private static final Pattern CALL = Pattern.compile("(?s)!?[$\\w.:>-]+\\s*\\((.+)\\)");

  /** Notation of formats behind a name. */
  private static final Pattern FORMAT = Pattern.compile("(![rsa])?(:[^'\"\\])]*)?$");

  private static final Pattern NAME =
      Pattern.compile(
          "[$@]{0,2}[A-Za-z_]\\w*(?:(?:\\??\\.|->|::)\\$?[A-Za-z_]\\w*|\\[['\"]?\\w+['\"]?])*");

  private static final int LONGEST = 300;

  private VariableNames() {}

  /** Returns the name of the expression's value; empty when it has none. */
  static String of(String expression) {
    String inner = expression.strip();
    inner = inner.substring(0, Math.min(LONGEST, inner.length()));
    Matcher call = CALL.matcher(inner);
    while (call.matches()) {
      inner = call.group(1).strip();
      call = CALL.matcher(inner);
    }
    inner = FORMAT.matcher(inner).replaceFirst("");
    if (inner.matches("\\d{0,2}")) {
      return inner;
    }
    Matcher name = NAME.matcher(inner);
    return name.find() ? name.group().replace("?.", ".") : "";
  }
}
