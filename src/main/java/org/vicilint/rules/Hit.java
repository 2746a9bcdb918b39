package org.vicilint.rules;

import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Change;

/**
 * A fault that a rule found on one account, with the evidence and the fix. The severity is on the
 * rule's page, not here.
 *
 * @param variant the page's name for a case with another severity; null for the usual case
 * @param inferred whether it also rests on an inferred fact
 * @param message the fault, in one sentence
 * @param evidence the values that it rests on; the first one gives the location
 * @param changes the fix; empty if only a person can decide
 */
public record Hit(
    String variant,
    boolean inferred,
    String message,
    List<Evidence> evidence,
    List<Change> changes) {}
