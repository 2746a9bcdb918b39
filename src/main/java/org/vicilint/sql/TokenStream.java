package org.vicilint.sql;

import java.util.List;
import java.util.Locale;

/** The tokens of a statement, one after the other. */
final class TokenStream {
  private final List<Token> tokens;
  private final Token end;
  private final Databases databases;
  private int at;

  TokenStream(List<Token> tokens, Databases databases) {
    this.tokens = tokens;
    this.databases = databases;
    Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    this.end =
        new Token(
            Token.Kind.END, "", last == null ? 1 : last.line(), last == null ? 1 : last.column());
  }

  Token peek() {
    return ahead(0);
  }

  Token ahead(int n) {
    return at + n < tokens.size() ? tokens.get(at + n) : end;
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  boolean is(String word) {
    return peek().is(word);
  }

  /** Takes the words when all of them come next. */
  boolean accept(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!ahead(i).is(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  boolean acceptAny(String... words) {
    for (String word : words) {
      if (accept(word)) {
        return true;
      }
    }
    return false;
  }

  void expect(String word) throws Unparsed {
    if (!accept(word)) {
      throw unparsed();
    }
  }

  /** A name in lower case; the last part of a dotted one. */
  String name() throws Unparsed {
    String name = part();
    while (is(".")) {
      next();
      name = part();
    }
    return name;
  }

  /** The name of a table in lower case; with a dot in front in a database not the dialer's. */
  String table() throws Unparsed {
    String name = part();
    String database = null;
    while (is(".")) {
      next();
      database = name;
      name = part();
    }
    if (databases.isUnsure(database, name)) {
      throw new Unparsed("only the server knows whether its database is the dialer's");
    }
    return databases.isForeign(database, name) ? "." + name : name;
  }

  String part() throws Unparsed {
    Token token = next();
    if (token.kind() == Token.Kind.PLACEHOLDER) {
      // A database that is filled in does not matter, a table does.
      if (is(".")) {
        return "";
      }
      throw new Unparsed(filledIn(token), true);
    }
    if (!token.named() && token.kind() != Token.Kind.NUMBER) {
      throw unparsed();
    }
    return token.text().toLowerCase(Locale.ROOT);
  }

  static String filledIn(Token token) {
    return Placeholders.shown(token.text()) + " is filled in by a shell or a template";
  }

  /** Skips to the comma or bracket that ends the expression, or to one of these words. */
  void skipExpression(String... stops) {
    int depth = 0;
    for (; !atEnd(); next()) {
      Token token = peek();
      if (depth == 0 && (token.is(",") || token.is(")"))) {
        return;
      }
      for (String stop : stops) {
        if (depth == 0 && token.kind() == Token.Kind.WORD && token.is(stop)) {
          return;
        }
      }
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
  }

  Unparsed unparsed() {
    return new Unparsed("it has a part that vicilint does not play");
  }

  /** The statement goes on in a way that is not played. */
  static final class Unparsed extends Exception {
    private static final long serialVersionUID = 1;

    /** Whether even the table is not known. */
    private final boolean anyTable;

    Unparsed(String reason) {
      this(reason, false);
    }

    Unparsed(String reason, boolean anyTable) {
      super(reason, null, false, false);
      this.anyTable = anyTable;
    }

    boolean anyTable() {
      return anyTable;
    }
  }
}
