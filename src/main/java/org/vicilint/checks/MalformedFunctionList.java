package org.vicilint.checks;

import java.util.List;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Need;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rule.AuditedAccount;
import org.vicilint.rule.EstateView;
import org.vicilint.rule.Hit;
import org.vicilint.rule.Rule;

/** Names stand in {@code api_allowed_functions} in a way that the server does not find. */
final class MalformedFunctionList implements Rule {
  private static final String COLUMN = "api_allowed_functions";

  @Override
  public String id() {
    return "malformed-function-list";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, EstateView estate) {
    Account account = audited.account();
    String text = account.apiAllowedFunctions();
    List<String> lost = FunctionList.lost(text);
    if (!account.active() || lost.isEmpty()) {
      return List.of();
    }
    List<String> words = FunctionList.words(text);
    boolean nothingLeft = lost.size() == words.size();
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
    return FunctionList.of(
        words.stream()
            .filter(
                word ->
                    need.source() != Need.Source.DECLARED
                        || need.functions().contains(word)
                        || need.unknown().contains(word))
            .toList());
  }
}
