package org.vicilint.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vicilint.model.Groups;
import org.vicilint.model.LoggedAccount;
import org.vicilint.model.LoggedFunction;
import org.vicilint.model.Outcome;
import org.vicilint.model.Period;
import org.vicilint.model.ScriptRows;
import org.vicilint.model.Sources;
import org.vicilint.model.Usage;
import org.vicilint.text.PasswordMask;

/**
 * Counts rows of {@code vicidial_api_log}. It grows with accounts times the functions that they
 * call, never with rows, and keeps nothing of the columns that may hold a password. One thread at a
 * time; the tallies of several parts of a log are added up with {@link #add(UsageTally)}, in any
 * order.
 */
public final class UsageTally {
  /** Reason for refusing a row of the log. */
  static final String NO_TIME = "api_date is not a date and time";

  static final String TOO_LONG = "a field is longer than its column: this is no row of the log";
  static final String TOO_MANY = "the log has more than 2,000,000 pairs of account and function";

  private static final int MOST_CELLS = 2_000_000;
  private static final int MOST_ANSWERS = 10_000;

  /** Twice the bytes that the longest column counted, {@code result_reason}, can have. */
  private static final int SCRATCH = 2 * 255 * 4;

  private final LogReading reading;
  private final long since;
  private final long until;
  private final byte[] scratch = new byte[SCRATCH];
  private final ByteStringTable keys = new ByteStringTable();
  private final List<LogCell> cells = new ArrayList<>();
  private final ByteStringTable sources = new ByteStringTable();
  private final ByteStringTable answers = new ByteStringTable();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final SortedMap<String, IdRange> ranges = new TreeMap<>();
  private final SortedSet<String> missing = new TreeSet<>();
  private IdRange range = new IdRange();
  private boolean scripted = true;
  private long outside;
  private long first = Long.MAX_VALUE;
  private long last = -1;

  public UsageTally(LogReading reading) {
    this.reading = reading;
    this.since = reading.since() == null ? 0 : LogTime.of(reading.since());
    this.until = reading.until() == null ? Long.MAX_VALUE : LogTime.of(reading.until());
  }

  public LogReading reading() {
    return reading;
  }

  /**
   * Says which source the next rows are of.
   *
   * @param given its columns
   */
  public void begin(String source, Set<String> given) {
    range = ranges.computeIfAbsent(source, name -> new IdRange());
    missing.addAll(LogColumn.missing(given));
    scripted = given.contains(LogColumn.NAMES.get(LogColumn.SCRIPT));
  }

  /**
   * Counts a row.
   *
   * @param bytes holds the values in UTF-8, without escapes
   * @param from where the value of each kept column of the table begins, by slot
   * @param to where it ends; as {@code from} when it is NULL or there is none
   * @return what is wrong with the row, which then does not count; null when nothing is
   */
  public String add(byte[] bytes, int[] from, int[] to) {
    long time = LogTime.of(bytes, from[LogColumn.DATE], to[LogColumn.DATE]);
    if (time < 0) {
      return NO_TIME;
    }
    first = Math.min(first, time);
    last = Math.max(last, time);
    if (time < since || time > until) {
      outside += CallKey.ofOtherScript(bytes, from, to, scripted) ? 0 : 1;
      return null;
    }
    Outcome outcome = outcome(bytes, from, to);
    if (outcome == null) {
      return TOO_LONG;
    }
    int key = key(bytes, from, to);
    if (key < 0) {
      return keys.size() >= MOST_CELLS ? TOO_MANY : TOO_LONG;
    }
    LogCell cell = cells.get(key);
    cell.counts[outcome.ordinal()]++;
    cell.seen(time, time);
    int source = to[LogColumn.SOURCE] - from[LogColumn.SOURCE];
    if (source > 0 && source <= CallKey.LONGEST && !cell.manySources()) {
      cell.source(sources.add(bytes, from[LogColumn.SOURCE], to[LogColumn.SOURCE]));
    }
    if ((outcome == Outcome.LOGIN || (cell.setsPassword && outcome == Outcome.GRANTED))
        && LogSecret.in(bytes, from[LogColumn.DATA], to[LogColumn.DATA])) {
      cell.secrets++;
    }
    number(bytes, from[LogColumn.ID], to[LogColumn.ID]);
    return null;
  }

  /** Whether the time of a row, as {@link #add(byte[], int[], int[])} takes it, names a zone. */
  public static boolean zoned(byte[] bytes, int[] from, int[] to) {
    return LogTime.zoned(bytes, from[LogColumn.DATE], to[LogColumn.DATE]);
  }

  /** The number of the row's account and function; -1 when they cannot be counted. */
  private int key(byte[] bytes, int[] from, int[] to) {
    int n = CallKey.write(scratch, bytes, from, to, scripted);
    if (n < 0) {
      return -1;
    }
    int key = keys.find(scratch, 0, n);
    if (key >= 0 || keys.size() >= MOST_CELLS) {
      return key;
    }
    cells.add(new LogCell(LogSecret.sets(CallKey.function(scratch))));
    return keys.add(scratch, 0, n);
  }

