package org.vicilint.access;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The values of {@code modify_leads}. They are not in order of power: 5 only reads, 2 changes leads
 * but not their phone numbers, 1 changes everything; 4 and 3 are those two with the statuses of
 * logs on top. (VICIdial's help of the users screen, 250720-1841.)
 */
public final class ModifyLeads {
  private static final int[] BY_POWER = {5, 2, 1, 4, 3};
  private static final List<Integer> ALL_BY_POWER = List.of(0, 6, 5, 2, 1, 4, 3);

  private ModifyLeads() {}

  /** The value with the least power of those accepted (as bits). */
  public static int least(int accepted) {
    return IntStream.of(BY_POWER)
        .filter(value -> (accepted >> value & 1) != 0)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such values: " + accepted));
  }

  /** Whether a value has less power than another. No gate accepts 0 or 6. */
  public static boolean less(int value, int than) {
    return ALL_BY_POWER.indexOf(value) < ALL_BY_POWER.indexOf(than);
  }

  /** Returns in words what a value lets the account do. */
  static String power(int value) {
    return switch (value) {
      case 5 -> "only reads leads";
      case 2 -> "changes leads, but not their phone numbers";
      case 1 -> "changes everything of leads";
      case 4 -> "changes leads and the statuses of logs, but not phone numbers";
      case 3 -> "changes everything of leads, and the statuses of logs";
      default -> throw new IllegalArgumentException("no gate accepts it: " + value);
    };
  }

  /** The accepted values, as {@code 1, 2, 3, 4}. */
  public static String list(int accepted) {
    return IntStream.rangeClosed(0, 6)
        .filter(value -> (accepted >> value & 1) != 0)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", "));
  }
}
