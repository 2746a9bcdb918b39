package org.vicilint.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words in a line of broken JSON or YAML that belong to no key: the fault may have taken the
 * key of a password with it.
 */
final class LostWords {
  /** A text in quotes, a word, or a mark. A quote that nothing closes is a word of its own. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^']|'')*+'|[\"']|[{}\\[\\],]|:(?=[\\s\"'{\\[]|$)|[^\\s{}\\[\\],:\"']++(?::(?![\\s\"'{\\[]|$)[^\\s{}\\[\\],:\"']*+)*+|:");

  /** Whose values are several words, also without quotes. */
  private static final Set<String> PROSE =
      Set.of("full_name", "purpose", "owner", "reason", "name", "summary", "contact", "title");

  private LostWords() {}

  /** Whether a word of the line stands behind no key, and in no list. */
  static boolean in(String line) {
    List<String> tokens = tokens(line);
    Deque<Character> open = new ArrayDeque<>();
    String key = null;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      String before = i == 0 ? "" : tokens.get(i - 1);
      String next = i + 1 == tokens.size() ? "" : tokens.get(i + 1);
      switch (token) {
        case "{" -> open.push('{');
        case "[" -> open.push(before.equals(":") ? '[' : '<'); // a list of nobody's
        case "}", "]" -> open.poll();
        case ",", ":" -> {}
        default -> {
          boolean isKey = next.equals(":");
          boolean isValue = before.equals(":") || before.isEmpty() && isKey;
          boolean isItem = !open.isEmpty() && open.peek() == '[' && "[,".contains(before);
          boolean prose = open.isEmpty() && key != null && PROSE.contains(key);
          boolean first = before.isEmpty() || "{,-".contains(before);
          if (token.equals("\"") || token.equals("'")) {
            return true;
          }
          if (isKey ? !first : !isValue && !isItem && !prose && !(token.equals("-") && first)) {
            return true;
          }
          key = isKey ? bare(token) : key;
        }
      }
    }
    return false;
  }

  private static List<String> tokens(String line) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(line.replaceFirst("(^|\\s)#.*", ""));
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }

  private static String bare(String key) {
    return key.replace("\"", "").replace("'", "");
  }
}