  /** Returns the outcome of the call; null when the columns hold values that they cannot have. */
  private Outcome outcome(byte[] bytes, int[] from, int[] to) {
    int result = from[LogColumn.RESULT];
    int reason = from[LogColumn.REASON];
    int split = to[LogColumn.RESULT] - result;
    int length = split + to[LogColumn.REASON] - reason;
    if (length + 1 > SCRATCH) {
      return null;
    }
    System.arraycopy(bytes, result, scratch, 0, split);
    scratch[split] = 0;
    System.arraycopy(bytes, reason, scratch, split + 1, length - split);
    int answer = answers.find(scratch, 0, length + 1);
    if (answer >= 0) {
      return outcomes.get(answer);
    }
    Outcome outcome =
        reading
            .outcomes()
            .apply(
                new String(scratch, 0, split, StandardCharsets.UTF_8),
                new String(scratch, split + 1, length - split, StandardCharsets.UTF_8));
    if (answers.size() < MOST_ANSWERS) {
      answers.add(scratch, 0, length + 1);
      outcomes.add(outcome);
    }
    return outcome;
  }

  private void number(byte[] bytes, int from, int to) {
    long id = 0;
    for (int i = from; i < to && to - from < 19; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return;
      }
      id = id * 10 + digit;
    }
    if (to > from) {
      range.add(id);
    }
  }

  /** Adds what another tally has counted. */
  public void add(UsageTally other) {
    int[] numbers = new int[other.sources.size()];
    for (int i = 0; i < numbers.length; i++) {
      byte[] source = other.sources.bytes(i);
      numbers[i] = sources.add(source, 0, source.length);
    }
    for (int i = 0; i < other.cells.size(); i++) {
      LogCell theirs = other.cells.get(i);
      byte[] key = other.keys.bytes(i);
      int mine = keys.add(key, 0, key.length);
      if (mine == cells.size()) {
        cells.add(new LogCell(theirs.setsPassword));
      }
      LogCell cell = cells.get(mine);
      cell.add(theirs);
      if (theirs.manySources()) {
        cell.sources = null;
      } else {
        for (int source : theirs.sources) {
          if (!cell.manySources()) {
            cell.source(numbers[source]);
          }
        }
      }
    }
    other.ranges.forEach(
        (name, theirs) -> ranges.computeIfAbsent(name, n -> new IdRange()).add(theirs));
    missing.addAll(other.missing);
    outside += other.outside;
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
  }

  /**
   * Returns the counts.
   *
   * @param known whether a source gave a log at all, even one without rows
   */
  public Usage usage(boolean known) {
    SortedMap<String, SortedMap<String, LoggedFunction>> functions = new TreeMap<>();
    SortedMap<String, String> users = new TreeMap<>();
    SortedMap<String, ScriptRows> scripts = new TreeMap<>();
    long rows = 0;
    for (int i = 0; i < cells.size(); i++) {
      byte[] key = keys.bytes(i);
      String user = CallKey.user(key);
      if (CallKey.ofOtherScript(key)) {
        ScriptRows other = cells.get(i).rows(CallKey.script(key), CallKey.function(key), user);
        scripts.merge(other.function() + '\t' + other.script(), other, ScriptRows::with);
        continue;
      }
      rows += cells.get(i).rows();
      users.merge(Groups.key(user), user, (a, b) -> a.compareTo(b) < 0 ? a : b);
      LoggedFunction function = function(key, cells.get(i));
      functions
          .computeIfAbsent(Groups.key(user), k -> new TreeMap<>())
          .merge(
              CallKey.script(key) + '\t' + CallKey.function(key), function, LoggedFunction::with);
    }
    SortedMap<String, LoggedAccount> accounts = new TreeMap<>();
    functions.forEach(
        (key, all) ->
            accounts.put(key, new LoggedAccount(users.get(key), List.copyOf(all.values()))));
    return new Usage(
        known,
        rows,
        outside,
        last < 0 ? null : new Period(LogTime.time(first), LogTime.time(last)),
        accounts.values().stream().map(LoggedAccount::period).reduce(Period::with).orElse(null),
        accounts,
        missing,
        List.copyOf(scripts.values()),
        IdRange.overlaps(ranges));
  }

  private LoggedFunction function(byte[] key, LogCell cell) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      if (cell.counts[outcome.ordinal()] > 0) {
        counts.put(outcome, cell.counts[outcome.ordinal()]);
      }
    }
    return new LoggedFunction(
        CallKey.script(key),
        CallKey.function(key),
        counts,
        cell.manySources()
            ? Sources.TOO_MANY
            : Sources.of(
                Arrays.stream(cell.sources).mapToObj(sources::text).map(PasswordMask::of).toList()),
        new Period(LogTime.time(cell.first), LogTime.time(cell.last)),
        cell.secrets);
  }
}
