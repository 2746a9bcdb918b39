package org.vicilint.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with all that is encoded in it decoded, and where each character came from. */
final class Decoded {
  /** No honest text is encoded more often. */
  private static final int MOST_ENCODINGS = 8;

  private static final int HEX = 16;

  /** Full-width forms of ASCII, which browsers turn into it. */
  private static final char FULL_WIDTH_FIRST = '\uff01';

  private static final char FULL_WIDTH_LAST = '\uff5e';
  private static final int FULL_WIDTH_DISTANCE = FULL_WIDTH_FIRST - '!';

  private static final Pattern CODE =
      Pattern.compile(
          "%([0-9a-f]{2})|\\\\u([0-9a-f]{4})|\\\\x([0-9a-f]{2})|&#x([0-9a-f]{1,4});|&#(\\d{1,5});"
              + "|&(equals|colon|amp);",
          Pattern.CASE_INSENSITIVE);

  private final StringBuilder text = new StringBuilder();
  private int[] origin;

  Decoded(String raw) {
    origin = new int[raw.length() + 1];
    for (int i = 0; i < raw.length(); i++) {
      add(raw.charAt(i), i);
    }
    origin[text.length()] = raw.length();
    for (int i = 0; i < MOST_ENCODINGS && decode(); i++) {
      // once more: it may have been encoded twice
    }
  }

  private void add(char c, int from) {
    if (!hidden(c)) {
      origin[text.length()] = from;
      text.append(fullWidth(c) ? (char) (c - FULL_WIDTH_DISTANCE) : c);
    }
  }

  private boolean decode() {
    String before = text.toString();
    Matcher code = CODE.matcher(before);
    if (!code.find()) {
      return false;
    }
    int[] from = origin;
    origin = new int[before.length() + 1];
    text.setLength(0);
    int at = 0;
    do {
      for (; at < code.start(); at++) {
        add(before.charAt(at), from[at]);
      }
      add(character(code), from[at]);
      at = code.end();
    } while (code.find());
    for (; at < before.length(); at++) {
      add(before.charAt(at), from[at]);
    }
    origin[text.length()] = from[before.length()];
    return true;
  }

  private static char character(Matcher code) {
    for (int group = 1; group <= 4; group++) {
      if (code.group(group) != null) {
        return (char) Integer.parseInt(code.group(group), HEX);
      }
    }
    if (code.group(5) != null) {
      return (char) Integer.parseInt(code.group(5));
    }
    return switch (Character.toLowerCase(code.group(6).charAt(0))) {
      case 'e' -> '=';
      case 'c' -> ':';
      default -> '&';
    };
  }

  /** The decoded text, without what nobody sees. */
  String text() {
    return text.toString();
  }

  /** Returns the place in the raw text of a character of the decoded one. */
  int origin(int index) {
    return origin[index];
  }

  /** Whether nobody sees it, so that it may stand within a name. */
  static boolean hidden(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.CONTROL && !Character.isWhitespace(c);
  }

  static boolean fullWidth(char c) {
    return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST;
  }
}
