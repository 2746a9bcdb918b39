package org.vicilint.rules.builtin;

import java.util.List;
import java.util.Optional;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Change;
import org.vicilint.model.Waiver;
import org.vicilint.rules.Hit;
import org.vicilint.rules.WaiverRule;
import org.vicilint.rules.WaiverUse;

/** The last day of a waiver is over: it waives nothing any more. */
final class ExpiredWaiver implements WaiverRule {
  @Override
  public String id() {
    return "expired-waiver";
  }

  @Override
  public Optional<Hit> check(WaiverUse use) {
    if (!use.expired()) {
      return Optional.empty();
    }
    Waiver waiver = use.waiver();
    String expires = waiver.expires().toString();
    return Optional.of(
        new Hit(
            null,
            false,
            "the waiver of %s expired on %s, and what it waived counts again"
                .formatted(waiver.rule(), expires),
            List.of(
                new Evidence("expires", expires, waiver.place()),
                new Evidence("rule", waiver.rule(), waiver.place())),
            List.of(new Change("expires", expires, "(fix the finding, or decide again)"))));
  }
}
