package org.vicilint.takeover;

/**
 * One way on from a hold.
 *
 * @param kind how
 * @param from who does it; null for none, where credentials are shared
 * @param to what is held then
 */
record Transition(Step.Kind kind, Foothold from, Foothold to) {}
