package org.vicilint.rules;

import org.vicilint.model.Waiver;

/**
 * The use of a waiver in a run.
 *
 * @param waiver the waiver
 * @param expired whether its last day is over, so that it no longer waives anything
 * @param account whether the estate has an account that it names
 * @param judged whether the rule that it waives has run, so that its use is known
 * @param matched the number of findings that it waives, or would waive if it had not expired
 */
public record WaiverUse(
    Waiver waiver, boolean expired, boolean account, boolean judged, int matched) {}
