package org.vicilint.ignore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The work tree of a git repository: which of its files git ignores. A file that git tracks is not
 * ignored, as in git itself. Only files of the repository decide, none of the user's or the
 * machine's.
 */
public final class WorkTree {
  private static final String GIT = ".git";
  private static final String IGNORE = ".gitignore";
  private static final String ELSEWHERE = "gitdir:";
  private static final int SHA1 = 20;
  private static final int SHA256 = 32;
  private static final Pattern USES_SHA256 =
      Pattern.compile("(?im)^\\s*objectformat\\s*=\\s*\"?sha256");

  /** Nobody writes a longer one. */
  private static final long LARGEST = 1 << 20;

  private final Path root;
  private final Path gitFolder;
  private final Path common;
  private final List<IgnorePattern> excluded;
  private final Map<Path, List<IgnorePattern>> patterns = new HashMap<>();
  private GitIndex index;

  private WorkTree(Path root, Path gitFolder) {
    this.root = root;
    this.gitFolder = gitFolder;
    this.common = common(gitFolder);
    this.excluded = read(common.resolve("info").resolve("exclude"));
  }

  /**
   * The work tree that a folder lies in; null when it lies in none.
   *
   * @param folder without links in its path
   */
  public static WorkTree around(Path folder) {
    for (Path each = folder; each != null; each = each.getParent()) {
      Path git = each.resolve(GIT);
      if (Files.isDirectory(git)) {
        return new WorkTree(each, git);
      }
      if (Files.isRegularFile(git)) {
        return new WorkTree(each, named(git, ELSEWHERE));
      }
    }
    return null;
  }

  public Path root() {
    return root;
  }

  /**
   * Returns the git folder with the index and the patterns that a second work tree, or a submodule,
   * uses; the patterns are shared.
   */
  private static Path common(Path gitFolder) {
    Path file = gitFolder.resolve("commondir");
    return Files.isRegularFile(file) ? named(file, "") : gitFolder;
  }

  /** The folder that a file of one line names. */
  private static Path named(Path file, String before) {
    List<String> lines = lines(file);
    String line = lines.isEmpty() ? "" : lines.get(0).strip();
    if (!line.startsWith(before)) {
      return file;
    }
    try {
      return file.resolveSibling(line.substring(before.length()).strip()).normalize();
    } catch (InvalidPathException e) {
      return file;
    }
  }

  /**
   * Whether patterns match a file or folder, or the folder that it lies in is known to be ignored.
   *
   * @param path in this work tree, without links
   */
  public boolean matches(Path path, boolean folder) {
    for (Path base = path.getParent();
        base != null && base.startsWith(root);
        base = base.getParent()) {
      Boolean decided = decision(patterns.computeIfAbsent(base, this::of), base, path, folder);
      if (decided != null) {
        return decided;
      }
    }
    Boolean decided = decision(excluded, root, path, folder);
    return decided != null && decided;
  }

  /** Whether git may track the file, or a file in the folder. */
  public boolean tracks(Path path, boolean folder) {
    if (index == null) {
      boolean longer =
          USES_SHA256.matcher(String.join("\n", lines(common.resolve("config")))).find();
      index = GitIndex.of(gitFolder.resolve("index"), longer ? SHA256 : SHA1);
    }
    String name = name(root, path);
    return folder ? index.hasIn(name) : index.has(name);
  }

  private List<IgnorePattern> of(Path folder) {
    return read(folder.resolve(IGNORE));
  }

  /** The last pattern that matches decides; null when none does. */
  private static Boolean decision(
      List<IgnorePattern> patterns, Path base, Path path, boolean folder) {
    String name = patterns.isEmpty() ? "" : name(base, path);
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (patterns.get(i).matches(name, folder)) {
        return !patterns.get(i).negated();
      }
    }
    return null;
  }

  private static String name(Path base, Path path) {
    return base.relativize(path).toString().replace('\\', '/');
  }

  private static List<IgnorePattern> read(Path file) {
    List<IgnorePattern> patterns = new ArrayList<>();
    lines(file).forEach(line -> IgnorePattern.of(line).ifPresent(patterns::add));
    return patterns;
  }

  /** The lines of a file; none of a link, as git has it, or of what cannot be read. */
  private static List<String> lines(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
        return List.of();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
