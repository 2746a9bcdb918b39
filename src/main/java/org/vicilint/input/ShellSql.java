package org.vicilint.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes the SQL out of a script of a shell: what stands in quotes or in a here-document, begins
 * with a statement, and names a table that vicilint reads. Lines and columns stay what they are.
 * What the shell fills in becomes {@code ${NAME}}.
 */
final class ShellSql {
  private static final Pattern TABLES =
      Pattern.compile(
          "(?is).*\\b(?:"
              + Table.all().stream().map(Table::name).collect(Collectors.joining("|"))
              + ")\\b.*");

  private static final Pattern HERE =
      Pattern.compile("<<(-?)\\s*(\\\\?)(['\"]?)([A-Za-z_]\\w*)\\3");
  private static final Pattern FILLED =
      Pattern.compile("\\$(?:\\{([^}]*)\\}|\\(([^)]*)\\)|([A-Za-z_]\\w*|[0-9@*#?!]))|`([^`]*)`");

  private final String script;
  private final StringBuilder sql = new StringBuilder();
  private final List<Here> waiting = new ArrayList<>();
  private int at;

  /** A here-document whose text begins with the next line. */
  private record Here(String end, boolean literal, boolean tabs) {}

  private ShellSql(String script) {
    this.script = script;
  }

  /** The SQL in a script, on the lines where it stands; empty when there is none. */
  static byte[] of(byte[] script) {
    // Every byte is a character here, so that none is lost.
    ShellSql reader = new ShellSql(new String(script, StandardCharsets.ISO_8859_1));
    reader.read();
    return reader.sql.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void read() {
    while (at < script.length()) {
      char c = script.charAt(at);
      if (c == '#' && beginsWord()) {
        skipLine();
      } else if (c == '\\') {
        at += 2;
      } else if (c == '\'') {
        single();
      } else if (c == '"') {
        twofold();
      } else if (c == '<' && here()) {
        continue;
      } else if (c == '\n' && !waiting.isEmpty()) {
        at++;
        documents();
      } else {
        at++;
      }
    }
  }

  private boolean beginsWord() {
    return at == 0 || " \t\n;|&(".indexOf(script.charAt(at - 1)) >= 0;
  }

  private void skipLine() {
    int end = script.indexOf('\n', at);
    at = end < 0 ? script.length() : end;
  }

  private void single() {
    int begin = at + 1;
    StringBuilder text = new StringBuilder();
    int end = script.indexOf('\'', begin);
    while (end >= 0 && script.startsWith("'\\''", end)) {
      text.append(script, begin, end).append('\'');
      begin = end + 4;
      end = script.indexOf('\'', begin);
    }
    int stop = end < 0 ? script.length() : end;
    text.append(script, begin, stop);
    take(text.toString(), at + 1);
    at = stop + 1;
  }

  private void twofold() {
    int begin = at + 1;
    int end = begin;
    while (end < script.length() && script.charAt(end) != '"') {
      end += script.charAt(end) == '\\' ? 2 : 1;
    }
    int stop = Math.min(end, script.length());
    take(filled(script.substring(begin, stop), "\"\\$`"), begin);
    at = stop + 1;
  }

  private boolean here() {
    if (script.startsWith("<<<", at)) {
      at += 3;
      return true;
    }
    Matcher here = HERE.matcher(script).region(at, script.length());
    if (!here.lookingAt()) {
      return false;
    }
    boolean literal = !here.group(2).isEmpty() || !here.group(3).isEmpty();
    waiting.add(new Here(here.group(4), literal, !here.group(1).isEmpty()));
    at = here.end();
    return true;
  }

  private void documents() {
    for (Here here : waiting) {
      int begin = at;
      int stop = script.length();
      while (at < script.length()) {
        int line = at;
        int end = script.indexOf('\n', at);
        String text = script.substring(line, end < 0 ? script.length() : end);
        at = end < 0 ? script.length() : end + 1;
        if ((here.tabs() ? text.replaceAll("^\t+", "") : text).equals(here.end())) {
          stop = line;
          break;
        }
      }
      String body = script.substring(begin, Math.max(begin, stop));
      take(here.literal() ? body : filled(body, "\\$`"), begin);
    }
    waiting.clear();
  }

  /** Undoes the shell's escapes, and marks what it fills in. */
  private static String filled(String text, String escaped) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      char c = text.charAt(from);
      boolean escape = c == '\\' && from + 1 < text.length();
      Matcher filled = FILLED.matcher(text).region(from, text.length());
      if (escape && text.charAt(from + 1) == '\n') {
        result.append('\n'); // the line goes on; the count of lines does as well
        from += 2;
      } else if (escape && escaped.indexOf(text.charAt(from + 1)) >= 0) {
        result.append(text.charAt(from + 1));
        from += 2;
      } else if ((c == '$' || c == '`') && filled.lookingAt()) {
        result.append("${").append(name(filled)).append('}');
        from = filled.end();
      } else {
        result.append(c);
        from++;
      }
    }
    return result.toString();
  }

  private static String name(Matcher filled) {
    for (int i = 1; i <= filled.groupCount(); i++) {
      if (filled.group(i) != null) {
        return filled.group(i).replaceAll("[{}\\n]", " ");
      }
    }
    return "";
  }

  private void take(String text, int from) {
    if (!SqlSign.begins(text) || !TABLES.matcher(text).matches()) {
      return;
    }
    long lines = lines(script, from) - lines(sql, sql.length());
    for (long i = 0; i < lines; i++) {
      sql.append('\n');
    }
    int column = from - 1 - script.lastIndexOf('\n', from - 1);
    int written = sql.length() - 1 - sql.lastIndexOf("\n");
    sql.append(" ".repeat(Math.max(0, column - written))).append(text).append(';');
  }

  private static long lines(CharSequence text, int end) {
    return text.chars().limit(end).filter(c -> c == '\n').count();
  }
}
