package org.vicilint.model;

/**
 * Key of an equivalence class of accounts: all attributes that decisions look at in an account that
 * is not locked, so that accounts with equal keys get equal decisions.
 */
public final class DecisionKey {
  /** Longer than any name that the column holds. */
  private static final int LONGEST = 255;

  private final SharedColumns common;

  /** Bits of login, password and kind that distinguish accounts with the same other attributes. */
  private final int shape;

  private DecisionKey(SharedColumns common, int shape) {
    this.common = common;
    this.shape = shape;
  }

  /**
   * Returns the key of an account.
   *
   * @param kind a value from 0 to 15 that also distinguishes accounts
   */
  public static DecisionKey of(Account account, int kind) {
    int shape = account.loginCharacters().ordinal();
    shape = shape << Byte.SIZE | Math.min(account.loginLength(), LONGEST);
    shape = shape << Short.SIZE | account.secretTraits();
    return new DecisionKey(account.common(), kind << 28 | shape);
  }

  @Override
  public int hashCode() {
    return shape * 31 + common.decisiveHash();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecisionKey that
        && shape == that.shape
        && (common == that.common || common.decidesAs(that.common));
  }
}
