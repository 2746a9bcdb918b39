package org.vicilint.rules;

import java.util.List;

/** A rule that looks at one account, in the light of the whole estate. */
public non-sealed interface AccountRule extends Rule {

  /** What is wrong with the account; empty when nothing is. */
  List<Hit> check(AuditedAccount account, RuleContext estate);

  /**
   * Whether it has to be asked about accounts like this one: of the same kind and the same {@link
   * AuditedAccount#subject()}, and no definition speaks of any of them. False means that it would
   * have no hit on any: most accounts of a large estate are alike, and need not be looked at one by
   * one.
   *
   * @param account one of them
   */
  default boolean concerns(AuditedAccount account, RuleContext estate) {
    return true;
  }

  /**
   * Finds out what it will ask of the whole estate. Called before it is asked about accounts of a
   * large estate, and only when some concern it, so that no thread has to wait for this later.
   */
  default void prepare(RuleContext estate) {}
}
