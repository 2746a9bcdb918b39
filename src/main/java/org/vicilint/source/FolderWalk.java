package org.vicilint.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vicilint.ignore.WorkTree;

/**
 * Collects what a folder holds. Links to folders are kept for later: each folder is walked once, so
 * that no circle arises.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  private final SourceFinder finder;
  private final Given given;
  private final Path start;
  private final String prefix;
  private final boolean linked;

  /** The work tree of each folder that lies in one. */
  private final Map<Path, WorkTree> trees = new HashMap<>();

  /** Folders that git ignores although it tracks a file in them. */
  private final Set<Path> partly = new HashSet<>();

  /**
   * A folder that the user gave.
   *
   * @param name as the user gave it
   * @param root without links
   */
  record Given(String name, Path root, WorkTree tree) {
    /** Whether a folder may be walked because a link leads to it. */
    boolean allows(Path folder) {
      return folder.startsWith(root) || (tree != null && folder.startsWith(tree.root()));
    }
  }

  /** A link to a folder, by the name that its files will have. */
  record Link(String name, Path target, Given given) {}

  /**
   * @param start where to walk, without links
   * @param prefix stands before the names of files, as seen from there
   * @param linked whether a link led there
   */
  FolderWalk(SourceFinder finder, Given given, Path start, String prefix, boolean linked) {
    this.finder = finder;
    this.given = given;
    this.start = start;
    this.prefix = prefix;
    this.linked = linked;
  }

  void walk() throws IOException {
    Files.walkFileTree(start, this);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (!folder.equals(start) && passedOver(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (!finder.walked().add(folder) && linked) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    trees.put(folder, around(folder));
    return FileVisitResult.CONTINUE;
  }

  private WorkTree around(Path folder) {
    if (folder.equals(given.root())) {
      return given.tree();
    }
    boolean own = folder.equals(start) || Files.exists(folder.resolve(".git"));
    return own ? WorkTree.around(folder) : trees.get(folder.getParent());
  }

  private boolean passedOver(Path folder) {
    if (SourceFinder.hidden(folder.getFileName().toString())
        || finder.uses(folder)
        || finder.excludes(folder, given.root(), true)) {
      return true;
    }
    boolean ignored = ignored(folder, true);
    if (ignored) {
      finder.ignored().add(name(folder) + "/");
    }
    return ignored;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = file.getFileName().toString();
    if (SourceFinder.hidden(name)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
      if (!finder.excludes(file, given.root(), true) && !ignored(file, false)) {
        finder.links().add(new Link(name(file), file.toRealPath(), given));
      }
    } else if (SourceFinder.ours(name)
        && !finder.uses(SourceFinder.real(file))
        && !finder.excludes(file, given.root(), false)) {
      if (ignored(file, false)) {
        finder.ignored().add(name(file));
      } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.exists(file)) {
        if (!SourceFinder.script(name) && !SourceFinder.archive(name)) {
          finder.problem(name(file), "this link leads nowhere", "correct or remove the link");
          finder.holding().add(given.name());
        }
      } else {
        finder.holding().add(given.name());
        finder.fileIn(given.name(), name(file), file);
      }
    }
    return FileVisitResult.CONTINUE;
  }

  /** Whether git ignores it, and does not track it either. */
  private boolean ignored(Path path, boolean folder) {
    WorkTree tree = trees.get(path.getParent());
    if (tree == null || !(partly.contains(path.getParent()) || tree.matches(path, folder))) {
      return false;
    }
    boolean tracked = tree.tracks(path, folder);
    if (tracked && folder) {
      partly.add(path);
    }
    return !tracked;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    finder.holding().add(given.name());
    finder.problem(name(file), "this cannot be read", "check its permissions");
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException e) {
    if (e != null) {
      finder.problem(name(folder), "this folder could not be read to its end", "try again");
    }
    return FileVisitResult.CONTINUE;
  }

  private String name(Path file) {
    return prefix + start.relativize(file).toString().replace('\\', '/');
  }
}
