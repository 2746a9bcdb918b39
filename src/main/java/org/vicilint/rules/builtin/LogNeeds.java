package org.vicilint.rules.builtin;

import java.util.Optional;
import org.vicilint.model.Usage;

/** What a rule needs of the API's log, and what is said when that is not there. */
final class LogNeeds {
  private LogNeeds() {}

  /** For a rule that needs a call. */
  static Optional<String> calls(Usage usage) {
    if (usage.period() != null) {
      return Optional.empty();
    }
    return Optional.of(
        !usage.known()
            ? "no log of the API was read"
            : usage.log() == null
                ? "the log of the API has no rows"
                : "the log of the API has no calls in the time asked for");
  }

  /**
   * For a rule that looks for passwords. What was found in one log stands, although another has
   * nothing to look at.
   */
  static Optional<String> data(Usage usage) {
    boolean found =
        usage.accounts().values().stream()
            .flatMap(account -> account.functions().stream())
            .anyMatch(function -> function.secrets() > 0);
    return usage.missing().contains("data") && !found
        ? Optional.of("a log of the API has no column data")
        : Optional.empty();
  }

  /** For a rule that needs so many days. */
  static Optional<String> days(Usage usage, int days) {
    if (usage.period() == null || usage.period().days() >= days) {
      return calls(usage);
    }
    return Optional.of(
        "the log of the API spans %s of the %d that are waited for"
            .formatted(Phrases.count(usage.period().days(), "day"), days));
  }
}
