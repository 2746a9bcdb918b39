package org.vicilint.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.text.PasswordMask;

/**
 * Accounts and groups that are given more than once. A few are listed; when two sources have many
 * in common, as a database and an export of it have, one problem says so of all.
 */
final class DuplicateRecords {
  private static final int LISTED = 5;
  private static final int NAMED = 3;

  /** Kind of record that two sources have in common, and the two sources. */
  private record Pair(String what, String source, String before) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return toString().compareTo(other.toString());
    }
  }

  /** Number of common records, with the problems and the names of the first. */
  private static final class Common {
    private final List<Problem> first = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int count;
  }

  private final Map<Pair, Common> found = new TreeMap<>();

  /** Takes one; they come in the order of their places. */
  void add(String what, String name, SourceLocation place, SourceLocation before) {
    Common common =
        found.computeIfAbsent(
            new Pair(what, place.source(), before.source()), pair -> new Common());
    common.count++;
    if (common.count <= LISTED) {
      common.names.add(name);
      common.first.add(
          new Problem(
              place,
              PasswordMask.sentence("%s %s is already at %s, which holds", what, name, before),
              "remove one of the two; VICIdial ignores upper and lower case in names"));
    }
  }

  /** Says what is given again. */
  void addTo(List<Problem> problems) {
    found.forEach(
        (pair, common) -> {
          if (common.count <= LISTED) {
            problems.addAll(common.first);
          } else {
            problems.add(summary(pair, common));
          }
        });
  }

  private static Problem summary(Pair pair, Common common) {
    boolean same = pair.source().equals(pair.before());
    return new Problem(
        SourceLocation.of(pair.source()),
        "%d %ss here are already in %s, and those hold: %s and %d more"
            .formatted(
                common.count,
                pair.what(),
                same ? "this source" : pair.before(),
                String.join(", ", common.names.subList(0, NAMED)),
                common.count - NAMED),
        same
            ? "remove the repeated ones; VICIdial ignores upper and lower case in names"
            : "give one of the two; 'vicilint diff' compares them");
  }
}
