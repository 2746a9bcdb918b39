package org.vicilint.rule;

/**
 * A rule that looks at nothing in which alike accounts may differ. Of all accounts of one kind that
 * no definition speaks of, and that share one {@link AuditedAccount#subject()}, either each has
 * hits or none has: most accounts of a large estate are alike, and need not be looked at one by
 * one. What a hit says may differ all the same.
 */
public interface AlikeRule extends AccountRule {}
