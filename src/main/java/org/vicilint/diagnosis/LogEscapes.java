package org.vicilint.diagnosis;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.text.PasswordNames;

/**
 * Takes off what logs put around an answer: the escapes of JSON, one in another, of HTML and of
 * addresses.
 */
final class LogEscapes {
  /** Depth of JSON within JSON, at most. */
  private static final int DEEPEST = 4;

  private static final int HEX = 16;

  private static final Pattern CHARACTER = Pattern.compile("\\\\u00([0-7][0-9a-fA-F])");

  private static final List<String[]> ENTITIES =
      List.of(
          new String[] {"&amp;", "&"},
          new String[] {"&quot;", "\""},
          new String[] {"&#34;", "\""},
          new String[] {"&#39;", "'"},
          new String[] {"&nbsp;", " "},
          new String[] {"&#160;", " "},
          new String[] {"&lt;", "<"},
          new String[] {"&gt;", ">"},
          new String[] {"&#124;", "|"},
          new String[] {"&#x7c;", "|"},
          new String[] {"&#x7C;", "|"},
          new String[] {"&vert;", "|"},
          new String[] {"&verbar;", "|"},
          new String[] {"&VerticalLine;", "|"});

  /** Beginning of an answer in an address, or in a form that is sent on. */
  private static final Pattern ENCODED = Pattern.compile("(?:ERROR|NOTICE|SUCCESS)%3[aA](%20|\\+)");

  private LogEscapes() {}

  /** The text without escapes. */
  static String without(String line) {
    String text = line;
    if (text.indexOf('%') >= 0) {
      Matcher encoded = ENCODED.matcher(text);
      if (encoded.find()) {
        text = PasswordNames.decoded(encoded.group(1).equals("+") ? text.replace('+', ' ') : text);
      }
    }
    if (text.indexOf('&') >= 0) {
      for (String[] entity : ENTITIES) {
        text = text.replace(entity[0], entity[1]);
      }
    }
    for (int i = 0; i < DEEPEST && text.indexOf('\\') >= 0; i++) {
      String before = text;
      text =
          text.replace("\\\"", "\"")
              .replace("\\/", "/")
              .replace("\\r", "\r")
              .replace("\\n", "\n")
              .replace("\\t", "\t");
      if (text.contains("\\u00")) {
        text = CHARACTER.matcher(text).replaceAll(LogEscapes::character);
      }
      if (text.equals(before)) {
        break;
      }
    }
    return text;
  }

  private static String character(MatchResult m) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), HEX)));
  }
}
