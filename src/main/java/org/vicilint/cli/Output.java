package org.vicilint.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;

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
   * @param inputs the files that were read; none of them is written over
   * @throws UsageException when the file cannot be written
   */
  static void write(String file, List<String> inputs, Streams streams, Renderer renderer)
      throws UsageException, IOException {
    streams.err().flush(); // the text says of problems: "see above"
    if (file == null || file.equals("-")) {
      renderer.render(streams.out());
      streams.out().flush();
      return;
    }
    try {
      Path target = Path.of(file).toAbsolutePath();
      // Through links to what they point to: the link itself stays.
      Path real = Files.exists(target) ? target.toRealPath() : behind(target);
      refuseInput(file, real, inputs);
      if (Files.exists(real) && !Files.isRegularFile(real) && !Files.isDirectory(real)) {
        render(real, renderer); // a device or a pipe is written to, never replaced
      } else {
        replace(real, renderer);
      }
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + reason(Path.of(file)));
    }
  }

  /** What a link points to, also when it is not there yet. */
  private static Path behind(Path target) throws IOException {
    return Files.isSymbolicLink(target)
        ? target.resolveSibling(Files.readSymbolicLink(target)).normalize()
        : target;
  }

  private static void replace(Path target, Renderer renderer) throws IOException {
    // Beside the target, so that it can be moved there in one step; the number keeps runs apart.
    Path part =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      render(part, renderer);
      keepMode(target, part);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void render(Path file, Renderer renderer) throws IOException {
    try (PrintWriter out =
        new PrintWriter(
            new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)))) {
      renderer.render(out);
      if (out.checkError()) {
        throw new IOException("writing failed");
      }
    }
  }

  /** A report names weak accounts: who made it private wants it to stay so. */
  private static void keepMode(Path target, Path part) throws IOException {
    if (Files.exists(target)
        && Files.getFileAttributeView(target, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
    }
  }

  private static void refuseInput(String file, Path real, List<String> inputs)
      throws UsageException, IOException {
    for (String input : inputs) {
      Path path = Path.of(input);
      if (Files.exists(path)
          && Files.isRegularFile(real)
          && (Files.isSameFile(path, real)
              || (real.startsWith(path.toRealPath()) && AccountsFile.is(real)))) {
        throw new UsageException(
            "cannot write " + file + ": it is one of the files being read; choose another name");
      }
    }
  }

  private static String reason(Path file) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "its folder does not exist";
    }
    if (Files.isDirectory(target)) {
      return "it is a folder";
    }
    return Files.isWritable(folder)
        ? "the disk is full, or writing failed"
        : "its folder is not writable";
  }
}
