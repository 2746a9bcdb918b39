package org.vicilint.rules;

import java.util.Optional;
import org.vicilint.model.Usage;
import org.vicilint.profile.Profile;

/** A rule. It keeps no state. Its page is {@code rules/<id>.md}. */
public sealed interface Rule permits AccountRule, WaiverRule {

  /** Its id: the bad thing, so that it reads after "waive". */
  String id();

  /** Whether its answers rest on administration pages, which ask for more columns than calls do. */
  default boolean looksAtPages() {
    return false;
  }

  /**
   * Why it could say nothing of any account with what the log of the API tells, so that its silence
   * would mean nothing; empty when it can, as a rule does that needs no log.
   */
  default Optional<String> blind(Usage usage, Profile profile) {
    return Optional.empty();
  }
}
