package org.vicilint.input;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a shell's text into commands and their words, as far as calls need it: quotes,
 * backslashes, continued lines and comments. Variables stay as they are written.
 */
final class ShellWords {
  /** A command, and the line on which it begins. */
  record Line(int number, List<String> words) {}

  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private StringBuilder word;
  private int at;
  private int line = 1;
  private int begins = 1;

  private ShellWords(String text) {
    this.text = text;
  }

  /** The commands of the text; null when a quote is not closed. */
  static List<Line> of(String text) {
    ShellWords split = new ShellWords(text);
    return split.all() ? split.lines : null;
  }

  private boolean all() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '\'', '"' -> {
          if (!quoted(c)) {
            return false;
          }
        }
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
    return true;
  }

  /** Takes a quoted part; within double quotes a backslash guards a few characters. */
  private boolean quoted(char quote) {
    begin();
    while (at < text.length()) {
      char c = text.charAt(at++);
      line += c == '\n' ? 1 : 0;
      if (c == quote) {
        return true;
      }
      if (c == '\\' && quote == '"' && at < text.length()) {
        char next = text.charAt(at++);
        if (next == '\n') {
          line++;
        } else {
          word.append("\"\\$`".indexOf(next) < 0 ? "\\" : "").append(next);
        }
      } else {
        word.append(c);
      }
    }
    return false;
  }

  private void escaped() {
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
      line++;
    } else if (at < text.length()) {
      append(text.charAt(at++));
    }
  }

  /** In a URL that nobody has quoted it is meant as a part of it; else it ends the command. */
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
