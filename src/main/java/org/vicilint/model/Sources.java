package org.vicilint.model;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Names that callers gave themselves in the log's column {@code source}. Anybody may write anything
 * there, so the number of distinct names is limited.
 *
 * @param names the names, sorted; none when there were more than {@link #MOST}
 * @param tooMany whether there were more
 */
public record Sources(List<String> names, boolean tooMany) {
  /** Number of names that are counted exactly. */
  public static final int MOST = 16;

  /** No caller named itself. */
  public static final Sources NONE = new Sources(List.of(), false);

  /** Stands for more names than are kept. */
  public static final Sources TOO_MANY = new Sources(List.of(), true);

  public Sources {
    names = List.copyOf(names);
  }

  /** These names, or too many of them. */
  public static Sources of(Collection<String> names) {
    TreeSet<String> sorted = new TreeSet<>(names);
    return sorted.size() > MOST ? TOO_MANY : new Sources(List.copyOf(sorted), false);
  }

  /** Returns the number of names; one more than {@link #MOST} stands for any higher number. */
  public int count() {
    return tooMany ? MOST + 1 : names.size();
  }

  /** Both together. */
  public Sources with(Sources other) {
    if (tooMany || other.tooMany) {
      return TOO_MANY;
    }
    TreeSet<String> both = new TreeSet<>(names);
    both.addAll(other.names);
    return of(both);
  }
}
