package org.vicilint.checks;

import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rule.AccountRule;
import org.vicilint.rule.AuditedAccount;
import org.vicilint.rule.EstateView;
import org.vicilint.rule.Hit;

/** Several integrations hold one account's credential. */
final class SharedAccount implements AccountRule {
  private static final String KEY = "used_by";

  @Override
  public String id() {
    return "shared-account";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, EstateView estate) {
    Account account = audited.account();
    List<String> users = account.declaration().usedBy().stream().distinct().sorted().toList();
    if (!account.active() || users.size() < 2) {
      return List.of();
    }
    return List.of(
        new Hit(
            null,
            false,
            "%d integrations hold this credential: %s".formatted(users.size(), Phrases.list(users)),
            List.of(new Evidence(KEY, String.join(", ", users), account.place(KEY))),
            List.of(
                new Change(
                    KEY,
                    String.join(", ", users),
                    "(one integration; an account for each other)"))));
  }
}
