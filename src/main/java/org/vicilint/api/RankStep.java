package org.vicilint.api;

/**
 * Ranks and grades that update_user writes for all campaigns, or all in-groups.
 *
 * @param what its name in the answers
 * @param rank the parameter with the rank
 * @param grade the parameter with the grade
 * @param only the parameter that limits it to one
 * @param id the parameter that names that one
 */
public record RankStep(String what, String rank, String grade, String only, String id) {}
