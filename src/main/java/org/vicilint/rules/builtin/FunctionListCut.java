package org.vicilint.rules.builtin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.access.FunctionList;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** The list of functions is longer than the column keeps, and its end is lost. */
final class FunctionListCut implements AccountRule {
  private static final String COLUMN = "api_allowed_functions";

  @Override
  public String id() {
    return "function-list-cut";
  }

  @Override
  public boolean concerns(AuditedAccount audited, RuleContext estate) {
    String text = audited.account().apiAllowedFunctions();
    return audited.logsIn(estate)
        && FunctionList.full(text)
        && !FunctionList.grantsAll(text)
        && estate.access().looksAtFunctionLists();
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    String text = account.apiAllowedFunctions();
    if (!concerns(audited, estate)) {
      return List.of();
    }
    boolean seen = !account.cutOff().isBlank();
    String broken = FunctionList.cutWord(text);
    if (seen) {
      List<String> lost = lost(text, account.cutOff(), broken);
      return lost.isEmpty()
          ? List.of()
          : List.of(
              hit(
                  audited,
                  false,
                  "loses %s: the column keeps %d characters, and the server cuts the rest without a word"
                      .formatted(Phrases.list(lost), FunctionList.COLUMN_LENGTH),
                  String.join(" ", lost)));
    }
    return broken.isEmpty()
        ? List.of()
        : List.of(
            hit(
                audited,
                true,
                "seems to be cut at '%s': it fills the %d characters of the column, and no blank is behind the last word"
                    .formatted(broken, FunctionList.COLUMN_LENGTH),
                broken));
  }

  /** Returns the names of the whole list that its remaining part does not grant. */
  private static List<String> lost(String text, String cutOff, String broken) {
    Set<String> left = new LinkedHashSet<>(FunctionList.words(text));
    left.remove(broken);
    return FunctionList.words(text + cutOff).stream()
        .filter(word -> !left.contains(word) && !FunctionList.grants(text, word))
        .toList();
  }

  private static Hit hit(
      AuditedAccount audited, boolean inferred, String message, String evidence) {
    Account account = audited.account();
    return new Hit(
        null,
        inferred,
        "api_allowed_functions " + message,
        List.of(new Evidence(COLUMN, evidence, account.place(COLUMN))),
        List.of(shorter(audited)));
  }

  private static Change shorter(AuditedAccount audited) {
    String needed = FunctionList.of(audited.need().functions());
    boolean known = Calls.declared(audited) && audited.need().unknown().isEmpty();
    return known && needed.length() <= FunctionList.COLUMN_LENGTH
        ? new Change(COLUMN, audited.account().apiAllowedFunctions(), needed)
        : new Change(
            COLUMN,
            "(%d characters)".formatted(FunctionList.COLUMN_LENGTH),
            "(the functions that it calls, in no more than that)");
  }
}
