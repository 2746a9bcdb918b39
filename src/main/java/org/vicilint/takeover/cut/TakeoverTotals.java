package org.vicilint.takeover.cut;

/**
 * Totals of the takeover power in an estate.
 *
 * @param pairs the number of pairs of an active account and another one that it reaches
 * @param weight the pairs, each weighted with the level of the reached account (1 for level 0); the
 *     search minimizes it
 * @param high the number of accounts that reach one of level 9 or more
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
