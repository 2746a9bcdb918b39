package org.vicilint.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import org.vicilint.files.OutputFailure;
import org.vicilint.files.TempFiles;
import org.vicilint.files.WatchedWriter;
import org.vicilint.model.Meter;

/**
 * Destination of a command's result: standard output, or a file that appears whole or not at all.
 */
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
   * @throws UsageException when there can be no such file
   * @throws OutputFailure when there could, but writing failed; nothing of it is left
   */
  static void write(String file, List<String> inputs, Streams streams, Renderer renderer)
      throws UsageException, IOException {
    streams.err().flush(); // the text says of problems: "see above"
    if (file == null || file.equals("-")) {
      try {
        renderer.render(new PrintWriter(new WatchedWriter(streams.out(), Meter.NONE)));
      } catch (WatchedWriter.Failed e) {
        // A reader that has seen enough is no fault; what was lost otherwise, standard output
        // knows.
        return;
      } finally {
        streams.out().flush();
      }
      return;
    }
    try {
      Path real = real(file);
      refuseInput(file, real, inputs);
      refuseInput(file, real, streams.inputs().files());
      if (Files.exists(real) && !Files.isRegularFile(real) && !Files.isDirectory(real)) {
        render(real, renderer, streams); // a device or a pipe is written to, never replaced
      } else {
        replace(real, renderer, streams);
      }
    } catch (IOException e) {
      TempFiles.stopWhenEnding();
      String wrong = wrong(Path.of(file));
      if (wrong != null) {
        throw new UsageException("cannot write " + file + ": " + wrong);
      }
      throw new OutputFailure(
          "cannot write %s: the disk is full, or writing failed (%s); what was there before is unchanged"
              .formatted(file, e.getMessage()));
    }
  }

  /** Through links to what they point to: the link itself stays. */
  private static Path real(String file) throws IOException {
    Path target = Path.of(file).toAbsolutePath();
    return Files.exists(target) ? target.toRealPath() : behind(target);
  }

  /** Returns the place of a result, the same for every name of it. */
  static Path place(String file) {
    try {
      Path real = real(file).normalize();
      Path folder = real.getParent();
      return folder != null && Files.exists(folder)
          ? folder.toRealPath().resolve(real.getFileName())
          : real;
    } catch (IOException | InvalidPathException e) {
      return Path.of(""); // reported when it is written
    }
  }

  /**
   * Refuses a file that the run reads, before anything is written.
   *
   * @throws UsageException when it is one
   */
  static void check(String file, Streams streams) throws UsageException {
    try {
      if (!file.equals("-")) {
        refuseInput(file, real(file), streams.inputs().files());
      }
    } catch (IOException | InvalidPathException e) {
      // Reported when it is written.
    }
  }

  /** Returns the target of a link, also when it is not there yet. */
  private static Path behind(Path target) throws IOException {
    return Files.isSymbolicLink(target)
        ? target.resolveSibling(Files.readSymbolicLink(target)).normalize()
        : target;
  }

  private static void replace(Path target, Renderer renderer, Streams streams) throws IOException {
    // Beside the target, so that it can be moved there in one step; the number keeps runs apart.
    Path part =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    TempFiles.begin(part);
    try {
      render(part, renderer, streams);
      TempFiles.finish(
          () -> {
            keepMode(target, part);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
          });
    } finally {
      TempFiles.discard(part);
    }
  }

  private static void render(Path file, Renderer renderer, Streams streams) throws IOException {
    try (Progress.Phase writing = streams.progress().begin(Progress.Work.WRITING);
        Writer text =
            new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
      PrintWriter out = new PrintWriter(new WatchedWriter(text, writing));
      renderer.render(out);
      out.flush();
    } catch (WatchedWriter.Failed e) {
      throw e.getCause();
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
      if (Files.isRegularFile(real) && isInput(real, input)) {
        throw new UsageException(
            "cannot write " + file + ": it is one of the files being read; choose another name");
      }
    }
  }

  private static boolean isInput(Path real, String input) throws IOException {
    try {
      Path path = Path.of(input);
      return Files.exists(path)
          && (Files.isSameFile(path, real)
              || (real.startsWith(path.toRealPath()) && AccountsFile.is(real)));
    } catch (InvalidPathException e) {
      return false; // it is the name of no file
    }
  }

  /** Why there can be no such file; null when there can. */
  private static String wrong(Path file) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "its folder does not exist";
    }
    if (Files.isDirectory(target)) {
      return "it is a folder";
    }
    return Files.isWritable(folder) || Files.isWritable(target)
        ? null
        : "its folder is not writable";
  }
}
