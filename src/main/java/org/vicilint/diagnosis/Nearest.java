package org.vicilint.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the known answer that shares most words with an unknown one. */
final class Nearest {
  private static final Set<String> STARTS = Set.of("ERROR:", "NOTICE:", "SUCCESS:", "TO");
  private static final int MOST_WORDS = 40;

  /** Less than this part of all words in common is chance: "is not allowed" says many things. */
  private static final double LEAST = 0.5;

  /**
   * Order by present templates first, then by text, so that the choice among equally near ones is
   * always the same.
   */
  private static final Comparator<AnswerTemplate> ORDER =
      Comparator.comparing(
              (AnswerTemplate t) -> t.candidates().stream().allMatch(c -> c.until() != null))
          .thenComparing(AnswerTemplate::text);

  private final List<AnswerTemplate> known;
  private final int[] sizes;

  /** Indices of the known templates by a word of theirs. */
  private final Map<String, List<Integer>> byWord = new HashMap<>();

  Nearest(Collection<AnswerTemplate> templates) {
    known = templates.stream().sorted(ORDER).toList();
    sizes = new int[known.size()];
    for (int i = 0; i < sizes.length; i++) {
      Set<String> words = words(known.get(i).text());
      sizes[i] = words.size();
      for (String word : words) {
        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
      }
    }
  }

  /**
   * Returns the words of a text, without the values behind them and without the words that carry no
   * information.
   */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.split("[|{]| - ", 2)[0].strip().split("\\s+", MOST_WORDS)) {
      words.add(word);
    }
    words.removeAll(STARTS);
    return words;
  }

  /**
   * The text of the nearest known answer; null when none shares a word.
   *
   * @param function where some that share a word are of this function, only those count; null for
   *     none
   */
  String to(String shown, String function) {
    Set<String> words = words(shown);
    int[] shared = new int[known.size()];
    for (String word : words) {
      for (int i : byWord.getOrDefault(word, List.of())) {
        shared[i]++;
      }
    }
    int own = function == null ? -1 : best(words, shared, function, 0);
    int best = own < 0 ? best(words, shared, null, LEAST) : own;
    return best < 0 ? null : known.get(best).text();
  }

  private int best(Set<String> words, int[] shared, String function, double least) {
    int best = -1;
    double most = least;
    for (int i = 0; i < shared.length; i++) {
      if (function != null && !known.get(i).of(function)) {
        continue;
      }
      double alike = (double) shared[i] / (words.size() + sizes[i] - shared[i]);
      if (alike > most) {
        most = alike;
        best = i;
      }
    }
    return best;
  }
}
