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
import org.vicilint.model.Place;
import org.vicilint.model.Problem;
import org.vicilint.source.Source;

/** What must be known of the files that were not read where a folder holds them. */
final class FolderNotes {
  private static final String VERBOSE = " (--verbose lists them)";

  private final boolean verbose;
  private final TreeSet<String> others = new TreeSet<>();

  /** How many files of each folder were left out. */
  private final TreeMap<String, Integer> folders = new TreeMap<>();

  private final Set<String> holding = new TreeSet<>();

  /**
   * @param verbose whether to name each file
   */
  FolderNotes(boolean verbose) {
    this.verbose = verbose;
  }

  /** A file that shows no sign of anything that vicilint reads. */
  void leavesOut(Source source) {
    others.add(source.name());
    passes(source);
  }

  /** A file that vicilint itself wrote. */
  void passes(Source source) {
    folders.merge(source.folder(), 1, Integer::sum);
  }

  /** A file that is read. */
  void takes(Source source) {
    if (source.found()) {
      holding.add(source.folder());
    }
  }

  /** Adds what must be known. */
  void addTo(List<String> notes, Collection<String> ignored, List<String> unmatched) {
    add(notes, others, "file holds", "files hold", " nothing of vicilint's and %s left out");
    add(
        notes,
        ignored,
        "file or folder is",
        "files and folders are",
        " ignored by git and %s left out");
    unmatched.forEach(each -> notes.add(each + " matches nothing in the folders given"));
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
  List<Problem> foldersOfOthers() {
    List<Problem> problems = new ArrayList<>();
    folders.forEach(
        (folder, files) -> {
          if (!holding.contains(folder)) {
            problems.add(
                new Problem(
                    Place.of(folder),
                    files == 1
                        ? "nothing to check in this folder: its file shows no sign of accounts"
                        : "nothing to check in this folder: none of its %d files shows a sign of accounts"
                            .formatted(files),
                    "give the folder of your account definitions or exports"));
          }
        });
    return problems;
  }

  /** What is said of a table that has the names of its columns, or not even that, and no rows. */
  static Optional<String> empty(Source source, Content content, byte[] head) {
    if (head.length == Recognizer.HEAD) {
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
