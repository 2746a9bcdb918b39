package org.vicilint.sql;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.source.ProblemLog;

/**
 * Reading mode that a dump has set so far: its characters and quotes, and the text that must stand
 * at its end.
 */
public final class SqlMode {
  /** MySQL's latin1 is this. */
  private static final Charset LATIN1 = Charset.forName("windows-1252");

  private static final Pattern SQL_MODE =
      Pattern.compile(
          "(?s)(?<![@\\w.])(?:@@)?(?:(?:SESSION|GLOBAL|LOCAL)[ .])?SQL_MODE\\s*:?=(.*)");

  private static final Pattern NAMES =
      Pattern.compile("\\b(?:NAMES|CHARACTER SET|CHARSET)\\s+['\"]?(\\w+)");

  private static final Pattern HEAD = Pattern.compile("-- (MySQL|MariaDB|mysqldump) dump\\b.*");

  private static final Pattern EXPORT =
      Pattern.compile(
          "-- (?:(?:MySQL|MariaDB|mysqldump|phpMyAdmin SQL) dump\\b|Dumping data for table|Adminer .* dump\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final boolean[] SINGLE = SqlLexer.marks("'\\\n");
  private static final boolean[] DOUBLE = SqlLexer.marks("\"\\\n");
  private static final boolean[] BACK = SqlLexer.marks("`\n");

  private final ProblemLog log;
  private boolean backslash = true;
  private boolean ansi;
  private boolean strict;
  private boolean concatenates;
  private Charset charset = StandardCharsets.UTF_8;
  private boolean commentOpen;

  /** The line of the head of a dump whose end has not been seen; 0 when there is none. */
  private int head;

  /** Whether settings were changed that every dump sets back at its end. */
  private boolean changed;

  private boolean locked;

  /** Whether a comment says that a program has written the script from a server. */
  private boolean exported;

  private boolean undecoded;

  public SqlMode(ProblemLog log) {
    this.log = log;
  }

  /** A comment has begun, or ended. */
  void open(boolean open) {
    commentOpen = open;
  }

  /** A comment of one line: a dump with comments says where it begins and that it is complete. */
  void comment(String text, int line) {
    exported |= EXPORT.matcher(text).lookingAt();
    if (text.startsWith("-- Dump completed")) {
      exported = false;
      head = 0;
    } else if (HEAD.matcher(text).matches()) {
      if (head > 0) {
        log.add(head, 1, "this dump has no end: another one begins behind it", "dump it again");
      }
      head = line;
    }
  }

  /** A statement SET, in upper case. */
  public void set(String statement) {
    Matcher sqlMode = SQL_MODE.matcher(statement);
    if (sqlMode.find()) {
      backslash = !sqlMode.group(1).contains("NO_BACKSLASH_ESCAPES");
      ansi = sqlMode.group(1).contains("ANSI");
      strict = sqlMode.group(1).contains("STRICT_") || sqlMode.group(1).contains("TRADITIONAL");
      concatenates =
          sqlMode.group(1).contains("PIPES_AS_CONCAT")
              || sqlMode.group(1).matches("(?s).*\\bANSI\\b.*");
    }
    Matcher names = NAMES.matcher(statement);
    if (names.find()) {
      charset = names.group(1).equals("LATIN1") ? LATIN1 : StandardCharsets.UTF_8;
    }
    changed |= statement.contains("@OLD_SQL_NOTES=@@SQL_NOTES");
    changed &= !statement.contains("SQL_NOTES=@OLD_SQL_NOTES");
  }

  /** LOCK TABLES stands before the records of a table, UNLOCK TABLES behind them. */
  public void locked(boolean now) {
    locked = now;
  }

  /** Whether what is read comes from a server, so that the columns in it are there. */
  public boolean dump() {
    return exported || changed;
  }

  /** Whether a value that a column cannot hold is refused, and not made to fit. */
  public boolean strict() {
    return strict;
  }

  /** Whether {@code ||} puts texts together, and does not mean OR. */
  boolean concatenates() {
    return concatenates;
  }

  /** Whether a backslash says something of the character behind it. */
  public boolean escapes(int quote) {
    return backslash && quote != '`' && !(ansi && quote == '"');
  }

  /** Whether this begins a text, and not a name. */
  public boolean quotesText(int c) {
    return c == '\'' || (c == '"' && !ansi);
  }

  public boolean[] inQuotes(int quote) {
    return quote == '\'' ? SINGLE : quote == '"' ? DOUBLE : BACK;
  }

  /** The text of some bytes, be they broken. */
  String decode(byte[] bytes) {
    return new String(bytes, charset);
  }

  /** Decodes a value; the first one that cannot be decoded is a problem. */
  public String decode(byte[] bytes, int length, int line) {
    ByteBuffer given = ByteBuffer.wrap(bytes, 0, length);
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(given);
      return text.toString();
    } catch (CharacterCodingException e) {
      if (!undecoded) {
        undecoded = true;
        log.add(
            line,
            1,
            "a value here is not %s text"
                .formatted(charset == LATIN1 ? "latin1" : charset.name().toUpperCase(Locale.ROOT)),
            "dump again with --default-character-set=utf8mb4");
      }
      return new String(bytes, 0, length, charset);
    }
  }

  /** Says whether what must stand at the end of a dump is missing. */
  public void end(int line) {
    String reason = null;
    if (commentOpen) {
      reason = "a comment is not closed";
    } else if (head > 0) {
      reason = "the dump has no end: the line '-- Dump completed' is missing";
    } else if (locked) {
      reason = "the dump has no end: UNLOCK TABLES is missing";
    } else if (changed) {
      reason = "the dump has no end: it does not set back what it has set";
    }
    if (reason != null) {
      log.add(line, 1, reason, "it looks cut off: dump again");
    }
  }
}
