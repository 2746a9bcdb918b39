package org.vicilint.rules;

import java.util.Optional;

/** A rule that checks one waiver, after the account rules have run. */
public non-sealed interface WaiverRule extends Rule {

  /** Returns the fault of the waiver; empty if there is none. */
  Optional<Hit> check(WaiverUse use);
}
