package org.vicilint.git;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vicilint.source.LeftOut;
import org.vicilint.source.SourceFinder;

/** A git repository that holds definitions, and revisions of it. */
public final class GitRepository {
  private static final String HEAD = "HEAD";
  private static final String SINCE_FORK = "...";
  private static final String TWO = "..";

  private final Git git;
  private final Path root;

  private GitRepository(Git git, Path root) {
    this.git = git;
    this.root = root;
  }

  /**
   * A revision, or the work tree.
   *
   * @param name as the user named it
   * @param commit its commit; null for the work tree
   */
  public record Revision(String name, String commit) {
    /** Whether the files as they are on the disk are meant. */
    public boolean workTree() {
      return commit == null;
    }
  }

  /**
   * Two revisions.
   *
   * @param before the first one
   * @param after the second one
   */
  public record Range(Revision before, Revision after) {}

  /**
   * The repository that a path lies in.
   *
   * @throws GitException when there is none, or git cannot be run
   */
  public static GitRepository of(String path) throws GitException {
    return of(path, new Git(folder(Path.of(path))));
  }

  static GitRepository of(String path, Git git) throws GitException {
    Git.Answer answer = git.run("rev-parse", "--show-toplevel");
    if (answer.status() == 0 && !answer.line().isEmpty()) {
      Path root = Path.of(answer.line());
      return new GitRepository(new Git(root), root);
    }
    if (answer.err().contains("dubious ownership")) {
      throw new GitException(
          true,
          "git does not trust the repository of '%s', since another user owns it; if you do: git config --global --add safe.directory FOLDER"
              .formatted(path));
    }
    throw new GitException(true, "'" + path + "' is not in the work tree of a git repository");
  }

  /** The folder of a path, or the nearest one above that exists: a revision may have it still. */
  private static Path folder(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    while (!Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    return folder;
  }

  /**
   * Reads {@code A..B}, {@code A...B} (from where they parted to B) or {@code A} (to the work
   * tree). A side that is left out is HEAD.
   *
   * @throws GitException when there is no such revision
   */
  public Range range(String text) throws GitException {
    int parted = text.indexOf(SINCE_FORK);
    int two = text.indexOf(TWO);
    if (parted >= 0) {
      Revision one = revision(text.substring(0, parted));
      Revision other = revision(text.substring(parted + SINCE_FORK.length()));
      return new Range(base(one, other), other);
    }
    if (two >= 0) {
      return new Range(
          revision(text.substring(0, two)), revision(text.substring(two + TWO.length())));
    }
    return new Range(revision(text), new Revision("the work tree", null));
  }

  private Revision revision(String text) throws GitException {
    String name = text.isBlank() ? HEAD : text.strip();
    // A name that begins with a dash would be an option.
    Git.Answer answer =
        name.startsWith("-")
            ? null
            : git.run("rev-parse", "--verify", "--quiet", name + "^{commit}");
    if (answer == null || answer.status() != 0 || answer.line().isEmpty()) {
      throw new GitException(
          true,
          "git knows no revision '%s' here; where the clone is shallow, as in many CI jobs, fetch it first"
              .formatted(name));
    }
    return new Revision(name, answer.line());
  }

  private Revision base(Revision one, Revision other) throws GitException {
    Git.Answer answer = git.run("merge-base", one.commit(), other.commit());
    if (answer.status() != 0 || answer.line().isEmpty()) {
      throw new GitException(
          true,
          "%s and %s have no commit in common; where the clone is shallow, fetch more of it first"
              .formatted(one.name(), other.name()));
    }
    return new Revision("%s...%s".formatted(one.name(), other.name()), answer.line());
  }

  /**
   * Paths as the repository names them, from its root.
   *
   * @throws GitException when one lies outside
   */
  public List<String> inside(List<String> paths) throws GitException {
    List<String> inside = new ArrayList<>();
    for (String path : paths) {
      Path real = SourceFinder.real(Path.of(path));
      if (!real.startsWith(root)) {
        throw new GitException(true, "'" + path + "' is not in the repository " + root);
      }
      inside.add(name(real));
    }
    return inside;
  }

  private String name(Path real) {
    return root.relativize(real).toString().replace(File.separatorChar, '/');
  }

  /**
   * The files that a revision has.
   *
   * @param paths files and folders, from the root of the repository
   * @param leaveOut what is left out where a folder holds it, as paths on the disk
   */
  public GitTree tree(Revision revision, List<String> paths, LeftOut leaveOut) {
    List<String> left = new ArrayList<>();
    for (String path : leaveOut.paths()) {
      Path real = SourceFinder.real(Path.of(path));
      if (real.startsWith(root)) {
        left.add(name(real));
      }
    }
    return new GitTree(git, root, revision, paths, new LeftOut(left, leaveOut.exclusions()));
  }
}
