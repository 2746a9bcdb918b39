package org.vicilint.input.tsv;

import java.util.Arrays;
import java.util.Set;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.Escapes;
import org.vicilint.input.table.LogRow;
import org.vicilint.log.LogColumn;
import org.vicilint.log.UsageTally;
import org.vicilint.source.ProblemLog;

/** Hands the rows of a log to a tally as bytes: it has millions of them, and texts cost time. */
final class TsvLogRow {
  private final UsageTally tally;
  private final String source;
  private final Set<String> given;
  private final int[] from = new int[LogColumn.NAMES.size()];
  private final int[] to = new int[LogColumn.NAMES.size()];
  private boolean begun;

  TsvLogRow(String source, Set<String> given, UsageTally tally) {
    this.source = source;
    this.given = given;
    this.tally = tally;
  }

  /** Whether a log has all columns without which its rows do not count. */
  static boolean whole(Set<String> given) {
    return LogColumn.needed(given).isEmpty();
  }

  /** Begins a row, all of whose values are empty. */
  void clear() {
    Arrays.fill(from, 0);
    Arrays.fill(to, 0);
  }

  /** Notes where a value stands. */
  void put(Column column, int start, int end) {
    from[column.slot()] = start;
    to[column.slot()] = end;
  }

  /** Counts the row, or says in the log why it is none. */
  void finish(byte[] bytes, int line, ProblemLog log) {
    if (!begun) {
      begun = true;
      tally.begin(source, given);
      log.secretSeen();
    }
    for (int i = 0; i < from.length; i++) {
      to[i] = plain(bytes, from[i], to[i]);
    }
    LogRow.add(tally, bytes, from, to, line, 1, log);
  }

  /** Undoes the escapes of a value where it stands; returns its new end. */
  private static int plain(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != '\\') {
      end++;
    }
    for (int i = end; i < to; i++) {
      int which = bytes[i] == '\\' && i + 1 < to ? Escapes.AFTER.indexOf(bytes[i + 1]) : -1;
      bytes[end++] = which < 0 ? bytes[i] : (byte) Escapes.MEANT.charAt(which);
      i += which < 0 ? 0 : 1;
    }
    return end;
  }
}
