package org.vicilint.log;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The columns of {@code vicidial_api_log} that are looked at, by their slots. */
public final class LogColumn {
  static final int ID = 0;
  static final int USER = 1;
  static final int DATE = 2;
  static final int SCRIPT = 3;
  static final int FUNCTION = 4;
  public static final int RESULT = 5;
  static final int REASON = 6;
  static final int SOURCE = 7;
  public static final int DATA = 8;

  /** Their names, in VICIdial's order, which is that of the slots. */
  public static final List<String> NAMES =
      List.of(
          "api_id",
          "user",
          "api_date",
          "api_script",
          "function",
          "result",
          "result_reason",
          "source",
          "data");

  /** Columns without which calls cannot be distinguished. */
  private static final Set<String> NEEDED =
      Set.of("user", "api_date", "function", "result", "result_reason");

  /** Columns that distinguish the log from other tables with a user. */
  private static final Set<String> ONLY_IN_LOG =
      Set.of("api_id", "api_date", "api_script", "result_reason");

  private LogColumn() {}

  /** Whether a table of these columns is the log. */
  public static boolean in(Set<String> names) {
    return names.contains("function") && names.stream().anyMatch(ONLY_IN_LOG::contains);
  }

  /** The columns that are needed and not there, by name. */
  public static Set<String> needed(Set<String> given) {
    Set<String> needed = new TreeSet<>(NEEDED);
    needed.removeAll(given);
    return needed;
  }

  /** Returns the absent columns that would add detail, by name. */
  static Set<String> missing(Set<String> given) {
    Set<String> missing = new TreeSet<>(NAMES);
    missing.removeAll(NEEDED);
    missing.removeAll(given);
    return missing;
  }
}
