package org.vicilint.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses and queries that stand in a text without quotes: in prose, comments, or HTTP files. */
final class RawText {
  /**
   * Characters of an address, up to the first blank; the name of the script says that it is one.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://|[\\w./{}$:-]{0,200}(?:non_agent_api|agc/api)\\.php)[^\\s\"<>`“”’|]*",
          Pattern.CASE_INSENSITIVE);

  /** A line of a form's data. */
  private static final Pattern DATA = Pattern.compile("[?&]?\\w{1,40}=[^\\s\"'`;&]*");

  private static final Pattern MORE_DATA =
      Pattern.compile("\\s{0,200}&(?:amp;)?\\w{1,40}=[^\\n\"'`&]*");

  private static final Pattern NEXT_LINE = Pattern.compile("\\s*\\n[ \\t]*[?&](?:amp;)?\\w");

  /** A blank within a value, since another parameter stands behind it on the same line. */
  private static final Pattern BLANK =
      Pattern.compile("[ \\t][^\\n&\"'`<>|]{0,60}&(?:amp;)?\\w{1,40}=[^\\s\"<>`“”’|]*");

  private static final Pattern MORE = Pattern.compile("\\s*\\n[ \\t]*([?&][^\\s\"<>`“”’|]*)");

  /** A place to fill in, as documents write it. */
  private static final Pattern ANGLE =
      Pattern.compile("<[\\w .-]{1,40}>(?=[&\\s\"')<]|$)[^\\s\"<>`“”’|]*");

  private final String text;
  private final int to;

  RawText(String text, int to) {
    this.text = text;
    this.to = to;
  }

  /**
   * Returns the end of the address or the data that begins here; a negative value when none does.
   */
  int end(int at) {
    boolean inWord = at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)));
    if (inWord) {
      return -1;
    }
    Matcher address = ADDRESS.matcher(text).region(at, to);
    if (address.lookingAt()) {
      return trimmed(at, extended(address.end()));
    }
    if (!beginsLine(at)) {
      return -1;
    }
    int end = data(at);
    boolean calls = end > at && text.substring(at, end).contains("function=");
    return calls ? trimmed(at, extended(end)) : -1;
  }

  /** Returns the end of a form's data of at least two parameters; else -1. */
  private int data(int at) {
    Matcher data = DATA.matcher(text).region(at, to);
    Matcher more = MORE_DATA.matcher(text);
    if (!data.lookingAt() || !more.region(data.end(), to).lookingAt()) {
      return -1;
    }
    int end = more.end();
    while (more.region(end, to).lookingAt()) {
      end = more.end();
    }
    return end;
  }

  private boolean beginsLine(int at) {
    int i = at - 1;
    while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i--;
    }
    return i < 0 || text.charAt(i) == '\n';
  }

  int extended(int from) {
    int end = from;
    boolean more = true;
    while (more) {
      more = false;
      for (Pattern pattern : new Pattern[] {ANGLE, BLANK, MORE}) {
        Matcher matcher = pattern.matcher(text).region(end, to);
        if (text.charAt(end - 1) != '\n' && matcher.lookingAt() && fits(pattern, end)) {
          end = matcher.end();
          more = true;
        }
      }
    }
    return end;
  }

  private boolean fits(Pattern pattern, int end) {
    return pattern != ANGLE || text.charAt(end - 1) == '=';
  }

  /** Returns the end without the brackets, quotes and stops around the address. */
  private int trimmed(int from, int end) {
    int last = end;
    int quote = text.substring(from, last).indexOf('\'');
    if (quote >= 0 && (from > 0 && text.charAt(from - 1) == '\'')) {
      last = from + quote;
    }
    while (last > from && ".,;:!)]*_'\\".indexOf(text.charAt(last - 1)) >= 0) {
      if (text.charAt(last - 1) == ']' && text.lastIndexOf('[', last) > from) {
        break;
      }
      last--;
    }
    return last;
  }

  /** Whether the next line begins with another parameter. */
  static boolean goesOn(String text, int lineEnd) {
    return NEXT_LINE.matcher(text).region(lineEnd, text.length()).lookingAt();
  }

  static boolean blankLine(String text, int lineEnd) {
    int next = text.indexOf('\n', lineEnd + 1);
    return text.substring(lineEnd + 1, next < 0 ? text.length() : next).isBlank();
  }
}
