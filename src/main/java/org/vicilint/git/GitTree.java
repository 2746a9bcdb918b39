package org.vicilint.git;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.source.LeftOut;
import org.vicilint.source.Source;
import org.vicilint.source.SourceFinder;

/**
 * The files of a revision that could hold accounts, read into memory as they were committed: no
 * hook, filter or conversion of the repository runs.
 */
public final class GitTree {
  private static final String FILE = "blob";
  private static final String LINK = "120000";
  private static final String SUBMODULE = "commit";

  /** All files of a revision together; more than any honest folder of definitions. */
  private static final long MOST = 512L << 20;

  /** Content in place of an archive, since only its name counts. */
  private static final byte[] UNREAD = {0};

  private final Git git;
  private final Path root;
  private final GitRepository.Revision revision;
  private final List<String> paths;
  private final LeftOut leaveOut;

  /**
   * @param leaveOut what is left out; its paths are seen from the root
   */
  GitTree(
      Git git, Path root, GitRepository.Revision revision, List<String> paths, LeftOut leaveOut) {
    this.git = git;
    this.root = root;
    this.revision = revision;
    this.paths = paths;
    this.leaveOut = leaveOut;
  }

  /** Entry of a tree under one name. */
  private record Entry(String mode, String type, String object, String path, String folder) {
    static Entry of(String line, String given) {
      int tab = line.indexOf('\t');
      String[] words = line.substring(0, tab).split(" ");
      String path = line.substring(tab + 1);
      return new Entry(words[0], words[1], words[2], path, path.equals(given) ? null : given);
    }

    /** The name that the folder given sees; the whole path of what is given itself. */
    String inside() {
      return folder == null || folder.isEmpty() ? path : path.substring(folder.length() + 1);
    }
  }

  /** The sources by name; what cannot be read becomes a problem. */
  public List<Source> sources(List<Problem> problems) {
    TreeMap<String, Entry> wanted = new TreeMap<>();
    try {
      for (String path : paths) {
        list(path, wanted, problems);
      }
      return wanted.isEmpty() ? List.of() : read(wanted, problems);
    } catch (GitException | IOException e) {
      problems.add(
          new Problem(
              SourceLocation.of(revision.name()),
              "git cannot read the files of this revision",
              "see what 'git fsck' says; a partial clone has to fetch them first, which vicilint does not"));
    }
    return List.of();
  }

  private void list(String given, TreeMap<String, Entry> wanted, List<Problem> problems)
      throws GitException {
    List<String> command =
        new ArrayList<>(List.of("ls-tree", "-r", "-z", "--full-tree", revision.commit(), "--"));
    if (!given.isEmpty()) {
      command.add(given);
    }
    Git.Answer answer = git.run(command.toArray(String[]::new));
    if (answer.status() != 0) {
      throw new GitException(false, "git cannot list the files: " + answer.reason());
    }
    for (String line : new String(answer.out(), StandardCharsets.UTF_8).split("\0")) {
      if (!line.isEmpty()) {
        Entry entry = Entry.of(line, given);
        if (entry.folder == null || (looked(entry) && !leftOut(entry))) {
          take(entry, wanted, problems);
        }
      }
    }
  }

  /** Whether a folder would be looked through for it; what is a submodule could hold anything. */
  private boolean looked(Entry entry) throws GitException {
    if (entry.type.equals(SUBMODULE)) {
      return !SourceFinder.hidden(entry.inside());
    }
    return SourceFinder.ours(entry.inside())
        || (entry.mode.equals(LINK) && !SourceFinder.hidden(entry.inside()) && unwalked(entry));
  }

  /** Whether a link leads to a folder that is not among those given, or to nobody knows what. */
  private boolean unwalked(Entry link) throws GitException {
    Path target = Path.of("/", link.path).getParent().resolve(text(link)).normalize();
    boolean outside = text(link).startsWith("/") || climbs(link);
    String name = target.toString().substring(1);
    if (outside || name.isEmpty()) {
      return outside || paths.stream().noneMatch(String::isEmpty);
    }
    Git.Answer answer = git.run("ls-tree", "-z", "--full-tree", revision.commit(), "--", name);
    String found = new String(answer.out(), StandardCharsets.UTF_8);
    return found.contains(" tree ") && paths.stream().noneMatch(given -> within(name, given));
  }

  /** Whether the target of a link lies above the root. */
  private static boolean climbs(String[] names, int depth) {
    int left = depth;
    for (String name : names) {
      left += name.equals("..") ? -1 : name.isEmpty() || name.equals(".") ? 0 : 1;
      if (left < 0) {
        return true;
      }
    }
    return false;
  }

  private boolean climbs(Entry link) throws GitException {
    return climbs(text(link).split("/", -1), link.path.split("/", -1).length - 1);
  }

  private String text(Entry link) throws GitException {
    return git.run("cat-file", "blob", link.object).line();
  }

  private static boolean within(String path, String folder) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }

  private boolean leftOut(Entry entry) {
    return leaveOut.paths().stream().anyMatch(left -> within(entry.path, left))
        || leaveOut.excludesWithin(
            root.resolve(entry.folder), root.resolve(entry.path), new HashSet<>());
  }

  private void take(Entry entry, TreeMap<String, Entry> wanted, List<Problem> problems) {
    if (entry.type.equals(SUBMODULE)) {
      problem(
          entry.path,
          "this is a submodule: its files are in another repository",
          "compare it there, or give the folders beside it",
          problems);
    } else if (entry.mode.equals(LINK)) {
      problem(
          entry.path,
          "this is a link, and a revision does not follow links",
          "give the file or folder that it leads to",
          problems);
    } else if (entry.type.equals(FILE)) {
      wanted.put(entry.path, entry);
    }
  }

  /** Asks for one object after the other, so that neither side waits for the other forever. */
  private List<Source> read(TreeMap<String, Entry> wanted, List<Problem> problems)
      throws GitException, IOException {
    List<Source> sources = new ArrayList<>();
    Process process = git.start("cat-file", "--batch");
    try (OutputStream ask = process.getOutputStream();
        InputStream answers = new BufferedInputStream(process.getInputStream())) {
      long total = 0;
      for (Entry entry : wanted.values()) {
        if (entry.folder != null && SourceFinder.archive(entry.path)) {
          sources.add(Source.of(name(entry.path), UNREAD).inFolder(entry.folder));
          continue;
        }
        ask.write((entry.object + "\n").getBytes(StandardCharsets.US_ASCII));
        ask.flush();
        String head = line(answers);
        if (!head.startsWith(entry.object + " " + FILE + " ")) {
          throw new IOException("git does not have it");
        }
        long size = Long.parseLong(head.substring(head.lastIndexOf(' ') + 1));
        total += size;
        if (total > MOST) {
          problem(entry.path, "the revision holds too much", "give fewer paths", problems);
          break;
        }
        byte[] bytes = answers.readNBytes((int) size);
        sources.add(Source.of(name(entry.path), bytes).inFolder(entry.folder));
        answers.skipNBytes(1); // the line break behind each object
      }
    } finally {
      process.destroy();
    }
    return sources;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    while (c != '\n') {
      if (c < 0) {
        throw new IOException("git stopped");
      }
      line.append((char) c);
      c = in.read();
    }
    return line.toString();
  }

  /** Returns the name as git itself writes it: {@code main:accounts/people.yaml}. */
  private String name(String path) {
    return revision.name() + ":" + path;
  }

  private void problem(String path, String reason, String hint, List<Problem> problems) {
    problems.add(new Problem(SourceLocation.of(name(path)), reason, hint));
  }
}
