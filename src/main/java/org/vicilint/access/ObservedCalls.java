package org.vicilint.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vicilint.catalog.Function;
import org.vicilint.model.LoggedAccount;
import org.vicilint.model.LoggedFunction;

/**
 * Calls that the API log records for one account, matched to the functions of the selected builds.
 */
public final class ObservedCalls {
  /** Use of a function according to the log. */
  public enum Use {
    /** It was called, and may have passed its gates. */
    USED,
    /** It was called, and every call was refused. */
    REFUSED,
    /** A name that the log has cut may be this one, or another. */
    AMBIGUOUS,
    /** It was not called. */
    NONE
  }

  /**
   * Log entry of one function name.
   *
   * @param candidates the functions that it may be; none when the builds have no such function
   */
  public record Row(LoggedFunction logged, List<Function> candidates) {
    public Row {
      candidates = List.copyOf(candidates);
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final Use[] uses;

  /**
   * Matches the logged calls of an account to the functions of the evaluator's builds.
   *
   * @param logged null when the log has no row of it
   */
  public ObservedCalls(LoggedAccount logged, LoggedNames names, AccessEvaluator access) {
    uses = new Use[access.functions().size()];
    Arrays.fill(uses, Use.NONE);
    for (LoggedFunction each : logged == null ? List.<LoggedFunction>of() : logged.functions()) {
      Row row = new Row(each, names.of(each));
      rows.add(row);
      Use use =
          row.candidates().size() > 1
              ? Use.AMBIGUOUS
              : each.maybeGranted() ? Use.USED : Use.REFUSED;
      for (Function candidate : row.candidates()) {
        int index = access.indexOf(candidate.name());
        if (index >= 0 && use.compareTo(uses[index]) < 0) {
          uses[index] = use; // a log without scripts may have a function under several rows
        }
      }
    }
  }

  /** Returns the logged entries, by name. */
  public List<Row> rows() {
    return rows;
  }

  /** Returns the logged use of the function with this index. */
  public Use use(int function) {
    return uses[function];
  }
}
