package org.vicilint.catalog;

import java.util.List;
import java.util.Optional;
import org.vicilint.model.Build;

/** An entry of a history: it holds from its build until the next entry's. */
public interface Versioned {

  /** The first build for which the entry holds. */
  Build since();

  /** The entry that holds on a build; empty when the history starts later. */
  static <T extends Versioned> Optional<T> at(List<T> history, Build build) {
    T found = null;
    for (T entry : history) {
      if (entry.since().compareTo(build) > 0) {
        break;
      }
      found = entry;
    }
    return Optional.ofNullable(found);
  }
}
