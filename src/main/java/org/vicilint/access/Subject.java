package org.vicilint.access;

/**
 * Attributes of an account that decide on calls, computed once, so that a decision is a few
 * comparisons of bits. Made by {@link AccessEvaluator#prepare}.
 */
public final class Subject {
  final int level;
  final long flags;
  final int modifyLeads;
  final boolean active;

  /** Whether the shared login of the functions lets the account in, by API. */
  final boolean[] loggedIn;

  /** Whether user and password reach the comparison unchanged, by API. */
  final boolean[] credentials;

  /** Whether the user name reaches the comparison unchanged, by API. */
  final boolean[] userReaches;

  /** Whether the password reaches the comparison unchanged, by API. */
  final boolean[] passwordReaches;

  /** Whether it is locked at the time in question. */
  final boolean locked;

  /** Whether the API is switched off for all accounts, by API. */
  final boolean[] switchedOff;

  /** Whether the IP list of the group lets nobody in, by API. */
  final boolean[] keptOut;

  /** Restricted to the lists of a group that does not exist. */
  final boolean noGroup;

  /** The functions granted, as bits over {@link AccessEvaluator#functions()}. */
  final long[] granted;

  /** The account as administration pages see it. */
  final PageSubject visitor;

  /** The functions that it may call, as bits; null until first use. */
  private volatile long[] open;

  Subject(
      PageSubject visitor,
      boolean[] loggedIn,
      boolean[] credentials,
      boolean[] userReaches,
      boolean[] passwordReaches,
      boolean[] switchedOff,
      boolean[] keptOut,
      boolean noGroup,
      long[] granted) {
    this.visitor = visitor;
    this.level = visitor.level();
    this.flags = visitor.flags();
    this.modifyLeads = visitor.modifyLeads();
    this.active = visitor.active();
    this.loggedIn = loggedIn;
    this.credentials = credentials;
    this.userReaches = userReaches;
    this.passwordReaches = passwordReaches;
    this.locked = visitor.locked();
    this.switchedOff = switchedOff;
    this.keptOut = keptOut;
    this.noGroup = noGroup;
    this.granted = granted;
  }

  /** The functions that the account may call, as bits like {@link #granted}; not to be changed. */
  long[] open(AccessEvaluator access) {
    long[] known = open;
    if (known == null) {
      known = new long[granted.length];
      for (int i = 0; i < access.functions().size(); i++) {
        if (access.decide(this, i) == Verdict.GRANTED) {
          known[i >> 6] |= 1L << (i & 63);
        }
      }
      open = known;
    }
    return known;
  }
}
