package org.vicilint.fix;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Decision;
import org.vicilint.access.FunctionList;
import org.vicilint.access.IntendedCalls;
import org.vicilint.access.ModifyLeads;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Finding;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.rules.AuditedAccount;

/**
 * Decides whether a fix is safe without a review of the integration: its changes remove only what
 * the account does not need, and the need is known, not guessed.
 */
final class FixSafety {
  private final AccessEvaluator access;

  FixSafety(AccessEvaluator access) {
    this.access = access;
  }

  /** Returns the reason for a review; null if the fix is safe. */
  String of(Finding finding, AuditedAccount audited) {
    Account account = audited.account();
    if (finding.confidence() == Confidence.LIKELY
        && (!account.has(Flag.API_ONLY_USER) || !audited.need().unknown().isEmpty())) {
      return "what uses the account is only inferred";
    }
    for (Change change : finding.changes()) {
      String why = of(change, account);
      if (why != null) {
        return why;
      }
    }
    Account mended = ChangeApplier.mend(account, List.of(finding));
    String opens = opens(account, mended);
    return opens != null || audited.kind() == Kind.PERSON ? opens : closes(account, mended);
  }

  /**
   * Returns the reason if the change opens something. The values of modify_leads have no order: one
   * with less power may open what another closes.
   */
  private String opens(Account account, Account mended) {
    Subject before = access.prepare(account);
    Subject after = access.prepare(mended);
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < access.functions().size(); i++) {
      if (access.decide(after, i) == Verdict.GRANTED
          && access.decide(before, i) != Verdict.GRANTED) {
        opened.add(access.functions().get(i).name());
      }
    }
    return opened.isEmpty() ? null : "it opens " + String.join(", ", opened);
  }

  private static String of(Change change, Account account) {
    switch (change.column()) {
      case "user_level":
        return Integer.parseInt(change.to()) < account.userLevel() ? null : "it gives a level";
      case "modify_leads":
        return ModifyLeads.less(Integer.parseInt(change.to()), account.modifyLeads())
            ? null
            : "it gives modify_leads";
      case "api_allowed_functions":
        boolean fewer =
            FunctionList.granted(change.to()).stream()
                .allMatch(name -> FunctionList.grants(account.apiAllowedFunctions(), name));
        return fewer && !FunctionList.grantsAll(change.to()) ? null : "it grants functions";
      case "api_only_user":
        return change.to().equals("1") ? null : "it opens the screens";
      case "api_list_restrict", "modify_same_user_level", "ignore_ip_list":
        return "calls that it makes may be refused for what they name, or where they come from";
      case "active":
        return "nobody can use the account then";
      default:
        boolean takes =
            Flag.of(change.column()).filter(Flag::opens).isPresent() && change.to().equals("0");
        return takes ? null : "it gives " + change.column();
    }
  }

  /** Returns the reason if a needed call that works today would be refused. */
  private String closes(Account account, Account mended) {
    List<String> closed = new ArrayList<>();
    for (Call call : IntendedCalls.of(account, List.of(access)).calls()) {
      Function function =
          access.indexOf(call.function()) < 0
              ? null
              : access.functions().get(access.indexOf(call.function()));
      if (function != null && open(account, function, call) && !open(mended, function, call)) {
        closed.add(call.toString());
      }
    }
    return closed.isEmpty() ? null : "it closes " + String.join(", ", closed);
  }

  private boolean open(Account account, Function function, Call call) {
    Decision decision =
        access.explain(account, function, function.operation(call.operation()).orElse(null));
    return decision.granted();
  }
}
