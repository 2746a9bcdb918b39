package org.vicilint.sql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the statements of a script as tokens. Comments are gone; executable ones are not. */
final class Tokenizer {
  private static final int HEX = 16;

  /** Character sets as they stand in front of a text. */
  private static final Set<String> CHARACTERS =
      Set.of("_binary", "_utf8", "_utf8mb3", "_utf8mb4", "_latin1", "_ascii");

  private static final List<String> SYMBOLS =
      List.of("<=>", "<>", "!=", "<=", ">=", ":=", "&&", "||", "<<", ">>");

  private final SqlInput in;
  private final SqlLexer lexer;
  private final SqlMode mode;

  Tokenizer(SqlInput in, SqlLexer lexer, SqlMode mode) {
    this.in = in;
    this.lexer = lexer;
    this.mode = mode;
  }

  /**
   * The rest of the statement, without what ends it; null when the script ends before it does. A
   * last statement may end with the script.
   */
  List<Token> statement() throws IOException {
    List<Token> tokens = new ArrayList<>();
    for (lexer.blanks(); in.peek() != SqlInput.END; lexer.blanks()) {
      if (lexer.atDelimiter()) {
        lexer.skipDelimiter();
        break;
      }
      if (in.peek() == '\\' && clientEnd(in.ahead(1))) {
        in.skip(2); // \G and \g end a statement as well
        break;
      }
      Token token = token();
      if (token == null) {
        return null;
      }
      tokens.add(token);
    }
    return tokens;
  }

  private static boolean clientEnd(int c) {
    return c == 'G' || c == 'g';
  }

  private Token token() throws IOException {
    int line = in.line();
    int column = in.column();
    int c = in.peek();
    if (mode.quotesText(c)) {
      return text(line, column);
    }
    if (c == '`' || c == '"') {
      String name = lexer.quotedName();
      return name == null ? null : new Token(Token.Kind.NAME, name, line, column);
    }
    if (c == '@') {
      return variable(line, column);
    }
    if ((c == '$' || c == '{') && in.ahead(1) == '{') {
      return placeholder(line, column, '}');
    }
    if (c == '$' && in.ahead(1) == '(') {
      return placeholder(line, column, ')');
    }
    if (digit(c) || (c == '.' && digit(in.ahead(1)))) {
      return number(line, column);
    }
    String word = lexer.written();
    if (!word.isEmpty()) {
      return word(word, line, column);
    }
    return symbol(line, column);
  }

  /** A word, or the character set in front of a text, or a text in hexadecimal digits. */
  private Token word(String word, int line, int column) throws IOException {
    if (mode.quotesText(in.peek())) {
      if (word.equalsIgnoreCase("x")) {
        in.next();
        Token token = hex(line, column, false);
        in.next();
        return token;
      }
      if (word.equalsIgnoreCase("n")) {
        return text(line, column);
      }
    }
    if (CHARACTERS.contains(word.toLowerCase(Locale.ROOT))) {
      lexer.blanks();
      return in.peek() == SqlInput.END ? null : token();
    }
    if (word.startsWith("$") && word.length() > 1 && !digit(word.charAt(1))) {
      return new Token(Token.Kind.PLACEHOLDER, word, line, column);
    }
    return new Token(Token.Kind.WORD, word, line, column);
  }

  private Token text(int line, int column) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!lexer.text(bytes)) {
      return null;
    }
    String text = mode.decode(bytes.toByteArray(), bytes.size(), line);
    Optional<String> filled = Placeholders.in(text);
    return filled.isPresent()
        ? new Token(Token.Kind.PLACEHOLDER, filled.get(), line, column)
        : new Token(Token.Kind.TEXT, text, line, column);
  }

  private Token variable(int line, int column) throws IOException {
    in.next();
    boolean system = in.peek() == '@';
    if (system) {
      in.next();
    }
    StringBuilder name = new StringBuilder(system ? "@" : "");
    if (in.peek() == '`' || in.peek() == '\'' || in.peek() == '"') {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      lexer.text(bytes);
      name.append(mode.decode(bytes.toByteArray()));
    } else {
      String part = lexer.written();
      name.append(part);
      while (in.peek() == '.') {
        in.next();
        name.append('.').append(lexer.written());
      }
    }
    return new Token(Token.Kind.VARIABLE, name.toString().toLowerCase(Locale.ROOT), line, column);
  }

  private Token placeholder(int line, int column, char last) throws IOException {
    StringBuilder text = new StringBuilder();
    int c;
    do {
      c = in.next();
      if (c == SqlInput.END) {
        return null;
      }
      text.append((char) c);
    } while (c != last);
    while (last == '}' && in.peek() == '}') {
      text.append((char) in.next());
    }
    return new Token(Token.Kind.PLACEHOLDER, text.toString(), line, column);
  }

  /** Digits, which may turn out to begin a name. */
  private Token number(int line, int column) throws IOException {
    if (in.peek() == '0' && (in.ahead(1) == 'x' || in.ahead(1) == 'X')) {
      in.skip(2);
      return hex(line, column, true);
    }
    StringBuilder text = new StringBuilder();
    boolean exponent = false;
    for (int c = in.peek(); numeric(c, exponent, text); c = in.peek()) {
      exponent |= c == 'e' || c == 'E';
      text.append((char) in.next());
    }
    String behind = lexer.written();
    return behind.isEmpty()
        ? new Token(Token.Kind.NUMBER, text.toString(), line, column)
        : new Token(Token.Kind.WORD, text + behind, line, column);
  }

  private boolean numeric(int c, boolean exponent, CharSequence before) throws IOException {
    if (digit(c)) {
      return true;
    }
    if (c == '.') {
      return !exponent && before.toString().indexOf('.') < 0;
    }
    if (c == 'e' || c == 'E') {
      int next = in.ahead(1);
      return !exponent && (digit(next) || ((next == '+' || next == '-') && digit(in.ahead(2))));
    }
    char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
    return (c == '+' || c == '-') && (last == 'e' || last == 'E');
  }

  /**
   * Reads hexadecimal digits.
   *
   * @param number whether they are a number where one is asked for, as {@code 0x38} is and {@code
   *     x'38'} is not on MariaDB
   */
  private Token hex(int line, int column, boolean number) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder digits = new StringBuilder();
    while (Character.digit(in.peek(), HEX) >= 0) {
      digits.append((char) in.next());
    }
    String even = digits.length() % 2 == 0 ? digits.toString() : "0" + digits;
    for (int i = 0; i < even.length(); i += 2) {
      bytes.write(Integer.parseInt(even.substring(i, i + 2), HEX));
    }
    String text = mode.decode(bytes.toByteArray(), bytes.size(), line);
    int value = number ? value(digits.toString()) : Value.NO_MEMBER;
    return new Token(Token.Kind.TEXT, text, line, column, value);
  }

  /** Returns the number, or the largest one for more: no column of VICIdial's holds that. */
  private static int value(String digits) {
    BigInteger value = digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits, HEX);
    return value.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  private Token symbol(int line, int column) throws IOException {
    for (String symbol : SYMBOLS) {
      if (in.isNext(symbol)) {
        in.skip(symbol.length());
        if (symbol.equals("||") && mode.concatenates()) {
          return new Token(Token.Kind.SYMBOL, "|| of texts", line, column);
        }
        return new Token(Token.Kind.SYMBOL, symbol, line, column);
      }
    }
    return new Token(Token.Kind.SYMBOL, String.valueOf((char) in.next()), line, column);
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
