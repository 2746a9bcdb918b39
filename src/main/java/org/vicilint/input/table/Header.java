package org.vicilint.input.table;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vicilint.source.ProblemLog;

/** The line of column names at the top of a table. */
public final class Header {
  private final Table table;
  private final Column[] columns;
  private final Set<String> given;

  /** Finds out which table it is, and says what is wrong with the names. */
  public Header(List<String> written, List<int[]> places, ProblemLog log) {
    List<String> names = written.stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).toList();
    Set<String> present = new HashSet<>(names);
    given = present;
    table = Table.having(present);
    columns = new Column[names.size()];
    if (table == null) {
      log.secretSeen(); // the line may be a record of a table without names
      log.add(
          places.get(0)[0],
          places.get(0)[1],
          "this is not a table that vicilint reads, or its line of column names is missing",
          "give vicidial_users or vicidial_user_groups, with the column names in the first line");
      return;
    }
    NearMisses nearMisses = new NearMisses(log);
    Set<String> before = new HashSet<>();
    for (int i = 0; i < columns.length; i++) {
      String name = names.get(i);
      int[] place = places.get(i);
      Column column = table.column(name);
      if (column == null) {
        nearMisses.note(name, place[0], place[1]);
      } else if (!before.add(name)) {
        log.add(
            place[0],
            place[1],
            name + " stands here a second time; the first one holds",
            "export the table again");
      } else {
        columns[i] = column.slot() >= 0 ? column : null;
        if (column.secret()) {
          log.secretSeen();
        }
      }
    }
    nearMisses.check(table, present);
  }

  /** The table; null when it is none that can be read. */
  public Table table() {
    return table;
  }

  /** The names of the columns that stand here. */
  public Set<String> given() {
    return given;
  }

  public int size() {
    return columns.length;
  }

  /** The column of a field; null when an estate does not keep it. */
  public Column column(int field) {
    return field < columns.length ? columns[field] : null;
  }
}
