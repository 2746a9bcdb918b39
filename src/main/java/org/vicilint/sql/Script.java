package org.vicilint.sql;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The statements of a script, one after the other. */
public final class Script {
  private final SqlInput in;
  private final SqlMode mode;
  private final Databases databases;
  private final SqlLexer lexer;
  private final Tokenizer tokenizer;
  private boolean cut;
  private int lastLine;

  public Script(SqlInput in, SqlMode mode, Databases databases) {
    this.in = in;
    this.mode = mode;
    this.databases = databases;
    this.lexer = new SqlLexer(in, mode);
    this.tokenizer = new Tokenizer(in, lexer, mode);
  }

  /**
   * A statement and where it begins.
   *
   * @param verb its first word, in upper case
   * @param elsewhere whether it stands in a comment that some servers execute, and others do not
   * @param assigned variables of the session that it sets on its way, to values that are not known
   */
  public record Part(
      Statement statement,
      int line,
      int column,
      String verb,
      boolean elsewhere,
      Set<String> assigned) {}

  /**
   * Returns the next part; null behind the last. Its settings for the reading of others hold from
   * now on.
   */
  public Part next() throws IOException {
    for (lexer.blanks(); in.peek() != SqlInput.END; lexer.blanks()) {
      if (lexer.delimiterCommand()) {
        continue;
      }
      int line = in.line();
      int column = in.column();
      boolean elsewhere = lexer.onlyForOthers();
      List<Token> tokens = tokenizer.statement();
      lastLine = line;
      if (tokens == null) {
        cut = true;
        return null;
      }
      if (!tokens.isEmpty()) {
        Statement statement = new StatementParser(tokens, databases).parse();
        Settings.read(tokens, mode);
        return new Part(statement, line, column, verb(tokens.get(0)), elsewhere, assigned(tokens));
      }
    }
    return null;
  }

  private static Set<String> assigned(List<Token> tokens) {
    Set<String> assigned = new HashSet<>();
    boolean set = tokens.get(0).is("SET");
    boolean load = tokens.get(0).is("LOAD");
    boolean into = false;
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      // SELECT … INTO @a, @b
      into = token.is("INTO") || (into && (token.is(",") || token.kind() == Token.Kind.VARIABLE));
      boolean sign = i + 1 < tokens.size() && tokens.get(i + 1).is(":=");
      boolean own = set && depth == 0; // what SET itself sets is played
      if (token.kind() == Token.Kind.VARIABLE && (load || into || (sign && !own))) {
        assigned.add(token.text());
      }
    }
    return assigned;
  }

  private static String verb(Token token) {
    return token.kind() == Token.Kind.WORD && token.text().matches("[A-Za-z]{1,20}")
        ? token.text().toUpperCase(Locale.ROOT)
        : "statement";
  }

  /** Whether the script ends before its last statement does. */
  public boolean cut() {
    return cut;
  }

  /** Returns the line on which the last statement begins. */
  public int lastLine() {
    return lastLine;
  }
}
