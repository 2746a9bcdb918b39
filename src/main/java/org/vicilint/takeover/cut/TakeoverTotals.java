package org.vicilint.takeover.cut;

/**
 * How much takeover there is.
 *
 * @param pairs pairs of an active account and another one that it reaches
 * @param weight the same, each pair counted with the level of the account that is reached (1 for
 *     level 0): what cuts are measured by
 * @param high accounts that reach one of level 9 or more
 */
public record TakeoverTotals(long pairs, long weight, long high) {
  public static final TakeoverTotals NONE = new TakeoverTotals(0, 0, 0);

  static long weight(int level) {
    return Math.max(1, level);
  }

  public TakeoverTotals plus(TakeoverTotals other) {
    return new TakeoverTotals(pairs + other.pairs, weight + other.weight, high + other.high);
  }

  public TakeoverTotals minus(TakeoverTotals other) {
    return plus(other.times(-1));
  }

  TakeoverTotals times(long number) {
    return new TakeoverTotals(pairs * number, weight * number, high * number);
  }
}
