package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.access.Need;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/**
 * A program's account may drive the sessions of all agents: the server asks for no particular one.
 */
final class DrivesAnyAgent implements ClassWideRule {
  private static final String COLUMN = "api_allowed_functions";

  @Override
  public String id() {
    return "drives-any-agent";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    if (!audited.activeService(estate)) {
      return List.of();
    }
    Account account = audited.account();
    List<Function> open = Calls.open(audited, estate);
    if (!Calls.declared(audited)
        && audited.need().source() != Need.Source.LISTED
        && open.stream().anyMatch(f -> f.api() != Api.AGENT)) {
      return List.of(); // what is granted with everything, other rules report
    }
    List<String> names =
        open.stream()
            .filter(f -> f.api() == Api.AGENT && f.effect() == Effect.CONTROL)
            .map(Function::name)
            .filter(name -> meant(audited, name))
            .toList();
    if (names.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Hit(
            null,
            audited.inferred(),
            "may call "
                + Phrases.list(names)
                + " for every agent who is logged in: the Agent API does not look whose session is driven",
            List.of(new Evidence(COLUMN, String.join(" ", names), account.place(COLUMN))),
            List.of(
                new Change(
                    COLUMN,
                    account.apiAllowedFunctions(),
                    "(only what it cannot do without: no setting limits it to some agents)"))));
  }

  /**
   * Whether the function is declared, or nothing is declared. Other rules report grants beyond the
   * declaration.
   */
  private static boolean meant(AuditedAccount audited, String name) {
    return !Calls.declared(audited) || audited.need().functions().contains(name);
  }
}
