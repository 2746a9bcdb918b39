package org.vicilint.rules;

/**
 * A rule that looks at nothing in which alike accounts may differ. Of all accounts of one kind that
 * no definition speaks of, and that share one {@link AuditedAccount#subject()}, either each has
 * hits or none has. What a hit says may differ all the same.
 */
public interface ClassWideRule extends AccountRule {
  @Override
  default boolean concerns(AuditedAccount account, RuleContext estate) {
    return !check(account, estate).isEmpty();
  }
}
