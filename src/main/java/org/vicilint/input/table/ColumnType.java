package org.vicilint.input.table;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vicilint.model.Account;
import org.vicilint.model.Moment;
import org.vicilint.sql.ColumnKind;
import org.vicilint.sql.Placeholders;

/**
 * Type of a column: the values that it can hold. No message quotes a text: a value that has slipped
 * into the wrong column may be a password. Numbers are shown, since nothing else passes for one.
 */
public sealed interface ColumnType {

  Checked check(String column, String text);

  /** Returns the value that the server compares for MySQL's NULL. */
  String whenNull();

  /** Returns the type for a script that is played. */
  ColumnKind kind();

  /**
   * Whether the column would hold a literal of SQL as it is written.
   *
   * @param quoted whether it is a text, and not a number
   */
  boolean keeps(String text, boolean quoted);

  /** Reads MySQL's name of a type. */
  static ColumnType of(String sql) {
    String arguments = sql.replaceAll("^[^(]*\\(?|\\)[^)]*$", "");
    return switch (sql.replaceAll("[( ].*", "")) {
      case "enum" -> new Choice(Arrays.asList(arguments.replace("'", "").split(",")));
      case "tinyint" -> Whole.of(8, sql);
      case "smallint" -> Whole.of(16, sql);
      case "mediumint" -> Whole.of(24, sql);
      case "int" -> Whole.of(32, sql);
      case "varchar" -> new Text(Integer.parseInt(arguments));
      case "text", "mediumtext" -> new Text(Integer.MAX_VALUE);
      case "datetime", "timestamp" -> new Time();
      default -> throw new IllegalStateException("a type that the reader does not know: " + sql);
    };
  }

  /** One of a few words. */
  record Choice(List<String> values) implements ColumnType {
    private static final List<String> ON = List.of("1", "y", "yes", "true");
    private static final List<String> OFF = List.of("0", "n", "no", "false");

    @Override
    public Checked check(String column, String text) {
      String word = text.strip().toLowerCase(Locale.ROOT);
      for (String value : values) {
        if (value.toLowerCase(Locale.ROOT).equals(word)) {
          return Checked.good(value);
        }
      }
      String on = isSwitch("1", "0") ? "1" : "Y";
      String off = isSwitch("1", "0") ? "0" : "N";
      if (isSwitch(on, off)) {
        if (ON.contains(word) || OFF.contains(word)) {
          return Checked.good(ON.contains(word) ? on : off);
        }
        return Checked.bad(
            column + (on.equals("1") ? " is neither 0 nor 1" : " is neither Y nor N"),
            "write " + on + " for yes or " + off + " for no");
      }
      return Checked.bad(
          column + " has a value that the column cannot hold",
          "write one of " + String.join(", ", values));
    }

    @Override
    public String whenNull() {
      return isSwitch("Y", "N") ? "N" : values.contains("0") ? "0" : "";
    }

    @Override
    public ColumnKind kind() {
      return new ColumnKind.Words(values);
    }

    /** A number is the place of a word, and not the word. */
    @Override
    public boolean keeps(String text, boolean quoted) {
      return quoted && (text.isEmpty() || values.contains(text));
    }

    private boolean isSwitch(String on, String off) {
      return values.size() == 2 && values.contains(on) && values.contains(off);
    }
  }

  /** A whole number. */
  record Whole(long least, long most) implements ColumnType {
    private static final int LONGEST_USUAL = 18;
    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d{1,18}");

    static Whole of(int bits, String sql) {
      return sql.endsWith("unsigned")
          ? new Whole(0, (1L << bits) - 1)
          : new Whole(-(1L << (bits - 1)), (1L << (bits - 1)) - 1);
    }

    @Override
    public Checked check(String column, String text) {
      boolean level = column.equals("user_level");
      String hint = "write a number from " + least + " to " + (level ? 9 : most);
      if (!DIGITS.matcher(text.strip()).matches()) {
        return Checked.bad(column + " is not a whole number", hint);
      }
      long number = Long.parseLong(text.strip());
      if (level && (number < 0 || number > 9)) {
        // The column holds up to 255, and the server honours them, so the account keeps them.
        String kept = number >= least && number <= most ? Long.toString(number) : null;
        return new Checked(
            kept, "user_level is " + number + ", but VICIdial's levels are 0 to 9", hint);
      }
      if (number < least || number > most) {
        return Checked.bad(
            column + " is " + number + ", but the column holds " + least + " to " + most, hint);
      }
      return Checked.good(Long.toString(number));
    }

