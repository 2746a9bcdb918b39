package org.vicilint.takeover;

/**
 * A transition from one foothold to another.
 *
 * @param kind the kind of step
 * @param from the acting foothold; null where credentials are shared
 * @param to the foothold after the step
 */
record Transition(Step.Kind kind, Foothold from, Foothold to) {}
