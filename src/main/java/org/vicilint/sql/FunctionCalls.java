package org.vicilint.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the calls of functions in a statement that the server does not have built in. A script or a
 * site has made such a function, and it may change any table when it is called, in a SELECT too.
 */
final class FunctionCalls {
  /** Statements in which a bracket behind a name is no call, or which say themselves what runs. */
  private static final Set<String> WITHOUT =
      Set.of(
          "ALTER",
          "DROP",
          "GRANT",
          "REVOKE",
          "RENAME",
          "CALL",
          "EXECUTE",
          "SOURCE",
          "SYSTEM",
          "OPTIMIZE",
          "CHECK",
          "CHECKSUM",
          "REPAIR",
          "FLUSH",
          "LOCK",
          "PREPARE");

  /** Words behind which the part of CREATE stands that is run, now or later. */
  private static final Set<String> RUN = Set.of("SELECT", "TRIGGER", "EVENT");

  private static final Set<String> DEFINES = Set.of("FUNCTION", "PROCEDURE", "PACKAGE");

  /** Words before the name of a table, or of a query. */
  private static final Set<String> BEFORE_NAME =
      Set.of(
          "INTO",
          "TABLE",
          "INSERT",
          "REPLACE",
          "LOW_PRIORITY",
          "DELAYED",
          "HIGH_PRIORITY",
          "IGNORE",
          "WITH",
          "RECURSIVE",
          "AS");

  /** The longest name of a function. */
  private static final int LONGEST = 64;

  private FunctionCalls() {}

  /** Whether the statement may call such a function. */
  static boolean inside(List<Token> tokens) {
    String verb = tokens.get(0).text().toUpperCase(Locale.ROOT);
    if (WITHOUT.contains(verb)
        || (verb.equals("ANALYZE") && tokens.stream().anyMatch(FunctionCalls::table))) {
      return false;
    }
    int from = verb.equals("CREATE") ? run(tokens) : 0;
    for (int i = from; i + 1 < tokens.size(); i++) {
      if (tokens.get(i + 1).is("(") && called(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean table(Token token) {
    return token.is("TABLE");
  }

  /** Returns the beginning of the part that CREATE runs. */
  private static int run(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (DEFINES.stream().anyMatch(tokens.get(i)::is)) {
        return tokens.size(); // what is called by its name is doubted there
      }
      if (RUN.stream().anyMatch(tokens.get(i)::is)) {
        return i;
      }
    }
    return tokens.size();
  }

  private static boolean called(List<Token> tokens, int name) {
    Token token = tokens.get(name);
    if (!token.named() && token.kind() != Token.Kind.PLACEHOLDER) {
      return false;
    }
    int first = name;
    while (first >= 2 && tokens.get(first - 1).is(".")) {
      first -= 2;
    }
    if (first > 0 && BEFORE_NAME.stream().anyMatch(tokens.get(first - 1)::is)) {
      return false;
    }
    boolean bare = first == name && token.kind() == Token.Kind.WORD;
    return !bare || !Builtins.has(token.text());
  }

  /**
   * Whether the bracket that comes next in a script may be that of such a call, by the word before
   * it.
   */
  static boolean mayOpen(SqlInput in) {
    int at = 1;
    while (blank(in.behind(at))) {
      at++;
    }
    StringBuilder word = new StringBuilder();
    int c = in.behind(at);
    for (; SqlLexer.wordy(c) && word.length() <= LONGEST; c = in.behind(++at)) {
      word.append((char) c);
    }
    boolean ends = word.isEmpty() && c != '`' && c != '"' && c != SqlInput.END && c != '/';
    return !ends && (c == '.' || !Builtins.has(word.reverse().toString()));
  }

  private static boolean blank(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
