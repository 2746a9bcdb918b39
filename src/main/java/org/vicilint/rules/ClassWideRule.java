package org.vicilint.rules;

/**
 * A rule that reads nothing in which accounts of one equivalence class differ. Of the accounts of
 * one kind that no definition mentions, and that share one {@link AuditedAccount#subject()}, either
 * all have hits or none has. The texts of the hits may still differ.
 */
public interface ClassWideRule extends AccountRule {
  @Override
  default boolean concerns(AuditedAccount account, RuleContext estate) {
    return !check(account, estate).isEmpty();
  }
}
