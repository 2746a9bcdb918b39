package org.vicilint.checks;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Groups;
import org.vicilint.model.Integration;
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
            evidence(account, users, estate),
            List.of(
                new Change(
                    KEY,
                    String.join(", ", users),
                    "(one integration; an account for each other)"))));
  }

  /** What the definition says, and the manifest of each integration that has one. */
  private static List<Evidence> evidence(Account account, List<String> users, EstateView estate) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence(KEY, String.join(", ", users), account.place(KEY)));
    for (Integration each : estate.estate().integrations()) {
      if (Groups.key(each.account()).equals(Groups.key(account.user()))) {
        evidence.add(new Evidence("account", each.name(), each.place("account")));
      }
    }
    return evidence;
  }
}
