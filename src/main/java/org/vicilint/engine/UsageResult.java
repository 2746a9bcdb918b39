package org.vicilint.engine;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Period;
import org.vicilint.model.Problem;
import org.vicilint.model.Usage;

/**
 * What was granted against what was used.
 *
 * @param usage what the log says
 * @param accounts those that are shown, by login
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

  /** A moment of the log: the server's own clock, without a zone. */
  public static String time(LocalDateTime time) {
    return time.toLocalDate() + " " + "%tT".formatted(time);
  }

  /** From when to when. */
  public static String period(Period period) {
    return time(period.first()) + " to " + time(period.last());
  }

  /** What must be known of a log to read what rests on it. */
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

  /** What the log does not tell, or tells twice, and what in it is no call. */
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