    @Override
    public String whenNull() {
      return "0";
    }

    @Override
    public ColumnKind kind() {
      return new ColumnKind.Whole(least, most);
    }

    @Override
    public boolean keeps(String text, boolean quoted) {
      if (text.isEmpty() || text.length() > LONGEST_USUAL) {
        return quoted && text.isEmpty();
      }
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) < '0' || text.charAt(i) > '9') {
          return false;
        }
      }
      return Long.parseLong(text) <= most;
    }
  }

  /** A text of some length; a longer one is cut, as MySQL does in its usual mode here. */
  record Text(int most) implements ColumnType {

    @Override
    public Checked check(String column, String text) {
      int length = text.length() <= most ? 0 : text.codePointCount(0, text.length());
      if (length <= most) {
        return Checked.good(text);
      }
      String kept = text.substring(0, text.offsetByCodePoints(0, most));
      String hint = "shorten it: the server cuts it without a word";
      if (column.equals("api_allowed_functions")) {
        return new Checked(
            kept,
            "api_allowed_functions has "
                + length
                + " characters, but the column keeps "
                + most
                + ": the last "
                + (length - most)
                + " are lost, and the grant of "
                + lost(text, kept)
                + " functions with them",
            "grant fewer functions: the server cuts the list without a word");
      }
      if (column.startsWith("pass")) {
        return new Checked(kept, column + " is longer than the column's " + most, hint);
      }
      return new Checked(
          kept, column + " has " + length + " characters, but the column keeps " + most, hint);
    }

    @Override
    public String whenNull() {
      return "";
    }

    @Override
    public ColumnKind kind() {
      return new ColumnKind.Chars(most);
    }

    @Override
    public boolean keeps(String text, boolean quoted) {
      return text.length() <= most && Placeholders.in(text).isEmpty();
    }

    private static long lost(String text, String kept) {
      return Arrays.stream(text.split(" "))
          .distinct()
          .filter(name -> !name.isEmpty() && text.contains(" " + name + " "))
          .filter(name -> !kept.contains(" " + name + " "))
          .count();
    }
  }

  /** A date and time. */
  record Time() implements ColumnType {
    private static final DateTimeFormatter COLUMN =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** A date that MySQL holds in the place of none. */
    private static final Pattern ZERO =
        Pattern.compile("0000-00-00(?:[ T]00:00:00(?:\\.0+)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?");

    private static final String USUAL = "0000-00-00 00:00:00";

    @Override
    public Checked check(String column, String text) {
      long digits = usual(text);
      if (digits == 0 || Moment.valid(digits)) {
        return Checked.good(text);
      }
      LocalDateTime time = Moment.of(text, LocalTime.MIN);
      if (time != null && time.getYear() > 0) {
        return Checked.good(COLUMN.format(time));
      }
      // An unreadable time is no date of long ago: nothing may be judged by it.
      return ZERO.matcher(text.strip()).matches()
          ? Checked.good(USUAL)
          : new Checked(
              Account.UNREADABLE_TIME,
              column + " is not a date and time",
              "write it as YYYY-MM-DD HH:MM:SS");
    }

    /** The digits of a text that is as the column writes it; else -1. A pattern takes its time. */
    private static long usual(String text) {
      if (text.length() != USUAL.length()) {
        return -1;
      }
      long digits = 0;
      for (int i = 0; i < text.length(); i++) {
        char form = USUAL.charAt(i);
        char c = text.charAt(i);
        if (form == '0' ? c < '0' || c > '9' : c != form) {
          return -1;
        }
        digits = form == '0' ? digits * 10 + c - '0' : digits;
      }
      return digits;
    }

    @Override
    public String whenNull() {
      return USUAL;
    }

    @Override
    public ColumnKind kind() {
      return new ColumnKind.Moment();
    }

    @Override
    public boolean keeps(String text, boolean quoted) {
      return quoted && (text.isEmpty() || usual(text) >= 0);
    }
  }
}
