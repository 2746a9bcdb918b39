package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Groups;
import org.vicilint.model.Integration;
import org.vicilint.model.LoggedAccount;
import org.vicilint.model.Sources;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** Several integrations hold one account's credential, or seem to use it. */
final class SharedAccount implements AccountRule {
  private static final String KEY = "used_by";

  @Override
  public String id() {
    return "shared-account";
  }

  @Override
  public boolean concerns(AuditedAccount audited, RuleContext estate) {
    return audited.logsIn(estate)
        && (audited.account().declaration().usedBy().size() > 1
            || !estate.estate().usage().accounts().isEmpty());
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    if (!concerns(audited, estate)) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>(declared(audited.account(), estate));
    hits.addAll(logged(audited.account(), estate));
    return hits;
  }

  private static List<Hit> declared(Account account, RuleContext estate) {
    if (account.declaration().usedBy().size() < 2) {
      return List.of();
    }
    List<String> users = account.declaration().usedBy().stream().distinct().sorted().toList();
    if (users.size() < 2) {
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

  /** Several programs seem to call with it: the API's log has what each calls itself. */
  private static List<Hit> logged(Account account, RuleContext estate) {
    Sources sources =
        estate.estate().usage().of(account).map(LoggedAccount::granted).orElse(Sources.NONE);
    if (sources.count() < 2) {
      return List.of();
    }
    String names =
        sources.tooMany()
            ? "more than " + Sources.MOST + " names"
            : Phrases.count(sources.count(), "name") + ": " + Phrases.list(sources.names());
    return List.of(
        new Hit(
            "sources",
            true,
            "what calls with this credential names itself in the API's log by " + names,
            List.of(
                new Evidence("source", String.join(", ", sources.names()), account.place("user"))),
            List.of()));
  }

  /**
   * Returns the users in the definition, and the manifest of each integration that has one, as
   * evidence.
   */
  private static List<Evidence> evidence(Account account, List<String> users, RuleContext estate) {
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
