package org.vicilint.model;

/**
 * All that decisions look at of an account that is not locked: equal for accounts of which every
 * decision is the same.
 */
public final class DecisionKey {
  /** Longer than any name that the column holds. */
  private static final int LONGEST = 255;

  private final SharedColumns common;

  /** What tells accounts apart that share the rest, as bits: of login, password and kind. */
  private final int shape;

  private DecisionKey(SharedColumns common, int shape) {
    this.common = common;
    this.shape = shape;
  }

  /**
   * What decides of an account.
   *
   * @param kind a number below 16 that also is to tell accounts apart
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
