package org.vicilint.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vicilint.model.Moment;
import org.vicilint.source.ProblemLog;

/** Reads the values of a profile. Anything else becomes a problem, and null. */
public final class Values {
  private static final Set<String> YES = Set.of("on", "y", "yes", "true", "1");
  private static final Set<String> NO = Set.of("off", "n", "no", "false", "0");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

  private final ProblemLog log;

  public Values(ProblemLog log) {
    this.log = log;
  }

  /** A text that is not empty. */
  public String text(Node.Entry entry) {
    if (entry.value() instanceof Node.Scalar s && !s.isNull() && !s.text().isBlank()) {
      return s.text().strip();
    }
    if (entry.value() instanceof Node.Scalar) {
      problem(entry.value(), entry.key() + " has no value", "write one, or remove the key");
    } else {
      problem(
          entry.value(),
          entry.key() + " takes a single value",
          "write " + entry.key() + ": and the value");
    }
    return null;
  }

  /** A list of texts, or one text; what is none is left out. */
  public List<String> texts(Node.Entry entry) {
    if (entry.value() instanceof Node.Items list) {
      return Words.of(list, entry.key(), log);
    }
    String single = text(entry);
    return single == null ? null : List.of(single);
  }

  /** Yes or no, in any of the words that definitions have for them, or on and off. */
  public Boolean flag(Node.Entry entry) {
    String word = word(entry);
    if (word == null) {
      return null;
    }
    Optional<Boolean> flag = flag(word);
    if (flag.isEmpty()) {
      problem(entry.value(), entry.key() + " is neither true nor false", "write true or false");
    }
    return flag.orElse(null);
  }

  public static Optional<Boolean> flag(String word) {
    return YES.contains(word)
        ? Optional.of(true)
        : NO.contains(word) ? Optional.of(false) : Optional.empty();
  }

  /** A whole number in some range. */
  public Integer number(Node.Entry entry, int least, int most) {
    String text = text(entry);
    if (text == null) {
      return null;
    }
    int number = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      problem(
          entry.value(),
          entry.key() + " is not a number from " + least + " to " + most,
          "write a whole number, without a unit");
      return null;
    }
    return number;
  }

  /** A day. */
  public LocalDate date(Node.Entry entry) {
    String text = text(entry);
    LocalDate date = text == null ? null : date(text);
    if (text != null && date == null) {
      problem(entry.value(), entry.key() + " is not a date", "write it as YYYY-MM-DD");
    }
    return date;
  }

  /** The day that a text names, with or without a time; null when it names none. */
  public static LocalDate date(String text) {
    return Moment.day(text);
  }

  /** A text for comparison with words. */
  public String word(Node.Entry entry) {
    String text = text(entry);
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  public void problem(Node node, String reason, String hint) {
    log.add(node.line(), node.column(), reason, hint);
  }
}
