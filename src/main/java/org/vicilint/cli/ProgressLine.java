package org.vicilint.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The line that shows how far a piece of work is. */
final class ProgressLine implements AutoCloseable {
  private static final int WIDTH = 80;

  /** The share of the line that the bar takes where the size of the work is known. */
  private static final int BAR = 20;

  private static final long UNKNOWN = -1;

  private final String task;
  private final String unit;
  private final long unitSize;
  private final long total;
  private final long begun;
  private final Terminal terminal;
  private final Thread cleaner;

  /**
   * @param total how much there is in all; negative when nobody knows
   * @param begun when the work began, in {@link System#nanoTime}: it is longer ago than this line
   */
  ProgressLine(OutputStream err, String task, String unit, long unitSize, long total, long begun) {
    this.task = task;
    this.unit = unit;
    this.unitSize = unitSize;
    this.total = total;
    this.begun = begun;
    terminal = new Terminal(err);
    // After Ctrl-C, the line must not stand before the prompt.
    cleaner = new Thread(terminal::clear);
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /**
   * Shows how far the work is.
   *
   * @param rows how many rows of tables were read; 0 for work that has none
   */
  void show(long done, long rows) {
    long nanos = Math.max(1, System.nanoTime() - begun);
    StringBuilder line = new StringBuilder(task).append(' ').append(share(done));
    line.append(amount(done)).append(unit);
    double perSecond = (double) done / unitSize * TimeUnit.SECONDS.toNanos(1) / nanos;
    String speed = unitSize == 1 ? ", %,.0f%s/s" : ", %,.1f%s/s";
    line.append(String.format(Locale.ROOT, speed, perSecond, unit));
    if (rows > 0) {
      line.append(String.format(Locale.ROOT, ", %,d rows", rows));
    }
    long left = left(done, nanos);
    if (left != UNKNOWN) {
      line.append(String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60));
    }
    terminal.show(line.toString());
  }

  /** The percentage with a bar; nothing when nobody knows the total. */
  private String share(long done) {
    if (total <= 0) {
      return "";
    }
    long part = Math.min(done, total);
    int full = (int) (part * BAR / total);
    String bar = "=".repeat(full) + (full < BAR ? ">" + " ".repeat(BAR - full - 1) : "");
    return String.format(Locale.ROOT, "%3d%% [%s] ", part * 100 / total, bar);
  }

  private String amount(long done) {
    String amount = String.format(Locale.ROOT, "%,d", done / unitSize);
    return total <= 0 || total < done
        ? amount
        : amount + String.format(Locale.ROOT, "/%,d", total / unitSize);
  }

  /** The seconds that the rest takes when it goes on as it went. */
  private long left(long done, long nanos) {
    return done <= 0 || total < done
        ? UNKNOWN
        : TimeUnit.NANOSECONDS.toSeconds((long) ((double) nanos / done * (total - done)));
  }

  @Override
  public void close() {
    terminal.clear();
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
  private static final class Terminal {
    private static final String NO_WRAP = "\r\033[?7l";
    private static final String REST = "\033[K\033[?7h";

    private final OutputStream out;
    private final int width;
    private boolean closed;

    Terminal(OutputStream out) {
      this.out = out;
      this.width = width();
    }

    synchronized void show(String line) {
      if (!closed) {
        write(NO_WRAP + line.substring(0, Math.min(line.length(), width - 1)) + REST);
      }
    }

    /** Removes the line; none is shown afterwards. */
    synchronized void clear() {
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

    /** Returns the width of the terminal in characters. */
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
