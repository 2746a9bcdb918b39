package org.vicilint.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Reads a source once more, for an output that says how to edit it. */
public final class SourceLines {
  /** Nobody keeps larger definitions by hand. */
  private static final long LARGEST = 1 << 24;

  private SourceLines() {}

  /**
   * The lines of a file; none of standard input, of a file that cannot be read again, or of one
   * whose lines end in another way than with a line feed.
   *
   * @param source as the user named it
   */
  public static List<String> of(String source) {
    try {
      Path file = Path.of(source);
      if (source.equals("-") || !Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return List.of();
      }
      String text = Files.readString(file);
      return text.contains("\r") ? List.of() : List.of(text.split("\n", -1));
    } catch (IOException | InvalidPathException e) {
      return List.of(); // a fix is an offer: the finding stands without it
    }
  }
}
