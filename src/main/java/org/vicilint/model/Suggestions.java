package org.vicilint.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant by a misspelt one. */
public final class Suggestions {
  private static final int FARTHEST = 2;
  private static final int SHORT = 4;
  private static final int LONGEST = 64;

  private Suggestions() {}

  /**
   * The nearest of the words: at most two letters wrong, missing, added or swapped, one in a word
   * of up to four letters. Case does not count. Of words equally near, one that begins with the
   * same letter is taken, then the first in the alphabet, so the order of the collection does not
   * matter.
   */
  public static Optional<String> closest(String word, Collection<String> known) {
    int farthest = word.length() <= SHORT ? 1 : FARTHEST;
    String best = null;
    int bestDistance = farthest + 1;
    for (String each : known) {
      int distance = distance(word, each);
      if (distance < bestDistance
          || (distance == bestDistance && best != null && goesFirst(each, best, word))) {
        best = each;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Returns the words that share a part with it, where parts have {@code _} between them: the ones
   * that share most first, then those with the same ending, then by the alphabet. Parts of one or
   * two letters do not count.
   *
   * @param most the greatest number of words to return
   */
  public static List<String> sharing(String word, Collection<String> known, int most) {
    List<String> parts = parts(word);
    return known.stream()
        .filter(each -> shared(parts, each) > 0)
        .distinct()
        .sorted(
            Comparator.comparingInt((String each) -> -shared(parts, each))
                .thenComparing(each -> !each.endsWith("_" + parts.get(parts.size() - 1)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  private static int shared(List<String> parts, String other) {
    return (int) parts(other).stream().filter(parts::contains).count();
  }

  private static List<String> parts(String word) {
    return Arrays.stream(word.toLowerCase(Locale.ROOT).split("_", -1))
        .filter(part -> part.length() > 2)
        .distinct()
        .toList();
  }

  private static boolean goesFirst(String one, String other, String word) {
    boolean alike = beginsLike(one, word);
    return alike == beginsLike(other, word) ? one.compareTo(other) < 0 : alike;
  }

  private static boolean beginsLike(String one, String word) {
    return !word.isEmpty() && one.regionMatches(true, 0, word, 0, 1);
  }

  /**
   * Returns the optimal string alignment distance of two words, without case: the least number of
   * letters that have to be changed, added, dropped or swapped with their neighbour. For words too
   * long or too different it is {@link Integer#MAX_VALUE}.
   */
  public static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    if (a.length() > LONGEST || Math.abs(a.length() - b.length()) > FARTHEST) {
      return Integer.MAX_VALUE;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
