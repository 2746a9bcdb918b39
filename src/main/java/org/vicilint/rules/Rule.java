package org.vicilint.rules;

import java.util.Optional;
import org.vicilint.model.Usage;
import org.vicilint.profile.Profile;

/** A stateless rule. Its page is {@code rules/<id>.md}. */
public sealed interface Rule permits AccountRule, WaiverRule {

  /** Returns its id: a name of the fault, so that it reads well after "waive". */
  String id();

  /** Whether its results rest on administration pages, which need more columns than calls do. */
  default boolean looksAtPages() {
    return false;
  }

  /**
   * Returns the reason why the rule cannot judge any account with this API log, so that the absence
   * of findings means nothing; empty if it can judge, or needs no log.
   */
  default Optional<String> blind(Usage usage, Profile profile) {
    return Optional.empty();
  }
}
