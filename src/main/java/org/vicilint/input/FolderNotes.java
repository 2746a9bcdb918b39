package org.vicilint.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicilint.input.table.Table;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.source.Source;
import org.vicilint.source.SourceFinder;

/** Files of folders that are not read, and the notes on them. */
final class FolderNotes {
  private static final String VERBOSE = " (--verbose lists them)";

  private final boolean formatGiven;
  private final boolean columnsGiven;
  private final boolean verbose;
  private final TreeSet<String> others = new TreeSet<>();

  /** Number of files of each folder that were left out. */
  private final TreeMap<String, Integer> folders = new TreeMap<>();

  private final Set<String> holding = new TreeSet<>();

  /** Scripts of a shell that change tables of ours. */
  private final TreeSet<String> scripts = new TreeSet<>();

  /**
   * @param formatGiven whether the user said what every file is, so that all of them are meant
   * @param columnsGiven whether the user named the columns of tables without names
   * @param verbose whether to name each file
   */
  FolderNotes(boolean formatGiven, boolean columnsGiven, boolean verbose) {
    this.formatGiven = formatGiven;
    this.columnsGiven = columnsGiven;
    this.verbose = verbose;
  }

  /**
   * Whether a file is left out by what it is, before anything is unpacked: scripts of a shell, and
   * archives whose names do not suggest VICIdial, where nobody named them.
   */
  boolean leaveOut(Source source) {
    boolean script = SourceFinder.script(source.name());
    boolean archive = SourceFinder.archive(source.name()) && !FileSigns.archive(source);
    if (!source.found() || !(script || archive)) {
      return false;
    }
    folders.merge(source.folder(), 1, Integer::sum);
    if (archive) {
      others.add(source.name());
    } else if (FileSigns.script(source)) {
      scripts.add(source.name());
    }
    return true;
  }

  /**
   * Whether a file is not read, since nobody named it and vicilint wrote it, or it shows no sign of
   * what vicilint reads.
   *
   * @param content what it holds; null when it is nothing that can be read
   * @param head its beginning
   */
  boolean leaveOut(Source source, Content content, byte[] head) {
    if (!source.found()) {
      return false;
    }
    String text = new String(head, StandardCharsets.UTF_8);
    boolean own = OwnOutput.begins(text);
    boolean meant = formatGiven || (columnsGiven && content == Content.OUTFILE);
    boolean shown = meant || SourceFinder.archive(source.name());
    if (!own && (shown || FileSigns.shown(source, content, head, text))) {
      holding.add(source.folder());
      return false;
    }
    folders.merge(source.folder(), 1, Integer::sum);
    if (!own) {
      others.add(source.name());
    }
    return true;
  }

  /** Adds what must be known of a revision, or of texts. */
  void addTo(List<String> notes) {
    add(notes, others, "file holds", "files hold", " nothing of vicilint's and %s left out");
    scripts.forEach(
        name ->
            notes.add(
                name + " holds SQL about accounts and was not read: name it on the command line"));
  }

  /** Adds the notes on folders of the disk; one in which nothing was checked is a problem. */
  void addTo(List<String> notes, List<Problem> problems, SourceFinder finder) {
    addTo(notes);
    add(
        notes,
        finder.ignored(),
        "file or folder is",
        "files and folders are",
        " ignored by git and %s left out");
    finder.unmatched().forEach(each -> notes.add(each + " matches nothing in the folders given"));
    problems.addAll(foldersOfOthers());
  }

  private void add(
      List<String> notes, Collection<String> names, String one, String several, String rest) {
    if (names.isEmpty()) {
      return;
    }
    boolean single = names.size() == 1;
    notes.add(
        "%d %s%s%s"
            .formatted(
                names.size(),
                single ? one : several,
                rest.formatted(single ? "was" : "were"),
                verbose ? "" : VERBOSE));
    if (verbose) {
      names.forEach(name -> notes.add("left out: " + name));
    }
  }

  /** The folders that hold files of others only: nothing was checked there. */
  private List<Problem> foldersOfOthers() {
    List<Problem> problems = new ArrayList<>();
    folders.forEach(
        (folder, files) -> {
          if (!holding.contains(folder)) {
            problems.add(
                new Problem(
                    SourceLocation.of(folder),
                    files == 1
                        ? "nothing to check in this folder: its file shows no sign of accounts"
                        : "nothing to check in this folder: none of its %d files shows a sign of accounts"
                            .formatted(files),
                    "give the folder of your account definitions or exports"));
          }
        });
    return problems;
  }

  /**
   * Returns the note on a table without rows that has the names of its columns, or not even these.
   */
  static Optional<String> empty(Source source, Content content, byte[] head) {
    if (head.length == Source.HEAD) {
      return Optional.empty();
    }
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    boolean empty =
        switch (content) {
          case TSV -> text.indexOf('\n') < 0 && ours(text, "\t");
          case CSV -> text.indexOf('\n') < 0 && ours(text, ",");
          case JSON_EXPORT -> text.matches("\\[\\s*]");
          case XML -> !text.contains("<row");
          default -> false;
        };
    return empty
        ? Optional.of(
            source.name() + ": this table has no rows; where it should have some, export it again")
        : Optional.empty();
  }

  private static boolean ours(String line, String separator) {
    return Table.having(
            Arrays.stream(line.split(separator, -1))
                .map(name -> name.strip().replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()))
        != null;
  }
}
