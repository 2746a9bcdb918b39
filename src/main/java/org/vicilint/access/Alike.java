package org.vicilint.access;

import org.vicilint.model.Account;
import org.vicilint.model.Characters;

/**
 * All that {@link AccessEvaluator#prepare} looks at of an account that is not locked: equal for
 * accounts that every decision is the same of.
 */
public final class Alike {
  /** Longer than any name that the column holds. */
  private static final int LONGEST = 255;

  /** Level, modify_leads, alphabets and lengths, and whether it is active, as bits. */
  private final long shape;

  private final long flags;
  private final String group;
  private final String functions;

  private Alike(long shape, Account account) {
    this.shape = shape;
    this.flags = account.flags();
    this.group = account.userGroup();
    this.functions = account.apiAllowedFunctions();
  }

  /**
   * What decides of an account.
   *
   * @param kind a number below 16 that also is to tell accounts apart
   */
  public static Alike of(Account account, int kind) {
    String user = account.user();
    long shape = kind;
    shape = shape << 8 | account.userLevel();
    shape = shape << 8 | account.modifyLeads();
    shape = shape << 4 | Characters.of(user).ordinal();
    shape = shape << 8 | Math.min(user.length(), LONGEST);
    shape = shape << 1 | (account.active() ? 1 : 0);
    shape = shape << Short.SIZE | account.secretTraits();
    return new Alike(shape, account);
  }

  @Override
  public int hashCode() {
    int hash = Long.hashCode(shape * 31 + flags);
    return (hash * 31 + group.hashCode()) * 31 + functions.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Alike that
        && shape == that.shape
        && flags == that.flags
        && group.equals(that.group)
        && functions.equals(that.functions);
  }
}
