package org.vicilint.rules;

import java.util.List;

/** A rule that checks one account in the context of the whole estate. */
public non-sealed interface AccountRule extends Rule {

  /** Returns the faults of the account; empty if there are none. */
  List<Hit> check(AuditedAccount account, RuleContext estate);

  /**
   * Whether the rule must check the accounts of this one's equivalence class: accounts of one kind
   * and one {@link AuditedAccount#subject()} that no definition mentions. False means that it has
   * no hit on any of them: most accounts of a large estate are equivalent, and need no check one by
   * one.
   *
   * @param account an account of the class
   */
  default boolean concerns(AuditedAccount account, RuleContext estate) {
    return true;
  }

  /**
   * Computes the facts that the rule needs of the whole estate. Called before the checks of a large
   * estate, and only if the rule concerns some account, so that no thread has to wait for this
   * later.
   */
  default void prepare(RuleContext estate) {}
}
