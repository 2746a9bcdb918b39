package org.vicilint.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a command's result goes: standard output, or a file that appears whole or not at all. */
final class Output {
  /** Writes a result. */
  interface Renderer {
    void render(PrintWriter out) throws IOException;
  }

  private Output() {}

  /**
   * Writes a result.
   *
   * @param file null or {@code -} for standard output
   * @throws UsageException when the file cannot be written
   */
  static void write(String file, Streams streams, Renderer renderer)
      throws UsageException, IOException {
    if (file == null || file.equals("-")) {
      renderer.render(streams.out());
      streams.out().flush();
      return;
    }
    Path target = Path.of(file).toAbsolutePath();
    // Beside the target, so that it can be moved there in one step; the number keeps runs apart.
    Path part =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      try (BufferedWriter buffer = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
          PrintWriter out = new PrintWriter(buffer)) {
        renderer.render(out);
        if (out.checkError()) {
          throw new IOException("writing failed");
        }
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + reason(target));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String reason(Path target) {
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "its folder does not exist";
    }
    if (Files.isDirectory(target)) {
      return "it is a folder";
    }
    return Files.isWritable(folder) ? "writing failed" : "its folder is not writable";
  }
}
