package org.vicilint.access;

/**
 * What a decision needs of an account, worked out once: then a decision is a few comparisons of
 * bits. Made by {@link AccessEvaluator#prepare}.
 */
public final class Subject {
  final int level;
  final long flags;
  final int modifyLeads;
  final boolean active;

  /** By API: whether the login that its functions share lets the account in. */
  final boolean[] loggedIn;

  /** By API: whether user and password reach the comparison unchanged. */
  final boolean[] credentials;

  /** Restricted to the lists of a group that does not exist. */
  final boolean noGroup;

  /** The functions granted, as bits over {@link AccessEvaluator#functions()}. */
  final long[] granted;

  Subject(
      int level,
      long flags,
      int modifyLeads,
      boolean active,
      boolean[] loggedIn,
      boolean[] credentials,
      boolean noGroup,
      long[] granted) {
    this.level = level;
    this.flags = flags;
    this.modifyLeads = modifyLeads;
    this.active = active;
    this.loggedIn = loggedIn;
    this.credentials = credentials;
    this.noGroup = noGroup;
    this.granted = granted;
  }
}
