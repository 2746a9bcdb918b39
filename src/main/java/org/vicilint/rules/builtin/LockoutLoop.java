package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Need;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/**
 * An account is meant to call functions whose login refuses its level: the refusals are counted,
 * and lock it.
 */
final class LockoutLoop implements ClassWideRule {
  private static final String LEVEL = "user_level";
  private static final String FUNCTIONS = "api_allowed_functions";

  @Override
  public String id() {
    return "lockout-loop";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    Need need = audited.need();
    if (!audited.logsIn(estate) || need.source() == Need.Source.EVERYTHING) {
      return List.of();
    }
    AccessEvaluator access = estate.access();
    List<String> names = new ArrayList<>();
    int level = 0;
    for (String name : need.functions()) {
      int index = access.indexOf(name);
      LoginRequirement login = access.login(access.functions().get(index).api());
      if (login.shared() && login.lock() && account.userLevel() < login.userLevel()) {
        names.add(name);
        level = Math.max(level, Math.max(login.userLevel(), access.requirement(index).userLevel()));
      }
    }
    if (names.isEmpty()) {
      return List.of();
    }
    String how = Calls.declared(audited) ? "is declared to call" : "is granted";
    return List.of(
        new Hit(
            null,
            false,
            "%s %s, but level %d is refused at the login, and the tenth refusal locks the account%s"
                .formatted(how, Phrases.list(names), account.userLevel(), closed(audited, estate)),
            List.of(
                audited.evidence(LEVEL),
                new Evidence(FUNCTIONS, String.join(" ", names), account.place(FUNCTIONS))),
            List.of(change(audited, names, level))));
  }

  /**
   * Returns words about working Agent API calls, which the lock would stop, too; empty if there are
   * none.
   */
  private static String closed(AuditedAccount audited, RuleContext estate) {
    long working =
        Calls.open(audited, estate).stream().map(Function::api).filter(Api.AGENT::equals).count();
    return working == 0 ? "" : ", its Agent API calls too";
  }

  /**
   * Returns the fix: a declared function needs its level, so the level is raised; otherwise the
   * grant is removed.
   */
  private static Change change(AuditedAccount audited, List<String> names, int level) {
    return Calls.declared(audited)
        ? new Change(LEVEL, audited.account().value(LEVEL), Integer.toString(level))
        : new Change(
            FUNCTIONS, audited.account().apiAllowedFunctions(), Calls.without(audited, names));
  }
}
