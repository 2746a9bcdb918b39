package org.vicilint.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vicilint.model.Suggestions;
import org.vicilint.source.Source;

/** Finds profiles: those that ship, by name, and files. */
final class ProfileSources {
  /** The name under which a profile is found without being asked for. */
  static final String FILE = "vicilint.yaml";

  static final List<String> SHIPPED = List.of("ci", "default", "legacy", "strict");

  private ProfileSources() {}

  /**
   * What a reference stands for.
   *
   * @param source the profile; null when there is none
   * @param reason why there is none
   * @param hint what to do about it
   */
  record Found(Source source, String reason, String hint) {}

  /** Finds a shipped profile, or a file relative to the profile that names it (or null). */
  static Found find(String reference, Source from) {
    if (SHIPPED.contains(reference)) {
      return new Found(shipped(reference), null, null);
    }
    try {
      Path path =
          from == null || from.path() == null
              ? Path.of(reference)
              : from.path().resolveSibling(reference);
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

  private static Source shipped(String name) {
    String resource = "policies/" + name + ".yaml";
    try (InputStream in = ProfileSources.class.getResourceAsStream("/" + resource)) {
      return Source.of(resource, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is the same for every way to name a profile. */
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
