package org.vicilint.answer;

/** Takes off what logs put around an answer: the escapes of JSON, one in another, and of HTML. */
final class Escapes {
  /** How often JSON stands in JSON, at most. */
  private static final int DEEPEST = 4;

  private Escapes() {}

  /** The text without escapes. */
  static String without(String line) {
    String text = line;
    if (text.indexOf('&') >= 0) {
      text = text.replace("&quot;", "\"").replace("&#34;", "\"").replace("&#124;", "|");
    }
    for (int i = 0; i < DEEPEST && text.indexOf('\\') >= 0; i++) {
      String before = text;
      text =
          text.replace("\\\"", "\"")
              .replace("\\/", "/")
              .replace("\\n", "\n")
              .replace("\\t", "\t")
              .replace("\\u007c", "|")
              .replace("\\u007C", "|")
              .replace("\\u0022", "\"");
      if (text.equals(before)) {
        break;
      }
    }
    return text;
  }
}
