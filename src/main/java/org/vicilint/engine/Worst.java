package org.vicilint.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Collects the first few of very many values, without sorting or keeping the others.
 *
 * @param <T> the type of the values
 */
public final class Worst<T> {
  private final int most;
  private final Comparator<? super T> order;
  private final TreeSet<Item<T>> items;
  private long seen;

  private record Item<T>(T value, long number) {}

  /**
   * @param most the most values to keep
   * @param order the order of the values; equal values keep the order of their addition
   */
  public Worst(int most, Comparator<? super T> order) {
    this.most = most;
    this.order = order;
    this.items =
        new TreeSet<>(
            Comparator.<Item<T>, T>comparing(Item::value, order).thenComparingLong(Item::number));
  }

  /** Adds a value. */
  public void add(T value) {
    if (!mayTake(value)) {
      return;
    }
    items.add(new Item<>(value, seen++));
    if (items.size() > most) {
      items.pollLast();
    }
  }

  /** Whether a value would be among the first. */
  public boolean mayTake(T value) {
    return items.size() < most || order.compare(value, items.last().value()) < 0;
  }

  /** Returns the first values, in order. */
  public List<T> all() {
    List<T> all = new ArrayList<>();
    items.forEach(item -> all.add(item.value()));
    return all;
  }
}
