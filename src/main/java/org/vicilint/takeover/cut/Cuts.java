package org.vicilint.takeover.cut;

import java.util.List;
import java.util.Optional;
import org.vicilint.model.Account;
import org.vicilint.takeover.Takeover;

/**
 * The changes that remove most of the takeover power of an estate.
 *
 * @param before the takeover power before any change
 * @param cuts the changes in order: each removes most of what the earlier ones left
 */
public record Cuts(TakeoverTotals before, List<Cut> cuts) {
  public Cuts {
    cuts = List.copyOf(cuts);
  }

  /**
   * Finds the changes with a greedy search. None closes a call of a declared need.
   *
   * @param limit the most changes to return, at least 1
   */
  public static Cuts of(Takeover takeover, int limit) {
    CutSearch search = search(takeover);
    TakeoverTotals before = search.total();
    return new Cuts(before, search.run(limit));
  }

  /** Returns the takeover power of an estate. */
  public static TakeoverTotals total(Takeover takeover) {
    return search(takeover).total();
  }

  /** Returns the change that removes most of an account's reach; empty if there is none. */
  public static Optional<Cut> best(Takeover takeover, Account account) {
    return new CutSearch(takeover, List.of(List.of(account))).run(1).stream().findFirst();
  }

  private static CutSearch search(Takeover takeover) {
    return new CutSearch(
        takeover, takeover.starts().stream().map(Takeover.Start::accounts).toList());
  }
}
