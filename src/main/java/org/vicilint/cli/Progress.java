package org.vicilint.cli;

import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.vicilint.model.Meter;

/**
 * Progress of a run, shown on a terminal in one line that disappears at the end, for work that
 * takes longer than a second.
 */
final class Progress {
  /** Nothing is shown. */
  static final Progress NONE = new Progress(null);

  private static final long QUIET_MILLIS = 1_000;
  private static final long EVERY_MILLIS = 200;

  private final OutputStream terminal;

  private Progress(OutputStream terminalOrNull) {
    this.terminal = terminalOrNull;
  }

  /**
   * Returns the progress to show on standard error.
   *
   * @param terminal whether that is a terminal
   */
  static Progress on(OutputStream err, boolean terminal) {
    boolean wanted =
        terminal
            && System.getenv("NO_COLOR") == null
            && System.getenv("CI") == null
            && !"dumb".equals(System.getenv("TERM"));
    return wanted ? new Progress(err) : NONE;
  }

  /** Kind of work that is counted, and the unit in which it is shown. */
  enum Work {
    READING("reading", " MB", 1 << 20),
    JUDGING("judging", " accounts", 1),
    WRITING("writing", " MB", 1 << 20);

    private final String word;
    private final String unit;
    private final long unitSize;

    Work(String word, String unit, long unitSize) {
      this.word = word;
      this.unit = unit;
      this.unitSize = unitSize;
    }
  }

  /** Begins a piece of work; it is shown until it is closed. */
  Phase begin(Work work) {
    return new Phase(work, terminal);
  }

  /** A piece of work. */
  static final class Phase implements Meter, AutoCloseable {
    private final Work work;
    private final OutputStream terminal;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private final long begun = System.nanoTime();
    private final Thread thread;
    private volatile long total = -1;
    private volatile boolean closed;

    private Phase(Work work, OutputStream terminal) {
      this.work = work;
      this.terminal = terminal;
      this.thread = terminal == null ? null : new Thread(this::show, "progress");
      if (thread != null) {
        thread.setDaemon(true);
        thread.start();
      }
    }

    @Override
    public void expect(long all) {
      total = all;
    }

    @Override
    public void add(long more) {
      done.addAndGet(more);
    }

    @Override
    public void rows(long more) {
      rows.addAndGet(more);
    }

    private void show() {
      if (!sleep(QUIET_MILLIS)) {
        return;
      }
      // Only now are the classes loaded that draw.
      try (ProgressLine line =
          new ProgressLine(terminal, work.word, work.unit, work.unitSize, total, begun)) {
        while (!closed) {
          line.show(done.get(), rows.get());
          sleep(EVERY_MILLIS);
        }
      }
    }

    /** Whether the work still goes on after a while. */
    private boolean sleep(long millis) {
      try {
        Thread.sleep(millis);
        return !closed;
      } catch (InterruptedException e) {
        return false;
      }
    }

    /** The work is done; its line is gone when this returns. */
    @Override
    public void close() {
      closed = true;
      if (thread == null) {
        return;
      }
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
