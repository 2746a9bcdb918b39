package org.vicilint.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** The line that shows how far a piece of work is. */
final class ProgressLine implements AutoCloseable {
  private static final int WIDTH = 80;
  private static final int EVERY_MILLIS = 250;

  private final ProgressBar bar;
  private final Terminal terminal;
  private final Thread cleaner;

  /**
   * @param total how much there is in all; negative when nobody knows
   */
  ProgressLine(OutputStream err, String task, String unit, long unitSize, long total) {
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
            .showSpeed(new DecimalFormat(unitSize == 1 ? "0" : "0.0"))
            .build();
  }

  void show(long done) {
    bar.stepTo(done);
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
