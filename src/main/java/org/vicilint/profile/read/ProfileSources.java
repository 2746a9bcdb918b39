package org.vicilint.profile.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.vicilint.model.Suggestions;
import org.vicilint.source.Source;

/** Finds profiles: those that ship, by name, and files. */
final class ProfileSources {
  /** The name under which a profile is found without being asked for. */
  static final String FILE = "vicilint.yaml";

  static final List<String> SHIPPED = List.of("ci", "default", "legacy", "strict");

  private static final Path UP = Path.of("..");

  /** Why a file is not read for a profile that was found. */
  static final String LEAVES =
      "this leaves the folder of the profile, which was found and not asked for";

  static final String ASK =
      "move it beside the profile, or name the profile on the command line: --profile FILE";

  private ProfileSources() {}

  /**
   * Profile that a reference leads to.
   *
   * @param source the profile; null when there is none
   * @param reason why there is none
   * @param hint what to do about it
   */
  record Found(Source source, String reason, String hint) {}

  /**
   * Finds a shipped profile, or a file relative to the profile that names it (or null).
   *
   * @param roof the real folder that no file may be outside of; null for no limit
   */
  static Found find(String reference, Source from, Path roof) {
    if (SHIPPED.contains(reference)) {
      return new Found(shipped(reference), null, null);
    }
    try {
      Path path =
          from == null || from.path() == null
              ? Path.of(reference)
              : from.path().resolveSibling(reference);
      if (leaves(from == null ? "" : reference, path, roof)) {
        return new Found(null, LEAVES, ASK);
      }
      if (Files.isRegularFile(path) && Files.isReadable(path)) {
        return new Found(Source.of(path.toString(), path), null, null);
      }
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return new Found(null, "this is not a file that can be read", "give a profile's file");
      }
    } catch (InvalidPathException e) {
      // Then it is the name of no file.
    }
    return new Found(
        null,
        "there is no such profile",
        Suggestions.closest(reference, SHIPPED)
            .map(meant -> "did you mean " + meant + "?")
            .orElse("give a file, or one of " + String.join(", ", SHIPPED)));
  }

  /**
   * Whether a profile that nobody asked for would have a file read that is not its own. A pull
   * request can bring such a profile, and the log of its run is public.
   *
   * @param reference as the profile writes it
   * @param path what it stands for
   * @param roof the real folder of the profile; null when somebody asked for it
   */
  static boolean leaves(String reference, Path path, Path roof) {
    if (roof == null) {
      return false;
    }
    Path written = Path.of(reference);
    if (written.isAbsolute()
        || StreamSupport.stream(written.spliterator(), false).anyMatch(UP::equals)) {
      return true;
    }
    try {
      return Files.exists(path) && !path.toRealPath().startsWith(roof);
    } catch (IOException e) {
      return true;
    }
  }

  private static Source shipped(String name) {
    String resource = "policies/" + name + ".yaml";
    try (InputStream in = ProfileSources.class.getResourceAsStream("/" + resource)) {
      return Source.of(resource, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns an object that is equal for all ways to name one profile. */
  static Object identity(Source source) {
    try {
      return source.path() == null ? source.name() : source.path().toRealPath();
    } catch (IOException e) {
      return source.path().toAbsolutePath().normalize();
    }
  }

  /** The nearest profile in the folder of the path (or the folder itself) and above it. */
  static Optional<String> upward(String path) {
    Path here = Path.of("").toAbsolutePath();
    Path start;
    try {
      start = path.equals("-") ? here : here.resolve(path).normalize();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    for (Path folder = Files.isDirectory(start) ? start : start.getParent();
        folder != null;
        folder = folder.getParent()) {
      Path file = folder.resolve(FILE);
      // Also one that cannot be read: that must be said, and not be taken for none.
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        boolean near = file.startsWith(here) && !Path.of(path).isAbsolute();
        return Optional.of((near ? here.relativize(file) : file).toString());
      }
    }
    return Optional.empty();
  }
}
