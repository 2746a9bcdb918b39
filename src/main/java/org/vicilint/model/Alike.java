package org.vicilint.model;

/**
 * All that decisions look at of an account that is not locked: equal for accounts of which every
 * decision is the same.
 */
public final class Alike {
  /** Longer than any name that the column holds. */
  private static final int LONGEST = 255;

  private final Common common;

  /** What tells accounts apart that share the rest, as bits: of login, password and kind. */
  private final int shape;

  private Alike(Common common, int shape) {
    this.common = common;
    this.shape = shape;
  }

  /**
   * What decides of an account.
   *
   * @param kind a number below 16 that also is to tell accounts apart
   */
  public static Alike of(Account account, int kind) {
    int shape = account.loginCharacters().ordinal();
    shape = shape << Byte.SIZE | Math.min(account.loginLength(), LONGEST);
    shape = shape << Short.SIZE | account.secretTraits();
    return new Alike(account.common(), kind << 28 | shape);
  }

  @Override
  public int hashCode() {
    return shape * 31 + common.decisiveHash();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Alike that
        && shape == that.shape
        && (common == that.common || common.decidesAs(that.common));
  }
}
