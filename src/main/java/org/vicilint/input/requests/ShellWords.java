package org.vicilint.input.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.code.Literal;

/**
 * Splits a shell's text into commands and their words, with the syntax that calls need: quotes,
 * backslashes, continued lines and comments. Variables stay as they are written, and are marked. A
 * line that begins with an address is no shell's: it is an address to its end.
 */
final class ShellWords {
  /** A command, and the line on which it begins. */
  record Line(int number, List<String> words) {}

  /** Marks for a {@code $} and a backquote where the shell puts something else. */
  private static final char VARIABLE = '\uFDD0';

  private static final char OUTPUT = '\uFDD1';

  /** Characters that make a variable of a {@code $} before them. */
  private static final Pattern NAME = Pattern.compile("[\\w{(@*#?$!'\"-]");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[ \\t]*(?:\\$ +)?((?:https?://|[^\\s'\"=?<>(]*non_agent_api\\.php\\?)[^\\n]*)");

  /** Characters behind an address that are no part of it. */
  private static final Pattern BEHIND =
      Pattern.compile("(?:\\s+(?:[|>#(]|HTTP/\\d|//|--).*|[\\s\"'`)\\];,\\\\]+)$");

  /** Form of a call: one within quotes shows that they were not meant to reach so far. */
  private static final Pattern CALL =
      Pattern.compile("\\n\\s*(?:\\$ +)?(?:curl\\s|wget\\s|https?://)");

  private static final Pattern NESTED = Pattern.compile("curl|wget|non_agent_api\\.php");

  private final String text;
  private final List<Integer> open = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private List<String> words = new ArrayList<>();

  /** Number of open calls whose output a script takes. */
  private int brackets;

  private boolean withinOutput;
  private StringBuilder word;
  private int at;
  private int line = 1;
  private int begins = 1;

  private ShellWords(String text) {
    this.text = text.replace(VARIABLE, '\uFFFD').replace(OUTPUT, '\uFFFD');
    all();
  }

  static ShellWords of(String text) {
    return new ShellWords(text);
  }

  /** The commands of the text. */
  List<Line> lines() {
    return lines;
  }

  /** The lines with a quote that is not closed; what stands behind it is left out. */
  List<Integer> open() {
    return open;
  }

  /** Whether the shell puts something else for a part of the text. */
  static boolean varies(String text) {
    return text.indexOf(VARIABLE) >= 0 || text.indexOf(OUTPUT) >= 0;
  }

  /** The text as it was written. */
  static String written(String text) {
    return text.replace(VARIABLE, '$').replace(OUTPUT, '`');
  }

  private void all() {
    while (at < text.length()) {
      if (word == null && words.isEmpty() && address()) {
        continue;
      }
      char c = text.charAt(at++);
      switch (c) {
        case '\'', '"' -> quoted(c);
        case '$' -> variable();
        case '`' -> output();
        case ')' -> closing();
        case '\\' -> escaped();
        case '\n', ';', '|' -> {
          endCommand();
          line += c == '\n' ? 1 : 0;
        }
        case '&' -> ampersand();
        case ' ', '\t', '\r' -> endWord();
        case '#' -> comment();
        default -> append(c);
      }
    }
    endCommand();
  }

  /** Takes a line that begins with an address. */
  private boolean address() {
    Matcher matcher = ADDRESS.matcher(text).region(at, text.length());
    boolean begins = at == 0 || text.charAt(at - 1) == '\n';
    if (!begins || !matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    for (String url : matcher.group(1).strip().split("\\s+(?=https?://)")) {
      // The shell has no part in it, but people write what is to be filled in as it does.
      String marked = url.replaceAll("=\\$(?=\\{?[A-Za-z_]\\w*}?(?:&|$))", "=" + VARIABLE);
      lines.add(new Line(line, List.of(Literal.raw(BEHIND.matcher(marked).replaceFirst("")))));
    }
    return true;
  }

  /** Takes a quoted part; within double quotes a backslash guards a few characters. */
  private void quoted(char quote) {
    begin();
    int from = at;
    int first = line;
    while (at < text.length()) {
      char c = text.charAt(at++);
      line += c == '\n' ? 1 : 0;
      if (c == quote) {
        if (CALL.matcher(text).region(from, at).find()) {
          break;
        }
        return;
      }
      if (c == '\\' && quote == '"' && at < text.length()) {
        char next = text.charAt(at++);
        if (next == '\n') {
          line++;
        } else {
          word.append("\"\\$`".indexOf(next) < 0 ? "\\" : "").append(next);
        }
      } else if (quote == '"' && (c == '`' || (c == '$' && named()))) {
        word.append(c == '$' ? VARIABLE : OUTPUT);
      } else {
        word.append(c);
      }
    }
    open.add(first);
    word = null;
    words = new ArrayList<>();
    line = first;
    int end = text.indexOf('\n', from);
    at = end < 0 ? text.length() : end;
  }

  private boolean named() {
    return at < text.length() && NAME.matcher(text).region(at, at + 1).matches();
  }

  private void variable() {
    if (!named()) {
      append('$');
      return;
    }
    append(VARIABLE);
    char c = text.charAt(at);
    if (c == '(' || c == '{') {
      nested(c, c == '(' ? ')' : '}');
    }
  }

  private void output() {
    if (withinOutput) {
      withinOutput = false;
      endCommand();
      return;
    }
    append(OUTPUT);
    int end = text.indexOf('`', at);
    if (end > 0 && !NESTED.matcher(text.substring(at, end)).find()) {
      take(end + 1);
    } else {
      withinOutput = end > 0;
    }
  }

  /** Ends the call whose output a script takes; any other bracket is a part of a word. */
  private void closing() {
    if (brackets == 0) {
      append(')');
    } else {
      brackets--;
      endCommand();
    }
  }

  /** Takes what stands in brackets, unless that is where the call is. */
  private void nested(char opening, char closing) {
    int depth = 0;
    for (int i = at; i < text.length() && text.charAt(i) != '\n'; i++) {
      depth += text.charAt(i) == opening ? 1 : text.charAt(i) == closing ? -1 : 0;
      if (depth == 0) {
        if (!NESTED.matcher(text.substring(at, i)).find()) {
          take(i + 1);
        } else if (closing == ')') {
          brackets++;
        }
        return;
      }
    }
  }

  private void take(int end) {
    for (; at < end; at++) {
      line += text.charAt(at) == '\n' ? 1 : 0;
      word.append(text.charAt(at));
    }
  }

  private void escaped() {
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
      line++;
    } else if (at < text.length()) {
      append(text.charAt(at++));
    }
  }

  /** Takes an ampersand: in an unquoted URL it is a part of the URL; else it ends the command. */
  private void ampersand() {
    if (word != null && word.indexOf("?") >= 0) {
      word.append('&');
    } else {
      endCommand();
    }
  }

  private void comment() {
    if (word != null) {
      word.append('#');
      return;
    }
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void begin() {
    if (word == null) {
      word = new StringBuilder();
      begins = words.isEmpty() ? line : begins;
    }
  }

  private void append(char c) {
    begin();
    word.append(c);
  }

  private void endWord() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) {
      lines.add(new Line(begins, words));
      words = new ArrayList<>();
    }
  }
}
