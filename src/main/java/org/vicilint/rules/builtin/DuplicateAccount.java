package org.vicilint.rules.builtin;

import java.util.List;
import java.util.stream.Stream;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Duplicate;
import org.vicilint.model.SourceLocation;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** An account is given more than once, and only one of them was looked at. */
final class DuplicateAccount implements AccountRule {
  private static final String COLUMN = "user";

  @Override
  public String id() {
    return "duplicate-account";
  }

  @Override
  public boolean concerns(AuditedAccount audited, RuleContext estate) {
    return !estate.estate().duplicates().isEmpty();
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    List<Duplicate> all = estate.duplicates(account);
    if (all.isEmpty()) {
      return List.of();
    }
    String user = account.user();
    List<SourceLocation> others =
        all.stream()
            .filter(duplicate -> duplicate.user().equals(user))
            .map(Duplicate::place)
            .toList();
    if (others.isEmpty()) {
      return List.of();
    }
    SourceLocation holds = account.place(COLUMN);
    return List.of(
        new Hit(
            null,
            false,
            "is given %d times, and only the first was looked at".formatted(others.size() + 1),
            Stream.concat(others.stream(), Stream.of(holds))
                .map(place -> new Evidence(COLUMN, user, place))
                .toList(),
            List.of(
                new Change(COLUMN, user, "(in one place; the one at %s holds)".formatted(holds)))));
  }
}
