package org.vicilint.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.code.SourceToken.Kind;

/**
 * Takes the text of a program apart, whatever its language: texts in quotes, names, marks, comments
 * and addresses. Text that is no program, such as the prose of a document, yields words that have
 * no use; only its addresses count.
 */
final class Lexer {
  private static final Pattern COMMENT =
      Pattern.compile("//[^\\n]*|/\\*(?s:.*?)(?:\\*/|\\z)|<!--(?s:.*?)(?:-->|\\z)|#[^\\n]*");

  private static final Pattern NAME = Pattern.compile("[$@]{0,2}[A-Za-z_]\\w*|\\$(?=\\()");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\w.]*");
  private static final Pattern TWO =
      Pattern.compile("=>|\\+=|\\.=|:=|->|::|==|!=|&&|\\|\\||\\*\\*|&=|<<|\\?\\.");

  private static final Pattern PREFIX = Pattern.compile("[$@fFrRbBuU]{1,2}(?=[\"'`])");
  private static final String TRIPLE = "\"\"\"";

  /** Number of lines that a text may reach over. */
  private static final int MOST_LINES = 40;

  private final String text;
  private final List<SourceToken> tokens = new ArrayList<>();
  private final List<int[]> comments = new ArrayList<>();
  private final RawText raw;
  private int at;
  private final int to;

  private Lexer(String text, int from, int to) {
    this.text = text;
    this.at = from;
    this.to = to;
    this.raw = new RawText(text, to);
  }

  /** The words of a part of the text. */
  static Lexer of(String text, int from, int to) {
    Lexer lexer = new Lexer(text, from, to);
    while (lexer.at < to) {
      lexer.next();
    }
    return lexer;
  }

  List<SourceToken> tokens() {
    return tokens;
  }

  /** Returns the places of the comments, without the signs that begin them; neighbours are one. */
  List<int[]> comments() {
    return comments;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      add(Kind.LINE, "\n", at + 1);
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (!raw() && !comment(c) && !prefixed() && !quoted(c, at, "")) {
      word(c);
    }
  }

  private void word(char c) {
    if (!take(NAME, Kind.NAME) && !take(NUMBER, Kind.NUMBER) && !take(TWO, Kind.MARK)) {
      add(Kind.MARK, String.valueOf(c), at + 1);
    }
  }

  private boolean raw() {
    int end = raw.end(at);
    if (end < 0) {
      return false;
    }
    String value = Literal.raw(text.substring(at, end));
    add(Kind.RAW, value, end);
    return true;
  }

  private boolean comment(char c) {
    boolean begins = c == '/' || c == '<';
    if (c == '#') {
      begins = at == 0 || Character.isWhitespace(text.charAt(at - 1));
    }
    Matcher matcher = begins ? matcher(COMMENT) : null;
    if (matcher == null || !matcher.lookingAt()) {
      return false;
    }
    int sign = c == '#' ? 1 : c == '<' ? "<!--".length() : 2;
    int from = Math.min(at + sign, matcher.end());
    int[] last = comments.isEmpty() ? null : comments.get(comments.size() - 1);
    boolean joins = last != null && text.substring(last[1], at).isBlank();
    if (joins) {
      last[1] = matcher.end();
    } else {
      comments.add(new int[] {from, matcher.end()});
    }
    at = matcher.end();
    return true;
  }

  private boolean prefixed() {
    boolean inWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    Matcher matcher = matcher(PREFIX);
    return !inWord
        && matcher.lookingAt()
        && quoted(text.charAt(matcher.end()), matcher.end(), matcher.group());
  }

  /** Takes a text in quotes; false when there is none, or its end is not to be found. */
  private boolean quoted(char quote, int from, String prefix) {
    if (quote != '"' && quote != '\'' && quote != '`') {
      return false;
    }
    boolean apostrophe =
        quote == '\''
            && prefix.isEmpty()
            && from > 0
            && Character.isLetter(text.charAt(from - 1))
            && from + 1 < to
            && Character.isLetter(text.charAt(from + 1));
    int width =
        text.startsWith(TRIPLE.replace('"', quote), from) && from + TRIPLE.length() < to
            ? TRIPLE.length()
            : 1;
    if (apostrophe || (quote == '`' && width > 1)) {
      return false;
    }
    boolean plain = prefix.contains("@") || prefix.matches("(?i).*r.*");
    int end = end(quote, from + width, width, plain);
    if (end < 0) {
      return false;
    }
    String value = Literal.of(text.substring(from + width, end), quote, plain);
    add(Kind.TEXT, attribute() ? Literal.entities(value) : value, end + width);
    return true;
  }

  /** Whether what follows is the value of an attribute of HTML. */
  private boolean attribute() {
    int size = tokens.size();
    return size > 1
        && tokens.get(size - 1).is("=")
        && tokens.get(size - 2).text().matches("(?i)href|src|action|url|value|content");
  }

  private int end(char quote, int from, int width, boolean plain) {
    String closing = String.valueOf(quote).repeat(width);
    int lines = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\\' && !plain) {
        i++;
      } else if (text.startsWith(closing, i)) {
        return i;
      } else if (c == '\n') {
        lines++;
        boolean goesOn = width > 1 || quote == '`' || RawText.goesOn(text, i);
        if (!goesOn || lines > MOST_LINES || RawText.blankLine(text, i)) {
          return -1;
        }
      }
    }
    return -1;
  }

  private boolean take(Pattern pattern, Kind kind) {
    Matcher matcher = matcher(pattern);
    if (!matcher.lookingAt()) {
      return false;
    }
    add(kind, matcher.group(), matcher.end());
    return true;
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(text).region(at, to);
  }

  private void add(Kind kind, String value, int end) {
    tokens.add(new SourceToken(kind, value, at, end));
    at = end;
  }
}
