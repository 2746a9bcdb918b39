package org.vicilint.input.table;

import java.util.concurrent.atomic.AtomicLong;
import org.vicilint.model.Meter;

/** Passes on how far the reading is, and can take back what has to be read once more. */
public final class Tracked implements Meter {
  private final Meter meter;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();

  public Tracked(Meter meter) {
    this.meter = meter;
  }

  /** Progress reported up to some moment. */
  public record Mark(long done, long rows) {}

  public Mark mark() {
    return new Mark(done.get(), rows.get());
  }

  /** Takes back the progress reported since. */
  public void back(Mark mark) {
    add(mark.done - done.get());
    rows(mark.rows - rows.get());
  }

  @Override
  public void expect(long total) {
    meter.expect(total);
  }

  @Override
  public void add(long more) {
    done.addAndGet(more);
    meter.add(more);
  }

  @Override
  public void rows(long more) {
    rows.addAndGet(more);
    meter.rows(more);
  }
}
