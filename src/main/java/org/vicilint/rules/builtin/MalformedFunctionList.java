package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Need;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** Names stand in {@code api_allowed_functions} in a way that the server does not find. */
final class MalformedFunctionList implements ClassWideRule {
  private static final String COLUMN = "api_allowed_functions";

  @Override
  public String id() {
    return "malformed-function-list";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    String text = account.apiAllowedFunctions();
    if (!audited.logsIn(estate) || FunctionList.grantsAll(text)) {
      return List.of();
    }
    String cut = FunctionList.cutWord(text); // function-list-cut says what became of it
    List<String> lost = FunctionList.lost(text).stream().filter(w -> !w.equals(cut)).toList();
    if (lost.isEmpty()) {
      return List.of();
    }
    boolean nothingLeft = FunctionList.granted(text).isEmpty();
    List<String> words = FunctionList.words(text).stream().filter(w -> !w.equals(cut)).toList();
    String message =
        nothingLeft
            ? "grants nothing, though it names %s: the server looks for each name with a blank on both sides"
            : "does not grant %s: the server looks for each name with a blank on both sides";
    return List.of(
        new Hit(
            nothingLeft ? "nothing left" : null,
            false,
            message.formatted(Phrases.list(lost)),
            List.of(audited.evidence(COLUMN)),
            List.of(new Change(COLUMN, text, mended(audited.need(), words)))));
  }

  /** The list as it was meant; where the need is declared, without what is not needed. */
  private static String mended(Need need, List<String> words) {
    String whole =
        FunctionList.of(
            words.stream()
                .filter(
                    word ->
                        need.source() != Need.Source.DECLARED
                            || need.functions().contains(word)
                            || need.unknown().contains(word))
                .toList());
    return whole.length() <= FunctionList.COLUMN_LENGTH
        ? whole
        : "(fewer names, with a blank on both sides of each: these do not fit into the column)";
  }
}
