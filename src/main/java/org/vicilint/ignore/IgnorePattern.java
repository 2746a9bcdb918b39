package org.vicilint.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One pattern as a line of {@code .gitignore} has it. Case counts, since the result must not depend
 * on the machine.
 */
public final class IgnorePattern {
  private static final String ANY_FOLDERS = "**";

  private final boolean negated;
  private final boolean foldersOnly;

  /** Whether only the last part of a path is looked at, at any depth. */
  private final boolean nameOnly;

  /** The parts between slashes; null for {@code **}. */
  private final List<Wildcard> parts;

  private IgnorePattern(
      boolean negated, boolean foldersOnly, boolean nameOnly, List<Wildcard> parts) {
    this.negated = negated;
    this.foldersOnly = foldersOnly;
    this.nameOnly = nameOnly;
    this.parts = parts;
  }

  /** Reads a line; empty for a comment, and for a line that can match nothing. */
  public static Optional<IgnorePattern> of(String line) {
    String text = withoutBlanksBehind(line);
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.empty();
    }
    boolean negated = text.startsWith("!");
    text = negated ? text.substring(1) : text;
    boolean foldersOnly = text.endsWith("/");
    text = foldersOnly ? text.substring(0, text.length() - 1) : text;
    boolean nameOnly = text.indexOf('/') < 0;
    text = text.startsWith("/") ? text.substring(1) : text;
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<Wildcard> parts = new ArrayList<>();
    for (String part : text.split("/", -1)) {
      Wildcard wildcard = part.equals(ANY_FOLDERS) && !nameOnly ? null : Wildcard.of(part);
      if (wildcard == Wildcard.NEVER) {
        return Optional.empty();
      }
      parts.add(wildcard);
    }
    return Optional.of(new IgnorePattern(negated, foldersOnly, nameOnly, parts));
  }

  /** Blanks at the end do not count, unless a backslash stands before them. */
  private static String withoutBlanksBehind(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      int slashes = 0;
      while (end - 2 - slashes >= 0 && line.charAt(end - 2 - slashes) == '\\') {
        slashes++;
      }
      if (slashes % 2 == 1) {
        break;
      }
      end--;
    }
    return line.substring(0, end);
  }

  /** Whether what matches is taken in again. */
  public boolean negated() {
    return negated;
  }

  /**
   * Whether the pattern matches a file or folder itself; what a folder holds is not looked at.
   *
   * @param path from the pattern's own folder, with slashes
   */
  public boolean matches(String path, boolean folder) {
    if (foldersOnly && !folder) {
      return false;
    }
    if (nameOnly) {
      return parts.get(0).matches(path.substring(path.lastIndexOf('/') + 1));
    }
    String[] names = path.split("/", -1);
    // The numbers of leading names that the parts so far can stand for.
    boolean[] reached = new boolean[names.length + 1];
    reached[0] = true;
    for (int i = 0; i < parts.size(); i++) {
      reached =
          parts.get(i) == null
              ? acrossFolders(reached, i == parts.size() - 1)
              : acrossOne(reached, parts.get(i), names);
    }
    return reached[names.length];
  }

  /** Behind {@code **}: any number of names; at the end of a pattern at least one. */
  private static boolean[] acrossFolders(boolean[] reached, boolean last) {
    boolean[] next = new boolean[reached.length];
    boolean before = false;
    for (int n = 0; n < reached.length; n++) {
      next[n] = last ? before : before || reached[n];
      before |= reached[n];
    }
    return next;
  }

  private static boolean[] acrossOne(boolean[] reached, Wildcard part, String[] names) {
    boolean[] next = new boolean[reached.length];
    for (int n = 0; n < names.length; n++) {
      next[n + 1] = reached[n] && part.matches(names[n]);
    }
    return next;
  }
}
