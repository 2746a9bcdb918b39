package org.vicilint.rules.builtin;

import java.util.Optional;
import org.vicilint.model.Usage;

/** The requirements of rules on the API log, with the reason if one is not met. */
final class LogNeeds {
  private LogNeeds() {}

  /** Returns the reason for a rule that needs a call. */
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
   * Returns the reason for a rule that looks for passwords. Passwords found in one log count, even
   * if another log has no column data.
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

  /** Returns the reason for a rule that needs a number of days. */
  static Optional<String> days(Usage usage, int days) {
    if (usage.period() == null || usage.period().days() >= days) {
      return calls(usage);
    }
    return Optional.of(
        "the log of the API spans %s of the %d that are waited for"
            .formatted(Phrases.count(usage.period().days(), "day"), days));
  }
}
