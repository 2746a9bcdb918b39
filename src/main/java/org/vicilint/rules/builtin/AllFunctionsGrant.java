package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Need;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** An account that uses the API may call every function, as VICIdial sets it for new accounts. */
final class AllFunctionsGrant implements ClassWideRule {
  private static final String COLUMN = "api_allowed_functions";

  @Override
  public String id() {
    return "all-functions-grant";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    if (!estate.access().looksAtFunctionLists()) {
      return List.of(); // the build has no such column: nothing that is written there limits it
    }
    if (!audited.logsIn(estate) || !FunctionList.grantsAll(account.apiAllowedFunctions())) {
      return List.of();
    }
    boolean service = audited.kind() == Kind.SERVICE;
    if (!service && !usesTheApi(audited)) {
      return List.of(); // every agent has the default; unguarded-functions reports what it opens
    }
    int callable = estate.access().callable(audited.subject());
    String message =
        "may call every function of both APIs; with its level and flags "
            + callable
            + " of "
            + estate.access().functions().size()
            + " answer it today";
    String said = account.places().mentions(COLUMN) ? "" : " (VICIdial's default: it is not set)";
    Evidence evidence = audited.evidence(COLUMN);
    return List.of(
        new Hit(
            service ? null : "person",
            service && audited.inferred(),
            message + said,
            List.of(evidence),
            List.of(new Change(COLUMN, account.apiAllowedFunctions(), grant(audited.need())))));
  }

  private static boolean usesTheApi(AuditedAccount audited) {
    return audited.kind() == Kind.PERSON && audited.account().has(Flag.VDC_AGENT_API_ACCESS);
  }

  private static String grant(Need need) {
    String list = FunctionList.of(need.functions());
    boolean known = need.source() == Need.Source.DECLARED && need.unknown().isEmpty();
    return known && list.length() <= FunctionList.COLUMN_LENGTH
        ? list
        : "(the functions that it calls, with a blank on both sides of each)";
  }
}
