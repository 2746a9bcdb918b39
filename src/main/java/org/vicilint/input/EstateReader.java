package org.vicilint.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.vicilint.input.definition.DefinitionKeys;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.input.table.Tracked;
import org.vicilint.log.LogReading;
import org.vicilint.model.Estate;
import org.vicilint.model.Meter;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.source.Excerpts;
import org.vicilint.source.LeftOut;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.ReadingException;
import org.vicilint.source.Source;
import org.vicilint.source.SourceFinder;

/**
 * Reads files and folders into one estate. Whatever is wrong with them becomes a {@link Problem};
 * nothing that a source holds makes this class throw. Passwords are not kept, see {@link
 * org.vicilint.model.Secret}.
 */
public final class EstateReader {
  private final InputFormat format;
  private final Recognizer recognizer;
  private final List<String> columns;
  private final Limits limits;
  private final Secrets secrets;
  private final LogReading logs;
  private final LiveTables live;
  private Tracked meter = new Tracked(Meter.NONE);
  private boolean verbose;

  /**
   * A reader for one run.
   *
   * @param formatOrNull the format of every source; null to recognise it by the content
   */
  public EstateReader(InputFormat formatOrNull, Limits limits) {
    this(formatOrNull, limits, new Secrets());
  }

  /**
   * A reader for a run that takes passwords from elsewhere too and compares them.
   *
   * @param secrets turns passwords into the traits that are kept
   */
  public EstateReader(InputFormat formatOrNull, Limits limits, Secrets secrets) {
    this(formatOrNull, limits, secrets, LogReading.PLAIN, null);
  }

  /**
   * A reader for a run that uses the API's log, or reads live tables.
   *
   * @param logs which rows of a log count, and what their answers mean
   * @param liveOrNull connected to once a reading of paths, and not at all when null
   */
  public EstateReader(
      InputFormat formatOrNull,
      Limits limits,
      Secrets secrets,
      LogReading logs,
      LiveTables liveOrNull) {
    this(formatOrNull, List.of(), limits, secrets, logs, liveOrNull);
  }

  private EstateReader(
      InputFormat formatOrNull,
      List<String> columns,
      Limits limits,
      Secrets secrets,
      LogReading logs,
      LiveTables liveOrNull) {
    this.format = formatOrNull;
    this.columns = List.copyOf(columns);
    this.logs = logs;
    this.secrets = secrets;
    this.live = liveOrNull;
    this.recognizer = new Recognizer(format, this.columns);
    this.limits = limits;
  }

  /**
   * Returns this reader, set to read tables without a header too.
   *
   * @param names the columns of such a table, in their order; empty to take the order that the
   *     newest known build has
   */
  public EstateReader withColumns(List<String> names) {
    return new EstateReader(format, names, limits, secrets, logs, live).naming(verbose);
  }

  /** Returns this reader, set to report how many bytes and rows of the sources it has read. */
  public EstateReader telling(Meter read) {
    meter = new Tracked(read);
    return this;
  }

  /** Returns this reader, set to name each file that it leaves out of a folder, if asked to. */
  public EstateReader naming(boolean each) {
    verbose = each;
    return this;
  }

  /** Whether a table that vicilint reads has these columns. */
  public static boolean isTable(List<String> columns) {
    return Table.having(new HashSet<>(columns)) != null;
  }

  /**
   * Reads everything that the paths stand for. The order of the paths does not change the result.
   *
   * @param paths files and folders; {@code -} is standard input
   * @param stdin read only when asked for, and not closed
   */
  public Estate read(List<String> paths, InputStream stdin) {
    return read(paths, stdin, LeftOut.NOTHING);
  }

  /**
   * Reads the estate from the paths.
   *
   * @param leaveOut files that are left out of folders, for instance a baseline
   */
  public Estate read(List<String> paths, InputStream stdin, LeftOut leaveOut) {
    List<Problem> problems = new ArrayList<>();
    SourceFinder finder = new SourceFinder(problems, leaveOut);
    Collection<Source> sources = finder.find(paths, stdin);
    ParsedInput harvest = new ParsedInput(logs, meter);
    meter.expect(sources.stream().mapToLong(Source::bytes).sum());
    FolderNotes notes = new FolderNotes(format != null, !columns.isEmpty(), verbose);
    sources.forEach(source -> read(source.telling(meter), harvest, problems, notes));
    notes.addTo(harvest.notes(), problems, finder);
    if (live != null) {
      live.read(logs, harvest, secrets, problems, limits.problems());
    }
    Estate estate = EstateAssembler.of(harvest, problems);
    if (!estate.accounts().isEmpty() || !estate.problems().isEmpty()) {
      return estate;
    }
    String where = live == null ? "" : live.name();
    where = paths.isEmpty() ? where : new TreeSet<>(paths).first();
    return estate.with(List.of(nothing(where)));
  }

  /**
   * Reads texts that are not in files.
   *
   * @param texts by the name that places have
   */
  public Estate read(SortedMap<String, String> texts) {
    List<Source> sources = new ArrayList<>();
    texts.forEach((name, text) -> sources.add(Source.of(name, text.getBytes(UTF_8))));
    return read(sources, new ArrayList<>());
  }

  /**
   * Reads sources that are at hand, such as those of a revision. That they hold nothing is no
   * problem here: the revision may be the one before the first account, or after the last.
   *
   * @param problems those found so far; others are added
   */
  public Estate read(Collection<Source> sources, List<Problem> problems) {
    ParsedInput harvest = new ParsedInput(logs);
    FolderNotes notes = new FolderNotes(format != null, !columns.isEmpty(), verbose);
    sources.forEach(source -> read(source, harvest, problems, notes));
    notes.addTo(harvest.notes());
    return EstateAssembler.of(harvest, problems);
  }

  /** The problem that a place holds no account. */
  public static Problem nothing(String where) {
    return new Problem(
        SourceLocation.of(where),
        "nothing to check here: no account was found",
        "give account definitions, or an export of vicidial_users");
  }

  private void read(Source source, ParsedInput harvest, List<Problem> problems, FolderNotes notes) {
    if (notes.leaveOut(source)) {
      return;
    }
    ProblemLog log = new ProblemLog(source.name(), limits.problems());
    try {
      Source.Stamp stamp = source.stamp();
      byte[] head = source.head(Source.HEAD);
      Optional<Content> content = recognizer.recognize(source, head, log);
      if (notes.leaveOut(source, content.orElse(null), head)) {
        return;
      }
      content.flatMap(c -> FolderNotes.empty(source, c, head)).ifPresent(harvest.notes()::add);
      Source shown =
          content.isPresent()
              ? new ContentReader(columns, limits, secrets, meter, harvest, log)
                  .read(source, content.get())
              : source;
      log.noteZone(harvest.notes());
      Tracked.Mark before = meter.mark();
      problems.addAll(Excerpts.add(shown, log, limits, DefinitionKeys.all()));
      meter.back(before); // it was read for the places alone
      if (stamp != null && !stamp.equals(source.stamp())) {
        problems.add(
            new Problem(
                SourceLocation.of(source.name()),
                "this file changed while it was read",
                "wait until it is written, or copy it, and try again"));
      }
    } catch (IOException e) {
      ReadingException.report(e, log);
      problems.addAll(log.all());
    }
  }
}
