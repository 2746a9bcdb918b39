package org.vicilint.rules;

import java.util.Optional;

/** A rule that looks at one waiver, after the others have run. */
public non-sealed interface WaiverRule extends Rule {

  /** What is wrong with the waiver; empty when nothing is. */
  Optional<Hit> check(WaiverUse use);
}
