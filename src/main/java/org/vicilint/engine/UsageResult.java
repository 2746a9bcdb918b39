package org.vicilint.engine;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Period;
import org.vicilint.model.Problem;
import org.vicilint.model.Usage;

/**
 * A comparison of granted and used functions.
 *
 * @param usage the usage in the log
 * @param accounts the accounts to show, by login
 * @param notes what must be known to read it
 * @param problems what could not be read, or is missing
 */
public record UsageResult(
    Usage usage,
    Builds builds,
    List<UsedAccount> accounts,
    List<String> notes,
    List<Problem> problems) {
  public UsageResult {
    accounts = List.copyOf(accounts);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /** Whether everything was there and could be read. */
  public boolean complete() {
    return problems.isEmpty();
  }

  /** Returns a time of the log, which is the server's local time without a zone. */
  public static String time(LocalDateTime time) {
    return time.toLocalDate() + " " + "%tT".formatted(time);
  }

  /** Returns the beginning and end of a period. */
  public static String period(Period period) {
    return time(period.first()) + " to " + time(period.last());
  }

  /** Returns notes on a log that results rest on. */
  public static List<String> notes(Usage usage) {
    List<String> notes = new ArrayList<>();
    if (!usage.known()) {
      return notes;
    }
    notes.add(
        "refused logins of the Non-Agent API are not in the log, and jobs that run once a month may be outside its period: what is not in it may be in use all the same");
    notes.addAll(columns(usage));
    return notes;
  }

  /** Returns notes on gaps and duplicates in the log, and on rows that are no calls. */
  public static List<String> gaps(Usage usage) {
    List<String> notes = new ArrayList<>();
    if (usage.scriptRows() > 0) {
      notes.add(ScriptWords.note(usage.scripts()));
    }
    notes.addAll(columns(usage));
    return notes;
  }

  private static List<String> columns(Usage usage) {
    List<String> notes = new ArrayList<>();
    if (usage.missing().contains("api_script")) {
      notes.add(
          "a log has no column api_script: a row counts as a call unless its function is one that only VICIdial's own scripts log");
    }
    if (usage.missing().contains("source")) {
      notes.add("a log has no column source: what its callers called themselves is not known");
    }
    if (usage.missing().contains("data")) {
      notes.add("a log has no column data: whether it holds passwords is not known");
    }
    for (Usage.Overlap overlap : usage.overlaps()) {
      notes.add(
          "%s and %s have the same api_id: rows that stand in both are counted twice"
              .formatted(overlap.one(), overlap.other()));
    }
    return notes;
  }
}
