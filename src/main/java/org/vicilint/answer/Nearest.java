package org.vicilint.answer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the known answer that shares most words with an unknown one. Not for several threads. */
final class Nearest {
  private static final Set<String> STARTS = Set.of("ERROR:", "NOTICE:", "SUCCESS:", "TO");
  private static final int REMEMBERED = 1000;
  private static final int MOST_WORDS = 40;

  /** By text, so that of equally near ones always the same is taken. */
  private final Map<String, Set<String>> known = new TreeMap<>();

  private final Map<String, Optional<String>> remembered = new HashMap<>();

  Nearest(Collection<Template> templates) {
    for (Template template : templates) {
      known.put(template.text(), words(template.text()));
    }
  }

  /** The words of a text, without the values behind them. */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.split("[|{]| - ", 2)[0].strip().split("\\s+", MOST_WORDS)) {
      words.add(word);
    }
    words.removeAll(STARTS); // they say nothing of what is answered
    return words;
  }

  /** The text of the nearest known answer; null when none is near. */
  String to(String shown) {
    Optional<String> known = remembered.get(shown);
    if (known == null) {
      known = Optional.ofNullable(find(shown));
      if (remembered.size() < REMEMBERED) {
        remembered.put(shown, known);
      }
    }
    return known.orElse(null);
  }

  private String find(String shown) {
    Set<String> words = words(shown);
    String best = null;
    double most = 0;
    for (Map.Entry<String, Set<String>> each : known.entrySet()) {
      long shared = each.getValue().stream().filter(words::contains).count();
      double alike = (double) shared / (words.size() + each.getValue().size() - shared);
      if (alike > most) {
        most = alike;
        best = each.getKey();
      }
    }
    return best;
  }
}
