package org.vicilint.checks;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.access.Need;

/** Turns of phrase that several rules use. */
final class Phrases {
  private static final int NAMED = 5;

  private Phrases() {}

  /** {@code a, b and c}; the first few, and how many more. */
  static String list(Collection<String> names) {
    List<String> all = List.copyOf(names);
    if (all.size() == 1) {
      return all.get(0);
    }
    if (all.size() > NAMED) {
      return String.join(", ", all.subList(0, NAMED - 1))
          + " and "
          + (all.size() - NAMED + 1)
          + " more";
    }
    return all.stream().limit(all.size() - 1L).collect(Collectors.joining(", "))
        + " and "
        + all.get(all.size() - 1);
  }

  /** {@code 1 function}, {@code 2 functions}. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** What the account is judged by. */
  static String source(Need need) {
    return switch (need.source()) {
      case DECLARED -> "what it declares to call";
      case LISTED -> "the functions that it is granted";
      case EVERYTHING -> "all functions together";
    };
  }
}
