package org.vicilint.text;

/** Words and values that messages and outputs share. */
public final class Text {
  private Text() {}

  /** {@code 1 account}, {@code 2 accounts}. */
  public static String plural(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A change of a column on one line, without colours. */
  public static String change(String column, String from, String to) {
    return "%s: %s → %s".formatted(Printable.of(column), value(from), value(to));
  }

  /** Quoted where the blanks matter. */
  public static String value(String value) {
    boolean plain = !value.isEmpty() && value.equals(value.strip()) || value.startsWith("(");
    return plain ? Printable.of(value) : Printable.quoted(value);
  }

  /** A cell of a table: spreadsheets take what begins like this for a formula. */
  public static String cell(String text) {
    String shown = Printable.of(text);
    return !shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
  }
}
