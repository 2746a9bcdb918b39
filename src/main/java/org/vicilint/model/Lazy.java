package org.vicilint.model;

import java.util.function.Supplier;

/**
 * Value that is computed once, when a thread first asks for it. Threads that ask meanwhile wait;
 * later calls return at once.
 *
 * @param <T> what it is
 */
public final class Lazy<T> {
  private final Supplier<T> maker;
  private volatile T made;

  /**
   * @param maker makes it; never null
   */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Returns the value; computes it on the first call. */
  public T get() {
    T known = made;
    return known == null ? make() : known;
  }

  private synchronized T make() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }
}
