package org.vicilint.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** The line that shows how far a piece of work is. */
final class ProgressLine implements AutoCloseable {
  private static final int WIDTH = 80;
  private static final int EVERY_MILLIS = 250;

  private final String unit;
  private final long unitSize;
  private final long begun;
  private final ProgressBar bar;
  private final Terminal terminal;
  private final Thread cleaner;

  /**
   * @param total how much there is in all; negative when nobody knows
   * @param begun when the work began, in {@link System#nanoTime}: it is longer ago than this line
   */
  ProgressLine(OutputStream err, String task, String unit, long unitSize, long total, long begun) {
    this.unit = unit;
    this.unitSize = unitSize;
    this.begun = begun;
    terminal = new Terminal(err);
    // After Ctrl-C, the line must not stand before the prompt.
    cleaner = new Thread(terminal::close);
    Runtime.getRuntime().addShutdownHook(cleaner);
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setUnit(unit, unitSize)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(EVERY_MILLIS)
            .setConsumer(terminal)
            .startsFrom(0, Duration.ofMillis(Progress.QUIET_MILLIS))
            .setEtaFunction(state -> total < 0 ? Optional.empty() : left(state.getCurrent(), total))
            .build();
  }

  /**
   * Shows how far the work is.
   *
   * @param rows how many rows of tables were read; 0 for work that has none
   */
  void show(long done, long rows) {
    // The library's own speed knows whole seconds only, and not those before there was a line.
    String speed =
        String.format(
            Locale.ROOT, unitSize == 1 ? "%,.0f%s/s" : "%,.1f%s/s", perSecond(done), unit);
    bar.setExtraMessage(
        rows == 0 ? speed : String.format(Locale.ROOT, "%s, %,d rows", speed, rows));
    bar.stepTo(done);
  }

  private double perSecond(long done) {
    return (double) done / unitSize * TimeUnit.SECONDS.toNanos(1) / elapsed();
  }

  private long elapsed() {
    return Math.max(1, System.nanoTime() - begun);
  }

  /** How long the rest takes when it goes on as it went. */
  private Optional<Duration> left(long done, long total) {
    return done <= 0 || total < done
        ? Optional.empty()
        : Optional.of(Duration.ofNanos((long) ((double) elapsed() / done * (total - done))));
  }

  @Override
  public void close() {
    bar.close();
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // The process is ending, and the line is being removed.
    }
  }

  /**
   * Writes one line over the other. While it does, the terminal does not go on to the next line
   * where one is too long, so that a line is one also when the window became narrower.
   */
  private static final class Terminal implements ProgressBarConsumer {
    private static final String NO_WRAP = "\r\033[?7l";
    private static final String REST = "\033[K\033[?7h";

    private final OutputStream out;
    private final int width;
    private boolean closed;

    Terminal(OutputStream out) {
      this.out = out;
      this.width = width();
    }

    @Override
    public int getMaxRenderedLength() {
      return width - 1;
    }

    @Override
    public synchronized void accept(String line) {
      if (!closed) {
        write(NO_WRAP + line.stripTrailing() + REST);
      }
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        write("\r\033[K");
      }
    }

    private void write(String text) {
      try {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
      } catch (IOException e) {
        closed = true; // the terminal went away
      }
    }

    /** How many characters a line of the terminal has. */
    private static int width() {
      try {
        Process stty =
            new ProcessBuilder("stty", "size")
                .redirectInput(new File("/dev/tty"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (stty.waitFor(1, TimeUnit.SECONDS)) {
          String[] size =
              new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                  .strip()
                  .split(" ");
          int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
          return columns > 0 ? columns : WIDTH;
        }
      } catch (IOException | NumberFormatException e) {
        return WIDTH; // no terminal of Unix
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // the work was done meanwhile
      }
      return WIDTH;
    }
  }
}
