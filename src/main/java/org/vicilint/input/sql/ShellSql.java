package org.vicilint.input.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vicilint.input.table.Table;

/**
 * Extracts the SQL from a shell script: texts in quotes or in a here-document that begin with a
 * statement and name a table that vicilint reads. A part that the shell fills in becomes {@code
 * ${NAME}}.
 */
final class ShellSql {
  private static final String OF_TABLES =
      "\\b(?:" + Table.all().stream().map(Table::name).collect(Collectors.joining("|")) + ")\\b";
  private static final Pattern TABLES = Pattern.compile("(?is).*" + OF_TABLES + ".*");
  private static final Pattern CHANGES =
      Pattern.compile(
          "(?is).*\\b(?:insert|update|delete|replace|truncate|drop|alter|load)\\b.*"
              + OF_TABLES
              + ".*");

  private static final Pattern HERE =
      Pattern.compile("<<(-?)\\s*(\\\\?)(['\"]?)([A-Za-z_]\\w*)\\3");
  private static final Pattern FILLED =
      Pattern.compile("\\$(?:\\{([^}]*)\\}|\\(([^)]*)\\)|([A-Za-z_]\\w*|[0-9@*#?!]))|`([^`]*)`");

  /** A client of MySQL that is fed from a file or by a program. */
  private static final Pattern FED =
      Pattern.compile(
          "\\b(?:mysql|mariadb)\\b[^|;&\\n\"'`]*[^<]<(?![<(])\\s*[^\\s<&]"
              + "|\\b(?:cat|zcat|gunzip|gzip|bzcat|xzcat|zstdcat|curl|wget|sed|awk|perl|python3?|php)\\b"
              + "[^;&\\n<]*\\|\\s*(?:sudo\\s+)?(?:mysql|mariadb)\\b");

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
  private static final int DEEPEST = 3;

  private final String script;
  private final int depth;
  private final List<Piece> pieces;
  private final List<Here> waiting = new ArrayList<>();

  /** Number of the shell's open blocks: a statement in one may not be run. */
  private int blocks;

  private int at;

  /**
   * Part of a script that concerns the tables.
   *
   * @param sql null for a command that runs SQL from outside the script
   * @param line where it begins
   * @param maybe whether it depends on the shell that it is run
   */
  record Piece(byte[] sql, int line, int column, boolean maybe) {}

  /** A here-document whose text begins with the next line. */
  private record Here(String end, boolean literal, boolean tabs) {}

  private ShellSql(String script, int depth, List<Piece> pieces) {
    this.script = script;
    this.depth = depth;
    this.pieces = pieces;
  }

  /** The SQL in a script, in its order. */
  static List<Piece> of(byte[] script) {
    List<Piece> pieces = new ArrayList<>();
    // Every byte is a character here, so that none is lost.
    new ShellSql(new String(script, StandardCharsets.ISO_8859_1), 0, pieces).read();
    return pieces;
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
      } else if (beginsWord() && Character.isLetter(c)) {
        word();
      } else {
        blocks += c == '{' && beginsWord() ? 1 : c == '}' && beginsWord() && blocks > 0 ? -1 : 0;
        at++;
      }
    }
  }

  /** Follows the shell's blocks, and finds clients that are fed with what is not here. */
  private void word() {
    Matcher word = WORD.matcher(script).region(at, script.length());
    word.lookingAt();
    switch (word.group()) {
      case "if", "case", "while", "until", "for" -> blocks++;
      case "fi", "esac", "done" -> blocks = Math.max(0, blocks - 1);
      default -> {}
    }
    Matcher fed = FED.matcher(script).region(at, script.length());
    if (fed.lookingAt()) {
      add(null, at);
    }
    at = word.end();
  }

  /** Whether the shell decides if the command is run that goes up to here. */
  private boolean conditional(int from) {
    int begin = script.lastIndexOf('\n', from - 1) + 1;
    String before = script.substring(begin, from);
    return blocks > 0 || before.contains("&&") || before.contains("||");
  }

  private boolean beginsWord() {
    return at == 0 || " \t\n;|&(!".indexOf(script.charAt(at - 1)) >= 0;
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
    if (SqlSign.begins(text) && TABLES.matcher(text).matches()) {
      add(text.getBytes(StandardCharsets.ISO_8859_1), from);
    } else if (CHANGES.matcher(text).matches()) {
      inner(text, from);
    }
  }

  /** A text that is a script itself, for another shell. */
  private void inner(String text, int from) {
    List<Piece> found = new ArrayList<>();
    if (depth < DEEPEST) {
      new ShellSql(text, depth + 1, found).read();
    }
    if (found.isEmpty()) {
      add(null, from);
    }
    for (Piece each : found) {
      int line = line(from) + each.line() - 1;
      int column = each.line() == 1 ? column(from) + each.column() - 1 : each.column();
      pieces.add(new Piece(each.sql(), line, column, each.maybe() || conditional(from)));
    }
  }

  private void add(byte[] sql, int from) {
    pieces.add(new Piece(sql, line(from), column(from), conditional(from)));
  }

  private int line(int from) {
    return 1 + (int) script.chars().limit(from).filter(c -> c == '\n').count();
  }

  private int column(int from) {
    return from - script.lastIndexOf('\n', from - 1);
  }
}
