package org.vicilint.log;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.vicilint.model.Outcome;
import org.vicilint.model.Period;
import org.vicilint.model.ScriptRows;
import org.vicilint.model.Sources;

/** The calls of one account to one function, counted. */
final class LogCell {
  private static final int[] NONE = {};

  /** Whether a success of the function leaves a password in the log. */
  final boolean setsPassword;

  final long[] counts = new long[Outcome.values().length];
  long first = Long.MAX_VALUE;
  long last = -1;
  long secrets;

  /** The numbers of the sources; null when there were too many. */
  int[] sources = NONE;

  LogCell(boolean setsPassword) {
    this.setsPassword = setsPassword;
  }

  void seen(long from, long to) {
    first = Math.min(first, from);
    last = Math.max(last, to);
  }

  /** Returns the number of counted rows. */
  long rows() {
    return Arrays.stream(counts).sum();
  }

  /** Returns the count as rows of a script that is neither API. */
  ScriptRows rows(String script, String function, String user) {
    return new ScriptRows(
        script,
        function,
        new TreeMap<>(Map.of(user, rows())),
        new Period(LogTime.time(first), LogTime.time(last)));
  }

  /** Whether a source need not be looked up any more. */
  boolean manySources() {
    return sources == null;
  }

  void source(int number) {
    for (int each : sources) {
      if (each == number) {
        return;
      }
    }
    if (sources.length == Sources.MOST) {
      sources = null;
    } else {
      sources = Arrays.copyOf(sources, sources.length + 1);
      sources[sources.length - 1] = number;
    }
  }

  /** Adds what another one counted, but for its sources. */
  void add(LogCell other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    secrets += other.secrets;
    seen(other.first, other.last);
  }
}
