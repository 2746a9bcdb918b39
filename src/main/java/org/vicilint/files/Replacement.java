package org.vicilint.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vicilint.model.Sha256;
import org.vicilint.text.Printable;

/**
 * New contents of files, written all or none: each beside its file first, then moved into place
 * when nobody has changed any of the files since they were read.
 */
public final class Replacement {
  private record File(String name, Path path, Path part, byte[] before, byte[] hash) {}

  private final List<File> files = new ArrayList<>();

  /**
   * Writes a new content beside its file.
   *
   * @param name the file, as the user named it; through links, what they point to is meant
   * @param before what was read of it
   * @throws UnwritableException when it may not be written; nothing was changed then
   * @throws OutputFailure when writing failed; nothing was changed then
   */
  public void add(String name, byte[] before, byte[] after)
      throws UnwritableException, OutputFailure {
    try {
      Path path = Path.of(name).toRealPath();
      if (!Files.isWritable(path)) {
        discard();
        throw new UnwritableException(
            "cannot write %s: it is read-only; nothing was changed".formatted(Printable.of(name)));
      }
      Path part =
          path.resolveSibling("." + path.getFileName() + "." + ProcessHandle.current().pid());
      files.add(new File(name, path, part, before, Sha256.of(before)));
      TempFiles.begin(part);
      write(part, after, path);
    } catch (IOException e) {
      discard();
      TempFiles.stopWhenEnding();
      Path folder = Path.of(name).toAbsolutePath().getParent();
      if (folder == null || !Files.isWritable(folder) || !Files.exists(Path.of(name))) {
        throw new UnwritableException(
            "cannot write %s: its folder is not writable, or it is gone; nothing was changed"
                .formatted(Printable.of(name)));
      }
      throw new OutputFailure(
          "cannot write %s: the disk is full, or writing failed; nothing was changed"
              .formatted(Printable.of(name)));
    }
  }

  /** Moves all contents into place. When one cannot be, those before it get their old ones back. */
  public void commit() throws UnwritableException, OutputFailure {
    int[] done = {0};
    try {
      for (File file : files) {
        if (!MessageDigest.isEqual(Sha256.of(Files.readAllBytes(file.path)), file.hash)) {
          throw changed(file.name);
        }
      }
      TempFiles.finish(
          () -> {
            for (File file : files) {
              Files.move(file.part, file.path, StandardCopyOption.REPLACE_EXISTING);
              done[0]++;
            }
          });
    } catch (IOException e) {
      String lost = rollBack(files.subList(0, done[0]));
      throw new OutputFailure(
          "cannot write %s; %s"
              .formatted(
                  files.get(Math.min(done[0], files.size() - 1)).name,
                  lost.isEmpty()
                      ? "nothing was changed"
                      : "and cannot give these their old content back: " + lost));
    } finally {
      discard();
    }
  }

  /** Returns the exception for a file that has changed since it was read. */
  public static UnwritableException changed(String name) {
    return new UnwritableException(
        "%s changed while vicilint worked; nothing was changed: run it again"
            .formatted(Printable.of(name)));
  }

  private static String rollBack(List<File> done) {
    List<String> lost = new ArrayList<>();
    for (File file : done) {
      try {
        write(file.part, file.before, file.path);
        Files.move(file.part, file.path, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        lost.add(file.name);
      }
    }
    return String.join(", ", lost);
  }

  private void discard() {
    for (File file : files) {
      try {
        TempFiles.discard(file.part);
      } catch (IOException e) {
        // It holds no more than the file beside it, and the next run writes over it.
      }
    }
  }

  /** Writes a file that only its owner can read until it has the owner and mode of the other. */
  private static void write(Path part, byte[] content, Path like) throws IOException {
    Files.deleteIfExists(part); // of a run that was killed
    PosixFileAttributeView view = Files.getFileAttributeView(like, PosixFileAttributeView.class);
    FileAttribute<?>[] mode =
        view == null
            ? new FileAttribute<?>[0]
            : new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            };
    try (OutputStream out =
        Channels.newOutputStream(
            Files.newByteChannel(
                part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode))) {
      out.write(content);
    }
    if (view != null) {
      keepOwner(view.readAttributes(), part);
      Files.setPosixFilePermissions(part, view.readAttributes().permissions());
    }
  }

  private static void keepOwner(PosixFileAttributes like, Path part) {
    PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    try {
      view.setGroup(like.group());
      view.setOwner(like.owner());
    } catch (IOException e) {
      // Only root may give a file away; for everybody else it stays their own.
    }
  }
}
