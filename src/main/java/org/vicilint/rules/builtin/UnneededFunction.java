package org.vicilint.rules.builtin;

import java.util.List;
import java.util.TreeSet;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Need;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** An account is granted functions by name that its definition does not declare it to call. */
final class UnneededFunction implements ClassWideRule {
  private static final String COLUMN = "api_allowed_functions";

  @Override
  public String id() {
    return "unneeded-function";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    Need need = audited.need();
    String text = account.apiAllowedFunctions();
    if (!audited.logsIn(estate)
        || need.source() != Need.Source.DECLARED
        || !account.cutOff().isBlank() // what is left by chance: function-list-cut says that
        || !FunctionList.cutWord(text).isEmpty()
        || FunctionList.grantsAll(text)) { // all-functions-grant says that
      return List.of();
    }
    TreeSet<String> needed = new TreeSet<>(need.functions());
    needed.addAll(need.unknown());
    List<String> unneeded =
        FunctionList.granted(text).stream()
            .filter(name -> !needed.contains(name))
            .filter(name -> estate.access().indexOf(name) >= 0) // others are unknown-function's
            .toList();
    if (unneeded.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Hit(
            null,
            false,
            "is granted %s, which it does not declare to call".formatted(Phrases.list(unneeded)),
            List.of(
                new Evidence(COLUMN, String.join(" ", unneeded), account.place(COLUMN)),
                new Evidence("functions", String.join(" ", needed), account.place("functions"))),
            List.of(new Change(COLUMN, text, FunctionList.without(text, unneeded)))));
  }
}
