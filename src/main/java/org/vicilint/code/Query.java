package org.vicilint.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of an API, or a query, as a program puts it together.
 *
 * @param text the whole, with {@link Hole}s
 * @param variable the variable that it is put into; empty when none is seen
 * @param start where it begins
 * @param end where it ends
 */
public record Query(String text, String variable, int start, int end) {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\S*(?:non_agent_api|agc/api)\\.php[^\\s\"'<>`]*");

  private static final Pattern DATA =
      Pattern.compile("(?i)(?s)(?:.*[?&\\s])?function=.*&\\w+=.*|(?:.*[?&])?\\w+=.*&function=.*");

  /** Whether the text is an address of an API, or a query that names a function. */
  static boolean in(String text) {
    return ADDRESS.matcher(text).find() || DATA.matcher(text).matches();
  }

  /** What is behind the question mark; all of it where there is no address. */
  public String parameters() {
    String address = address();
    int from = address.indexOf('?');
    int to = address.indexOf('#', Math.max(0, from));
    String query = address.substring(from + 1, to < 0 ? address.length() : to);
    if (from < 0 && ADDRESS.matcher(address).find()) {
      // Some forget the question mark, or add it in a variable.
      query = address.replaceFirst("(?s)^.*?\\.php[^&\\uFDD2]*", "");
    }
    return query.replaceFirst("^[?&]+", "");
  }

  /** Whether the Agent API is called. */
  public boolean agent() {
    return text.matches("(?is).*agc/api\\.php.*");
  }

  /** Whether the script is named, so that this can be the address that others are added to. */
  public boolean named() {
    return ADDRESS.matcher(text).find();
  }

  /** Without what stands around the address in a longer text, such as a command or a page. */
  private String address() {
    Matcher matcher = ADDRESS.matcher(text);
    boolean alone = !text.strip().matches("(?s).*[\"'<>`\\n].*|(?i)(curl|wget|get|post)\\s.*");
    if (alone || !matcher.find()) {
      return text;
    }
    int end = new RawText(text, text.length()).extended(matcher.end());
    return text.substring(matcher.start(), end);
  }
}
