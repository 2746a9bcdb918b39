package org.vicilint.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.model.Groups;

/**
 * Type of a column: the values that it can hold, and MySQL's conversion of a value that is stored
 * in it.
 */
public sealed interface ColumnKind {

  /**
   * Returns the column's value after a store without the strict mode.
   *
   * @return null for a value that only the server knows
   */
  Value stored(Value value);

  /** Returns the value of a column that may not be NULL and has no default. */
  Value implicit();

  /** One of a few words, in the order of their declaration. */
  record Words(List<String> words) implements ColumnKind {
    private static final int DIGITS_OF_AN_INDEX = 5;

    @Override
    public Value stored(Value value) {
      if (value instanceof Value.Num number) {
        return at(number.number().setScale(0, RoundingMode.DOWN)); // as MariaDB does here alone
      }
      if (!(value instanceof Value.Text text)) {
        return null;
      }
      String key = Groups.key(text.text());
      for (int i = 0; i < words.size(); i++) {
        if (Groups.key(words.get(i)).equals(key)) {
          return new Value.Text(words.get(i), i + 1);
        }
      }
      // Digits that are no word of the column are the place of one.
      String digits = text.text().strip();
      return digits.length() <= DIGITS_OF_AN_INDEX && digits.matches("\\d+")
          ? at(new BigDecimal(digits))
          : at(BigDecimal.ZERO);
    }

    private Value at(BigDecimal index) {
      boolean there = index.signum() > 0 && index.compareTo(BigDecimal.valueOf(words.size())) <= 0;
      int i = there ? index.intValue() : 0;
      return new Value.Text(i == 0 ? "" : words.get(i - 1), i);
    }

    @Override
    public Value implicit() {
      return new Value.Text(words.get(0), 1);
    }
  }

  /** A whole number. */
  record Whole(long least, long most) implements ColumnKind {
    static Whole of(int bits, boolean unsigned) {
      return unsigned
          ? new Whole(0, (1L << bits) - 1)
          : new Whole(-(1L << (bits - 1)), (1L << (bits - 1)) - 1);
    }

    @Override
    public Value stored(Value value) {
      BigDecimal number = value.number();
      if (number == null) {
        return null;
      }
      return new Value.Num(
          Value.rounded(number).min(BigDecimal.valueOf(most)).max(BigDecimal.valueOf(least)));
    }

    @Override
    public Value implicit() {
      return Value.of(0);
    }
  }

  /** A text of some length. */
  record Chars(int most) implements ColumnKind {
    @Override
    public Value stored(Value value) {
      if (value instanceof Value.Num number) {
        return stored(Value.of(number.text()));
      }
      if (value instanceof Value.Time time) {
        return stored(Value.of(time.text()));
      }
      if (!(value instanceof Value.Text text)) {
        return null;
      }
      String given = text.text();
      boolean fits = given.length() <= most || given.codePointCount(0, given.length()) <= most;
      return Value.of(fits ? given : given.substring(0, given.offsetByCodePoints(0, most)));
    }

    @Override
    public Value implicit() {
      return Value.of("");
    }
  }

  /** A date and time. */
  record Moment() implements ColumnKind {
    private static final Pattern FORM =
        Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d:\\d\\d)(?:\\.0+)?)?");

    @Override
    public Value stored(Value value) {
      if (value instanceof Value.Time) {
        return value;
      }
      if (!(value instanceof Value.Text text)) {
        return null;
      }
      if (text.text().isEmpty()) {
        return implicit();
      }
      Matcher form = FORM.matcher(text.text());
      return form.matches()
          ? new Value.Time(
              form.group(1) + " " + (form.group(2) == null ? "00:00:00" : form.group(2)))
          : null;
    }

    @Override
    public Value implicit() {
      return new Value.Time("0000-00-00 00:00:00");
    }
  }

  /** A column of another kind, which nobody looks at. */
  record Other() implements ColumnKind {
    @Override
    public Value stored(Value value) {
      return value;
    }

    @Override
    public Value implicit() {
      return Value.of("");
    }
  }

  /**
   * The kind of a declared type.
   *
   * @param name in upper case
   * @param arguments what stands in brackets behind it
   */
  static ColumnKind of(String name, List<String> arguments, boolean unsigned) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "ENUM" -> arguments.isEmpty() ? new Other() : new Words(List.copyOf(arguments));
      case "TINYINT", "INT1" -> Whole.of(8, unsigned);
      case "BOOL", "BOOLEAN" -> Whole.of(8, false);
      case "SMALLINT", "INT2" -> Whole.of(16, unsigned);
      case "MEDIUMINT", "INT3" -> Whole.of(24, unsigned);
      case "INT", "INTEGER", "INT4" -> Whole.of(32, unsigned);
      case "VARCHAR", "CHAR" -> chars(arguments);
      case "TEXT" -> new Chars(65_535);
      case "MEDIUMTEXT", "LONGTEXT" -> new Chars(Integer.MAX_VALUE);
      case "DATETIME", "TIMESTAMP" -> new Moment();
      default -> new Other();
    };
  }

  private static ColumnKind chars(List<String> arguments) {
    boolean length = arguments.size() == 1 && arguments.get(0).matches("\\d{1,6}");
    return new Chars(length ? Integer.parseInt(arguments.get(0)) : 1);
  }
}
