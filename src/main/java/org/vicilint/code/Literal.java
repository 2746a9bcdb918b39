package org.vicilint.code;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a text in quotes, or of an address in prose. Any language's notation of a variable
 * in a text becomes a {@link Hole}, whatever the language: in a query, {@code {4}} is never meant
 * as it stands.
 */
public final class Literal {
  private static final Pattern NAMED =
      Pattern.compile("\\$[A-Za-z_]\\w*(?:->\\w+|\\[['\"]?\\w+['\"]?]){0,8}(?![\\w=])");

  private static final Pattern FORMAT =
      Pattern.compile("%\\((\\w+)\\)[a-z]|%(?:[svqiu@]|[df](?![0-9A-Fa-f]))");

  private static final Pattern ENTITY =
      Pattern.compile("&(amp|quot|lt|gt|#38|#x26|#39|#x3D|#61);", Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> ENTITIES =
      Map.of(
          "amp", "&", "quot", "\"", "lt", "<", "gt", ">", "#38", "&", "#x26", "&", "#39", "'",
          "#x3d", "=", "#61", "=");

  /**
   * Marks that documents and templates write where a value is to be put, alone behind the equals
   * sign.
   */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?<==)(?:<([\\w .-]{1,40})>|\\[([A-Za-z_ -]{1,40})]|%([A-Za-z_]\\w*)%|:([A-Za-z_]\\w*)"
              + "|\\$([A-Za-z_]\\w*|\\d)|%(\\d)|(\\.\\.\\.|…|[xX]{3,}|\\*{3,}|_{3,}))(?=&|$)");

  /** A value that is nothing but a place to fill in. */
  private static final Pattern ALONE =
      Pattern.compile(
          "\\{\\{[^{}]{1,60}}}|[$#]\\{[^{}]{1,60}}|\\{[\\w .]{0,40}}|%\\(\\w{1,40}\\)s|%s|\\$\\d"
              + "|\\$[A-Za-z_]\\w*|%[A-Za-z_]\\w*%|%\\d|\\$\\([^()]{1,60}\\)|<[\\w .-]{1,40}>"
              + "|(?:YOUR|MY|THE)(?:_[A-Z0-9]+)+|[A-Z0-9_]+_(?:HERE|PLACEHOLDER)");

  /** Marks that the server's own scripts or a shell fill in, wherever they stand in a value. */
  private static final Pattern WITHIN = Pattern.compile("--A--\\w{1,40}--B--|\\$\\(\\((?=.)");

  private static final Pattern BREAK = Pattern.compile("\\s*\\n\\s*(?=[&?]|$)");
  private static final int HEX = 16;

  private final String text;
  private final char quote;
  private final boolean plain;
  private final StringBuilder value = new StringBuilder();
  private int at;

  private Literal(String text, char quote, boolean plain) {
    this.text = text;
    this.quote = quote;
    this.plain = plain;
  }

  /**
   * The value of what stands between two quotes.
   *
   * @param plain whether a backslash is one
   */
  static String of(String text, char quote, boolean plain) {
    return places(new Literal(text, quote, plain).value());
  }

  /** The value of an address or a query that stands in a text without quotes. */
  public static String raw(String text) {
    return of(entities(text.replace("^&", "&")), '\'', true);
  }

  /** Turns places to fill in into holes; other text, of a list's value say, stays. */
  public static String places(String text) {
    String joined = BREAK.matcher(text).replaceAll("");
    return PLACE
        .matcher(joined)
        .replaceAll(
            m -> {
              for (int i = 1; i <= m.groupCount(); i++) {
                if (m.group(i) != null) {
                  return Matcher.quoteReplacement(Hole.of(m.group(i)));
                }
              }
              return "";
            });
  }

  /** Whether a value is a place that somebody has yet to fill in, or holds one of a server. */
  public static boolean place(String value) {
    return ALONE.matcher(value).matches() || WITHIN.matcher(value).find();
  }

  /** The signs that HTML writes for others. */
  static String entities(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(m -> ENTITIES.get(m.group(1).toLowerCase(java.util.Locale.ROOT)));
  }

  private String value() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && !plain && at + 1 < text.length()) {
        escape();
      } else if (!bracketed(c) && !matched(c)) {
        value.append(c);
        at++;
      }
    }
    return value.toString();
  }

  private void escape() {
    char next = text.charAt(at + 1);
    at += 2;
    if (next == '(') {
      at--;
      hole(at, ')', 1);
    } else if (next == 'u' || next == 'x') {
      code(next == 'u' ? 4 : 2, next);
    } else if (next == '\n') {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    } else if (next == 'n' || next == 'r' || next == 't') {
      value.append('\n');
    } else {
      value.append("\"'`\\/$#{}&=?-._".indexOf(next) < 0 ? "\\" : "").append(next);
    }
  }

  private void code(int digits, char sign) {
    String hex = text.substring(at, Math.min(text.length(), at + digits));
    if (hex.matches("[0-9A-Fa-f]{" + digits + "}")) {
      value.append((char) Integer.parseInt(hex, HEX));
      at += digits;
    } else {
      value.append('\\').append(sign);
    }
  }

  /** Takes a variable in brackets: {@code ${x}}, {@code #{x}}, {@code $(x)}, {@code {{x}}}. */
  private boolean bracketed(char c) {
    if ((c == '$' || c == '#') && at + 1 < text.length()) {
      char next = text.charAt(at + 1);
      boolean opens = next == '{' || (next == '(' && c == '$');
      return opens && hole(at + 1, next == '{' ? '}' : ')', 1);
    }
    return c == '{' && (text.startsWith("{{", at) && hole(at, '}', 2) || hole(at, '}', 1));
  }

  private boolean hole(int opening, char closing, int width) {
    char opens = text.charAt(opening);
    int depth = 0;
    for (int i = opening; i < text.length() && text.charAt(i) != '\n'; i++) {
      depth += text.charAt(i) == opens ? 1 : text.charAt(i) == closing ? -1 : 0;
      if (depth == 0) {
        String inner = text.substring(opening + width, Math.max(opening + width, i - width + 1));
        if (inner.strip().matches("(?s)[\"'].*[\"']\\s*:.*") || i - width + 1 < opening + width) {
          return false;
        }
        value.append(Hole.of(VariableNames.of(inner)));
        at = i + 1;
        return true;
      }
    }
    return false;
  }

  private boolean matched(char c) {
    if (c == '$' && quote != '\'') {
      Matcher name = NAMED.matcher(text).region(at, text.length());
      if (name.lookingAt()) {
        value.append(Hole.of(name.group()));
        at = name.end();
        return true;
      }
    }
    Matcher format = FORMAT.matcher(text).region(at, text.length());
    if (c == '%' && format.lookingAt()) {
      value.append(Hole.of(format.group(1) == null ? "%s" : format.group(1)));
      at = format.end();
      return true;
    }
    return false;
  }
}
