package org.vicilint.model;

import java.util.EnumMap;
import java.util.Map;

/**
 * The calls of one account to one function, as the API's log has them.
 *
 * @param script {@code agent} or {@code non-agent} as logged; empty when the log does not say
 * @param function the name as logged: VICIdial cuts it at {@link #LOGGED_LENGTH} characters
 * @param counts how many calls came to each outcome; outcomes without any are not in it
 * @param sources from how many different {@code source}s they came
 * @param period the first and the last of them
 * @param secrets how many of their rows hold a password in clear
 */
public record LoggedFunction(
    String script,
    String function,
    Map<Outcome, Long> counts,
    Sources sources,
    Period period,
    long secrets) {
  /** Number of characters that the log keeps of a function's name. */
  public static final int LOGGED_LENGTH = 20;

  public LoggedFunction {
    counts = Map.copyOf(counts);
  }

  /** Returns the number of calls with an outcome. */
  public long count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /** Returns the number of calls. */
  public long calls() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the number of calls that a gate refused. */
  public long refused() {
    return counts.entrySet().stream()
        .filter(each -> each.getKey().refused())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * Whether any call may have passed the gates of the function: it did, or a parameter was refused
   * that needs more, or the log leaves it open.
   */
  public boolean maybeGranted() {
    return counts.keySet().stream().anyMatch(o -> !o.refused() || o == Outcome.OPERATION);
  }

  /** These calls and those; both are of one account, script and function. */
  public LoggedFunction with(LoggedFunction other) {
    Map<Outcome, Long> both = new EnumMap<>(Outcome.class);
    both.putAll(counts);
    other.counts.forEach((outcome, count) -> both.merge(outcome, count, Long::sum));
    return new LoggedFunction(
        script,
        function,
        both,
        sources.with(other.sources),
        period.with(other.period),
        secrets + other.secrets);
  }
}
