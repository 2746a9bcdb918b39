package org.vicilint.input.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.vicilint.log.LogColumn;
import org.vicilint.log.UsageTally;
import org.vicilint.source.ProblemLog;

/** Hands the rows of one log to a tally, from readers that have texts. */
public final class LogRow {
  private static final int COLUMNS = LogColumn.NAMES.size();
  private static final byte[] NOTHING = {};

  private final UsageTally tally;
  private final boolean whole;
  private final int[] from = new int[COLUMNS];
  private final int[] to = new int[COLUMNS];
  private byte[] bytes = new byte[1 << 10];

  /**
   * @param given the columns that the log has; one that is needed and not there is a problem
   */
  LogRow(Set<String> given, UsageTally tally, ProblemLog log) {
    this.tally = tally;
    log.secretSeen();
    Set<String> needed = LogColumn.needed(given);
    whole = needed.isEmpty();
    if (!whole) {
      log.add(
          "the log has no " + String.join(", ", needed) + ": its rows are not counted",
          "export vicidial_api_log with these columns, by their own names");
    }
    tally.begin(log.source(), given);
  }

  /** Counts a row, or says in the log why it is none; null stands for an empty value. */
  public void add(String[] texts, int line, int at, ProblemLog log) {
    if (!whole) {
      return;
    }
    int n = 0;
    for (int i = 0; i < COLUMNS; i++) {
      byte[] value = texts[i] == null ? NOTHING : texts[i].getBytes(StandardCharsets.UTF_8);
      if (n + value.length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(n + value.length, bytes.length * 2));
      }
      System.arraycopy(value, 0, bytes, n, value.length);
      from[i] = n;
      n += value.length;
      to[i] = n;
    }
    add(tally, bytes, from, to, line, at, log);
  }

  /** Adds a row in bytes; see {@link UsageTally#add(byte[], int[], int[])}. */
  public static void add(
      UsageTally tally, byte[] bytes, int[] from, int[] to, int line, int at, ProblemLog log) {
    if (!log.zoned() && UsageTally.zoned(bytes, from, to)) {
      log.zoneSeen();
    }
    String wrong = tally.add(bytes, from, to);
    if (wrong != null) {
      log.add(line, at, wrong, "export vicidial_api_log again");
    }
  }
}
