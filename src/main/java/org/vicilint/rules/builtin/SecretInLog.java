package org.vicilint.rules.builtin;

import java.util.List;
import java.util.Optional;
import org.vicilint.access.ObservedCalls;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Usage;
import org.vicilint.profile.Profile;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** Calls of this account have left passwords in the API's log. */
final class SecretInLog implements AccountRule {
  @Override
  public String id() {
    return "secret-in-log";
  }

  @Override
  public Optional<String> blind(Usage usage, Profile profile) {
    return LogNeeds.calls(usage).or(() -> LogNeeds.data(usage));
  }

  @Override
  public boolean concerns(AuditedAccount audited, RuleContext estate) {
    return !estate.estate().usage().accounts().isEmpty();
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    if (estate.estate().usage().of(account).isEmpty()) {
      return List.of();
    }
    List<ObservedCalls.Row> rows =
        estate.called(account).rows().stream().filter(row -> row.logged().secrets() > 0).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    long count = rows.stream().mapToLong(row -> row.logged().secrets()).sum();
    List<String> names = rows.stream().map(SecretInLog::name).distinct().sorted().toList();
    return List.of(
        new Hit(
            null,
            false,
            "%s of the API's log %s a password in clear, written by %s: change those passwords, then empty data of these rows"
                .formatted(
                    Phrases.count(count, "row"),
                    count == 1 ? "holds" : "hold",
                    Phrases.list(names)),
            List.of(new Evidence("function", String.join(" ", names), account.place("user"))),
            List.of()));
  }

  /** The function; as logged, when that is no known one, or several. */
  private static String name(ObservedCalls.Row row) {
    List<Function> candidates = row.candidates();
    return candidates.size() == 1 ? candidates.get(0).name() : row.logged().function();
  }
}
