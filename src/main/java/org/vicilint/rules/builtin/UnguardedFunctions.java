package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.access.FunctionList;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** API access is off, but functions that do not look at that switch answer all the same. */
final class UnguardedFunctions implements ClassWideRule {
  private static final String SWITCH = Flag.VDC_AGENT_API_ACCESS.column();
  private static final String COLUMN = "api_allowed_functions";

  @Override
  public String id() {
    return "unguarded-functions";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    boolean lists = estate.access().looksAtFunctionLists();
    if (!audited.logsIn(estate)
        || account.has(Flag.VDC_AGENT_API_ACCESS)
        || (lists && !FunctionList.grantsAll(account.apiAllowedFunctions()))) {
      return List.of();
    }
    // Whatever answers now does not look at the switch.
    List<String> names =
        Calls.open(audited, estate).stream()
            .map(Function::name)
            .filter(name -> !(Calls.declared(audited) && audited.need().functions().contains(name)))
            .toList();
    if (names.isEmpty()) {
      return List.of();
    }
    boolean person = audited.kind() == Kind.PERSON;
    return List.of(
        new Hit(
            person ? "person" : null,
            !person && audited.inferred(),
            names.size() == 1
                ? "has API access off, yet %s answers: it does not look at that switch"
                    .formatted(names.get(0))
                : "has API access off, yet %s answer: they do not look at that switch"
                    .formatted(Phrases.list(names)),
            List.of(
                audited.evidence(SWITCH),
                new Evidence(COLUMN, String.join(" ", names), account.place(COLUMN))),
            List.of(new Change(COLUMN, account.apiAllowedFunctions(), grant(audited, lists)))));
  }

  private static String grant(AuditedAccount audited, boolean lists) {
    if (!lists) {
      return "(nothing helps: this build does not look at it; only a lower level closes them)";
    }
    if (Calls.declared(audited) && audited.need().unknown().isEmpty()) {
      return FunctionList.of(audited.need().functions());
    }
    return audited.kind() == Kind.PERSON
        ? "(only the choosers of files and menus that the person works with, or nothing)"
        : "(the functions that it calls, with a blank on both sides of each)";
  }
}
