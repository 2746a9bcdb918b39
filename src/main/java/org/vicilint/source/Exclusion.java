package org.vicilint.source;

import java.nio.file.Path;
import java.util.Optional;
import org.vicilint.ignore.IgnorePattern;

/**
 * A pattern of files and folders that the user leaves out of folders.
 *
 * @param text as written
 * @param pattern in the language of {@code .gitignore}
 * @param base the folder from which it is seen; null for both the folder given and the current one
 * @param name how a message names it
 */
public record Exclusion(String text, IgnorePattern pattern, Path base, String name) {
  /** Returns the exclusion of a profile; empty when nothing can match it. */
  public static Optional<Exclusion> ofProfile(String text, Path folder) {
    return IgnorePattern.of(text)
        .map(
            pattern -> new Exclusion(text, pattern, SourceFinder.real(folder), "exclude: " + text));
  }

  /** Returns the exclusion of the command line; empty when nothing can match it. */
  public static Optional<Exclusion> ofOption(String text) {
    return IgnorePattern.of(text)
        .map(pattern -> new Exclusion(text, pattern, null, "--exclude " + text));
  }

  /**
   * Whether it matches a file or folder itself.
   *
   * @param path without links in the folder given
   * @param given the folder that the user gave, without links
   */
  boolean matches(Path path, Path given, boolean folder) {
    if (base != null) {
      return from(base, path, folder);
    }
    return from(given, path, folder) || from(SourceFinder.real(Path.of("")), path, folder);
  }

  private boolean from(Path start, Path path, boolean folder) {
    return path.startsWith(start)
        && !path.equals(start)
        && pattern.matches(start.relativize(path).toString().replace('\\', '/'), folder);
  }
}
