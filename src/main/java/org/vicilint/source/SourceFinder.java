package org.vicilint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vicilint.model.Place;
import org.vicilint.model.Problem;

/** Turns the paths that a user gives into the sources that they stand for. */
public final class SourceFinder {
  private static final Set<String> ENDINGS =
      Set.of("yaml", "yml", "json", "tsv", "csv", "sql", "xml");

  /** What may stand behind one of these endings. */
  private static final List<String> PACKED = List.of(".gz", ".zst");

  private static final String STANDARD_INPUT = "-";
  private static final String PROFILE = "vicilint.yaml";
  private static final String OPEN_FILES = "/dev/fd/";

  private final TreeMap<String, Source> found = new TreeMap<>();
  private final List<Problem> problems;

  private final Set<Path> leftOut = new HashSet<>();

  /**
   * @param leaveOut files and folders that are left out where a folder holds them
   */
  public SourceFinder(List<Problem> problems, Collection<String> leaveOut) {
    this.problems = problems;
    leaveOut.forEach(path -> leftOut.add(real(Path.of(path))));
  }

  /** The sources by name, each file once, whatever the order of the paths. */
  public Collection<Source> find(List<String> paths, InputStream stdin) {
    for (String path : new TreeSet<>(paths)) {
      if (path.equals(STANDARD_INPUT)) {
        standardInput(stdin);
      } else {
        path(path);
      }
    }
    Set<Path> files = new HashSet<>();
    List<Source> once = new ArrayList<>();
    for (Source source : found.values()) {
      if (source.path() == null || files.add(real(source.path()))) {
        once.add(source);
      }
    }
    return once;
  }

  /** The one file of this name, or standard input; empty, and a problem, when there is none. */
  public Collection<Source> file(String file, InputStream stdin) {
    if (!file.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(file))) {
      problem(file, "this is a folder", "give a file, or - for standard input");
      return List.of();
    }
    return find(List.of(file), stdin);
  }

  private void standardInput(InputStream stdin) {
    try {
      found.put(STANDARD_INPUT, Source.pipe(STANDARD_INPUT, stdin));
    } catch (IOException e) {
      problem(STANDARD_INPUT, "standard input cannot be read", "give a file instead");
    }
  }

  private void path(String given) {
    Path path;
    try {
      path = Path.of(given);
    } catch (InvalidPathException e) {
      problem(given, "this cannot be the name of a file", "check the path");
      return;
    }
    if (given.isEmpty() || !Files.exists(path)) {
      problem(given, "no such file or folder", "check the path");
    } else if (Files.isDirectory(path)) {
      folder(given, path);
    } else {
      file(given, path);
    }
  }

  private void file(String name, Path path) {
    if (name.startsWith(OPEN_FILES)) {
      pipe(name, path);
    } else if (!Files.isRegularFile(path)) {
      problem(name, "this is not a plain file", "give a file, a folder, or - for standard input");
    } else if (!Files.isReadable(path)) {
      problem(name, "this file cannot be read", "check its permissions");
    } else {
      found.put(name, Source.of(name, path));
    }
  }

  /** What a shell hands over with {@code <(command)}; what is long is read later, to its end. */
  private void pipe(String name, Path path) {
    try {
      found.put(name, Source.pipe(name, Files.newInputStream(path)));
    } catch (IOException e) {
      problem(name, "this pipe cannot be read", "give a file instead");
    }
  }

  private void folder(String given, Path path) {
    String prefix = given.replaceAll("(?<=.)/+$", "");
    prefix = prefix.equals("/") ? prefix : prefix + "/";
    try {
      Files.walkFileTree(path.toRealPath(), new Walk(path.toRealPath(), given, prefix));
    } catch (IOException e) {
      problem(given, "this folder cannot be read", "check its permissions");
    }
  }

  private void problem(String name, String reason, String hint) {
    problems.add(new Problem(Place.of(name), reason, hint));
  }

  /** The path without links; of what does not exist, as far as it does. */
  public static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      Path folder = absolute.getParent(); // gone since it was found: reading will say so
      return folder == null ? absolute : real(folder).resolve(absolute.getFileName());
    }
  }

  /**
   * Whether a file in a folder is looked at: a definition or export that is not hidden.
   *
   * @param inside its name from that folder, with slashes
   */
  public static boolean ours(String inside) {
    String name = inside.substring(inside.lastIndexOf('/') + 1);
    String plain = name.toLowerCase(Locale.ROOT);
    for (String packed : PACKED) {
      plain = plain.endsWith(packed) ? plain.substring(0, plain.length() - packed.length()) : plain;
    }
    String ending = plain.substring(plain.lastIndexOf('.') + 1);
    return !hidden(inside) && !name.equals(PROFILE) && ENDINGS.contains(ending);
  }

  /** Whether it, or a folder on the way to it, is hidden. */
  public static boolean hidden(String inside) {
    return inside.startsWith(".") || inside.contains("/.");
  }

  /** Collects what a folder holds; links to folders are left alone, so that no circle arises. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final String given;
    private final String prefix;
    private boolean any;

    Walk(Path root, String given, String prefix) {
      this.root = root;
      this.given = given;
      this.prefix = prefix;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden =
          !folder.equals(root)
              && (hidden(folder.getFileName().toString()) || leftOut.contains(folder));
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (ours(file.getFileName().toString())
          && !Files.isDirectory(file)
          && !leftOut.contains(real(file))) {
        any = true;
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.exists(file)) {
          problem(name(file), "this link leads nowhere", "mend or remove the link");
        } else {
          file(name(file), file);
          found.computeIfPresent(name(file), (name, source) -> source.inFolder());
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      any = true;
      problem(name(file), "this cannot be read", "check its permissions");
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      if (e != null) {
        problem(name(folder), "this folder could not be read to its end", "try again");
      }
      if (folder.equals(root) && !any) {
        problem(
            given,
            "this folder holds no accounts: no .yaml, .yml, .json, .tsv, .csv, .sql or .xml file",
            "give the folder of your account definitions or exports");
      }
      return FileVisitResult.CONTINUE;
    }

    private String name(Path file) {
      return prefix + root.relativize(file).toString().replace('\\', '/');
    }
  }
}
