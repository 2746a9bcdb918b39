package org.vicilint.rule;

import java.util.List;

/** A rule that looks at one account, in the light of the whole estate. */
public non-sealed interface AccountRule extends Rule {

  /** What is wrong with the account; empty when nothing is. */
  List<Hit> check(AuditedAccount account, EstateView estate);
}
