package org.vicilint.input.table;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.document.Keys;
import org.vicilint.model.Suggestions;
import org.vicilint.source.ProblemLog;

/**
 * Tells a column that a site has added, which is ignored, from one that an export misspells: a name
 * almost like that of a column which vicilint needs, and which is not there.
 */
public final class NearMisses {
  /** No table has more columns; a hostile one is not worth the time. */
  private static final int MOST = 1000;

  private final ProblemLog log;
  private final Map<String, int[]> unknown = new LinkedHashMap<>();

  public NearMisses(ProblemLog log) {
    this.log = log;
  }

  public void note(String name, JsonLocation at) {
    if (!unknown.containsKey(name)) {
      note(name, at.getLineNr(), at.getColumnNr());
    }
  }

  public void note(String name, int line, int column) {
    // Nobody knows what stands in a column that nobody knows.
    log.secretSeen();
    if (unknown.size() < MOST) {
      unknown.putIfAbsent(name, new int[] {line, column});
    }
  }

  /** Says which of the unknown names were meant to be others; each once. */
  public void check(Table table, Set<String> present) {
    if (table == null) {
      return;
    }
    for (Map.Entry<String, int[]> each : unknown.entrySet()) {
      int[] at = each.getValue();
      if (at[0] == 0) {
        continue;
      }
      List<String> absent =
          table.kept().stream().map(Column::name).filter(n -> !present.contains(n)).toList();
      Suggestions.closest(each.getKey(), absent)
          .ifPresent(
              meant ->
                  log.add(
                      at[0],
                      at[1],
                      Keys.quote(each.getKey()) + " is not a column of " + table.name(),
                      "did you mean " + meant + "?"));
      at[0] = 0;
    }
  }
}
