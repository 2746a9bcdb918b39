package org.vicilint.diff;

import org.vicilint.access.AccessEvaluator;
import org.vicilint.model.Estate;

/**
 * One side of a comparison: accounts, and the evaluator for them.
 *
 * @param estate the accounts and groups
 * @param access the evaluator for the builds of this side and the groups of this estate
 */
public record Side(Estate estate, AccessEvaluator access) {}
