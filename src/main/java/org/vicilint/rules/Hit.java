package org.vicilint.rules;

import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Change;

/**
 * What a rule found on one account: where, the evidence and the change. How bad it is stands on the
 * rule's page, not here.
 *
 * @param variant the page's name for a case that is judged differently; null for the usual one
 * @param inferred whether it also rests on something inferred
 * @param message what is wrong, in one sentence
 * @param evidence the values that it rests on; the first one is where to look
 * @param changes what mends it; empty when only a person can tell
 */
public record Hit(
    String variant,
    boolean inferred,
    String message,
    List<Evidence> evidence,
    List<Change> changes) {}
