package org.vicilint.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Computes the parts of a large piece of work in parallel and returns them in order. Other threads
 * compute a few parts ahead of the consumer; a consumer that would have to wait computes the part
 * itself.
 *
 * @param <T> the result of a part
 */
final class OrderedChunks<T> implements Iterator<T> {
  /** The number of accounts in a part. */
  static final int SIZE = 512;

  private static final int AHEAD = 8;

  private final Iterator<Supplier<T>> work;
  private final int ahead;
  private final Deque<FutureTask<T>> begun = new ArrayDeque<>();

  /**
   * @param ahead whether several parts may be computed in parallel, and in any order
   */
  OrderedChunks(List<Supplier<T>> work, boolean ahead) {
    this.work = work.iterator();
    this.ahead = ahead && work.size() > 1 ? AHEAD : 1;
  }

  @Override
  public boolean hasNext() {
    return work.hasNext() || !begun.isEmpty();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    while (begun.size() < ahead && work.hasNext()) {
      FutureTask<T> task = new FutureTask<>(work.next()::get);
      begun.add(task);
      if (ahead > 1) {
        ForkJoinPool.commonPool().execute(task);
      }
    }
    FutureTask<T> first = begun.element();
    for (FutureTask<T> task : begun) {
      if (!first.isDone()) {
        task.run(); // has no effect if another thread has begun
      }
    }
    try {
      return begun.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException wrong ? wrong : new IllegalStateException(e);
    }
  }
}
