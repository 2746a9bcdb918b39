package org.vicilint.code;

import java.util.Locale;
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
public record QueryTemplate(String text, String variable, int start, int end) {
  private static final Pattern SCRIPT =
      Pattern.compile("(?:non_agent_api|agc/api)\\.php", Pattern.CASE_INSENSITIVE);

  private static final Pattern DATA =
      Pattern.compile("(?i)(?s)(?:.*[?&\\s])?function=.*&\\w+=.*|(?:.*[?&])?\\w+=.*&function=.*");

  /** Whether the text is an address of an API, or a query that names a function. */
  static boolean in(String text) {
    return SCRIPT.matcher(text).find()
        || (text.contains("function=") && DATA.matcher(text).matches());
  }

  /** Returns the part behind the question mark; all of it where there is no address. */
  public String parameters() {
    String address = address();
    int from = address.indexOf('?');
    int to = address.indexOf('#', Math.max(0, from));
    String query = address.substring(from + 1, to < 0 ? address.length() : to);
    if (from < 0 && SCRIPT.matcher(address).find()) {
      // Some forget the question mark, or add it in a variable.
      query = address.replaceFirst("(?s)^.*?\\.php[^&\\uFDD2]*", "");
    }
    return query.replaceFirst("^[?&]+", "");
  }

  /** Whether the Agent API is called. */
  public boolean agent() {
    return text.toLowerCase(Locale.ROOT).contains("agc/api.php");
  }

  /** Whether the script is named, so that this can be the address that others are added to. */
  public boolean named() {
    return SCRIPT.matcher(text).find();
  }

  /** Returns the address without the text around it, such as a command or a page. */
  private String address() {
    Matcher matcher = SCRIPT.matcher(text);
    boolean alone = !text.strip().matches("(?s).*[\"'<>`\\n].*|(?i)(curl|wget|get|post)\\s.*");
    if (alone || !matcher.find()) {
      return text;
    }
    int start = matcher.start();
    while (start > 0 && " \t\n\"'<>`".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    int end = new RawText(text, text.length()).end(start);
    return text.substring(start, Math.max(end, matcher.end()));
  }
}
