package org.vicilint.rules.builtin;

import java.util.List;
import java.util.Optional;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Change;
import org.vicilint.model.Waiver;
import org.vicilint.rules.Hit;
import org.vicilint.rules.WaiverRule;
import org.vicilint.rules.WaiverUse;

/** A waiver covers no finding: it would hide the next one. */
final class UnusedWaiver implements WaiverRule {
  @Override
  public String id() {
    return "unused-waiver";
  }

  @Override
  public Optional<Hit> check(WaiverUse use) {
    Waiver waiver = use.waiver();
    if (use.expired() || !use.judged() || use.matched() > 0) {
      return Optional.empty(); // what has expired hides nothing
    }
    String accounts = String.join(" ", waiver.accounts());
    String message =
        use.account()
            ? "the waiver of %s covers no finding".formatted(waiver.rule())
            : "the waiver of %s names no account that there is".formatted(waiver.rule());
    return Optional.of(
        new Hit(
            null,
            false,
            message,
            List.of(
                new Evidence("account", accounts, waiver.place()),
                new Evidence("rule", waiver.rule(), waiver.place())),
            List.of(new Change("waiver", waiver.rule() + " of " + accounts, "(remove it)"))));
  }
}
