package org.vicilint.input.sql;

import java.util.regex.Pattern;

/** Recognises SQL, and shell scripts that hold some, by their beginning. */
public final class SqlSign {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?is)(?:insert|replace|update|delete|truncate|create|drop|alter|rename|set|use|start|begin|commit"
              + "|rollback|lock|unlock|load|select|with|call|grant|revoke|delimiter|prepare|execute|source"
              + "|show|flush)[\\s;(`][^:].*|/\\*M?!.*");

  private static final Pattern SHELL =
      Pattern.compile("#!\\s*\\S*?/(?:env\\s+)?(?:ba|da|k|z)?sh\\b.*");

  private SqlSign() {}

  /** Whether a text begins with a statement of SQL, or with comments of the form that SQL uses. */
  public static boolean begins(String text) {
    String rest = withoutComments(text);
    return STATEMENT.matcher(rest).matches()
        || (rest.isEmpty() && text.stripLeading().matches("(?s)(?:--\\s|/\\*).*"));
  }

  /** Whether a text begins as a script that a shell runs. */
  public static boolean shell(String text) {
    return SHELL.matcher(text.lines().findFirst().orElse("")).matches();
  }

  private static String withoutComments(String text) {
    String rest = text.stripLeading();
    while (true) {
      int end;
      if (rest.startsWith("#") || rest.matches("(?s)--\\s.*|--")) {
        end = rest.indexOf('\n');
      } else if (rest.startsWith("/*") && !rest.startsWith("/*!") && !rest.startsWith("/*M!")) {
        int close = rest.indexOf("*/");
        end = close < 0 ? -1 : close + 1;
      } else {
        return rest;
      }
      if (end < 0) {
        return "";
      }
      rest = rest.substring(end + 1).stripLeading();
    }
  }
}
