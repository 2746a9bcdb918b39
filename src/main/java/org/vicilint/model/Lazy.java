package org.vicilint.model;

import java.util.function.Supplier;

/**
 * Something that takes a while to make. It is made when a thread first asks for it; others that ask
 * meanwhile wait, and whoever asks later does not.
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

  /** What was made, or is now. */
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
