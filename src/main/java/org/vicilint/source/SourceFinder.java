package org.vicilint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vicilint.ignore.WorkTree;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;

/** Turns the paths that a user gives into the sources that they stand for. */
public final class SourceFinder {
  private static final Set<String> ENDINGS =
      Set.of("yaml", "yml", "json", "tsv", "csv", "sql", "xml");

  private static final Set<String> SCRIPTS = Set.of("sh", "bash");
  private static final List<String> ARCHIVES =
      List.of(".zip", ".7z", ".rar", ".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".tzst");

  /** Endings of packed files; all but the first two are reported, and not read. */
  private static final List<String> PACKED =
      List.of(
          ".gz", ".zst", ".bz2", ".xz", ".zip", ".7z", ".lz", ".lz4", ".lzma", ".br", ".rar", ".z");

  private static final int UNPACKED = 2;
  private static final String STANDARD_INPUT = "-";
  private static final String PROFILE = "vicilint.yaml";
  private static final String OPEN_FILES = "/dev/fd/";
  private static final String NOTHING = "this folder holds no accounts: ";
  private static final String NO_FILE = "no .yaml, .yml, .json, .tsv, .csv, .sql or .xml file";
  private static final String LEFT_OUT =
      "git ignores, or an exclusion leaves out, all that could be read";
  private static final String GIVE = "give the folder of your account definitions or exports";

  private final TreeMap<String, Source> found = new TreeMap<>();
  private final List<Problem> problems;

  private final LeftOut leaveOut;
  private final Set<Path> used = new HashSet<>();
  private final Set<Exclusion> matched = new HashSet<>();
  private final Set<Path> walked = new HashSet<>();
  private final TreeSet<String> ignored = new TreeSet<>();
  private final TreeSet<String> holding = new TreeSet<>();
  private final List<FolderWalk.Given> folders = new ArrayList<>();
  private final List<FolderWalk.Link> links = new ArrayList<>();

  /**
   * @param leaveOut what is left out where a folder holds it
   */
  public SourceFinder(List<Problem> problems, LeftOut leaveOut) {
    this.problems = problems;
    this.leaveOut = leaveOut;
    leaveOut.paths().forEach(path -> used.add(real(Path.of(path))));
  }

  /** Returns the sources by name, each file once, in any order of the paths. */
  public Collection<Source> find(List<String> paths, InputStream stdin) {
    for (String path : new TreeSet<>(paths)) {
      if (path.equals(STANDARD_INPUT)) {
        standardInput(stdin);
      } else {
        path(path);
      }
    }
    follow();
    Map<Object, Source> once = new LinkedHashMap<>();
    for (Source source : found.values()) {
      Object which = source.path() == null ? source.name() : real(source.path());
      // One that a folder holds is named all the same when its name is given as well.
      once.merge(which, source, (first, other) -> other.found() ? first : first.inFolder(null));
    }
    for (FolderWalk.Given folder : folders) {
      if (!holding.contains(folder.name())) {
        boolean none = ignored.isEmpty() && matched.isEmpty();
        problem(folder.name(), NOTHING + (none ? NO_FILE : LEFT_OUT), GIVE);
      }
    }
    return once.values();
  }

  /** Walks the folders that links lead to, once each. */
  private void follow() {
    Set<Path> roots = new HashSet<>(walked);
    while (!links.isEmpty()) {
      links.sort(Comparator.comparing(FolderWalk.Link::name).reversed());
      FolderWalk.Link link = links.remove(links.size() - 1);
      if (walked.contains(link.target()) || roots.contains(link.target())) {
        continue;
      }
      if (!link.given().allows(link.target())) {
        holding.add(link.given().name());
        problem(
            link.name(),
            "this link leads to a folder outside of the one given: nothing there was read",
            "give that folder by its own name, or leave the link out with --exclude");
        continue;
      }
      walk(new FolderWalk(this, link.given(), link.target(), link.name() + "/", true), link.name());
    }
  }

  /** Files that were not taken since git ignores them, and folders with a slash behind. */
  public SortedSet<String> ignored() {
    return ignored;
  }

  /** Returns the exclusions that match nothing in their folders. */
  public List<String> unmatched() {
    return leaveOut.exclusions().stream()
        .filter(each -> !matched.contains(each))
        .filter(
            each ->
                each.base() == null
                    || folders.stream().anyMatch(folder -> each.base().startsWith(folder.root())))
        .map(Exclusion::name)
        .toList();
  }

  Set<Path> walked() {
    return walked;
  }

  List<FolderWalk.Link> links() {
    return links;
  }

  /** The folders, as given, in which there is something to read. */
  Set<String> holding() {
    return holding;
  }

  /** Whether a run uses a file or folder otherwise. */
  boolean uses(Path real) {
    return used.contains(real);
  }

  boolean excludes(Path path, Path given, boolean folder) {
    return leaveOut.excludes(path, given, folder, matched);
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

  /**
   * Reads input that a shell hands over with {@code <(command)}; long input is read later, to its
   * end.
   */
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
    Path root = real(path);
    FolderWalk.Given folder = new FolderWalk.Given(given, root, WorkTree.around(root));
    folders.add(folder);
    walk(new FolderWalk(this, folder, root, prefix, false), given);
  }

  private void walk(FolderWalk walk, String name) {
    try {
      walk.walk();
    } catch (IOException e) {
      problem(name, "this folder cannot be read", "check its permissions");
    }
  }

  /** Takes a file that nobody named. */
  void fileIn(String folder, String name, Path file) {
    file(name, file);
    found.computeIfPresent(name, (key, source) -> source.inFolder(folder));
  }

  void problem(String name, String reason, String hint) {
    problems.add(new Problem(SourceLocation.of(name), reason, hint));
  }

  /** Resolves symbolic links of the longest existing prefix of the path. */
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
   * Whether a file in a folder is looked at: a definition or export that is not hidden, and what
   * must not be left out in silence.
   *
   * @param inside its name from that folder, with slashes
   */
  public static boolean ours(String inside) {
    String file = inside.substring(inside.lastIndexOf('/') + 1);
    return !hidden(inside)
        && !file.equals(PROFILE)
        && (ENDINGS.contains(ending(file)) || script(file) || archive(file));
  }

  /** Whether a name is that of a script of a shell, which is read when it is named. */
  public static boolean script(String name) {
    return SCRIPTS.contains(ending(name));
  }

  /** Whether a name is that of an archive, and not that of one packed file of ours. */
  public static boolean archive(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return !ENDINGS.contains(ending(plain))
        && (ending(plain).equals("tar") || ARCHIVES.stream().anyMatch(plain::endsWith));
  }

  /** The ending of a name in lower case, without those of packed files behind it. */
  public static String ending(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    for (String packed = packed(plain); packed != null; packed = packed(plain)) {
      plain = plain.substring(0, plain.length() - packed.length());
    }
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  /** Whether a name says that the file is packed in a way that is not unpacked here. */
  public static boolean packedOtherwise(String name) {
    String packed = packed(name.toLowerCase(Locale.ROOT));
    return archive(name) || (packed != null && PACKED.indexOf(packed) >= UNPACKED);
  }

  private static String packed(String name) {
    return PACKED.stream().filter(name::endsWith).findFirst().orElse(null);
  }

  /** Whether it, or a folder on the way to it, is hidden. */
  public static boolean hidden(String inside) {
    return inside.startsWith(".") || inside.contains("/.");
  }
}
