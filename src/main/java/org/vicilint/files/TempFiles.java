package org.vicilint.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The files that are being written, each beside its target. When the process is ended in the
 * middle, by Ctrl-C for instance, they are removed, and the targets are as they were.
 */
public final class TempFiles {
  private static final Set<Path> FILES = new HashSet<>();
  private static boolean watched;
  private static boolean ending;

  private TempFiles() {}

  /** Moves files into place, which nothing interrupts. */
  public interface Moves {
    void make() throws IOException;
  }

  /** Says that a file is going to be written. */
  public static synchronized void begin(Path part) {
    stopWhenEnding();
    if (!watched) {
      watched = true;
      Runtime.getRuntime().addShutdownHook(new Thread(TempFiles::end));
    }
    FILES.add(part);
  }

  /** Makes moves: all of them, or none when the process is already ending. */
  public static synchronized void finish(Moves moves) throws IOException {
    stopWhenEnding();
    moves.make();
  }

  /** Removes a file, if it is still there. */
  public static synchronized void discard(Path part) throws IOException {
    FILES.remove(part);
    Files.deleteIfExists(part);
  }

  /** Waits for the end of a process that is ending: what goes wrong from then on is no news. */
  public static synchronized void stopWhenEnding() {
    while (ending) {
      try {
        TempFiles.class.wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Removes all of them, and lets nobody begin another one. */
  public static synchronized void end() {
    ending = true;
    for (Path part : FILES) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        // The folder went away, and the file with it.
      }
    }
  }
}
