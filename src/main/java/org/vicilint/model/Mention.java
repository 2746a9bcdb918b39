package org.vicilint.model;

/**
 * The id of a rule as a profile or a waiver names it; whether there is such a rule, only the run
 * knows.
 */
public record Mention(String rule, SourceLocation place) {}
