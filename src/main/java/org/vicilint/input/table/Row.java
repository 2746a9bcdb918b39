package org.vicilint.input.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.model.Declaration;
import org.vicilint.model.IpLists;
import org.vicilint.model.Places;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.SystemSettings;
import org.vicilint.model.UserGroup;
import org.vicilint.source.ProblemLog;

/**
 * One record of an export, used again for the next. It holds only the columns that an estate keeps,
 * and of those only the values that differ from VICIdial's default.
 */
public final class Row {
  private static final int REMEMBERED = 4096;

  private final Table table;
  private final boolean places;
  private Set<String> given = Set.of();
  private Set<String> withheld = Set.of();
  private Places.ChunkOffset part;
  private Set<String> lacking;
  private final String[] texts;
  private final int[] lines;
  private final int[] columns;

  /**
   * Texts by slot, where a few values stand in most rows: texts that the column can hold, and their
   * values in it.
   */
  private final List<Map<String, String>> good = new ArrayList<>();

  /** The slots that have a value, in order. */
  private final int[] taken;

  private final Column[] kept;

  /** The column that names an account; null in other tables. */
  private final Column name;

  private int size;
  private LogRow logged;

  /**
   * @param places whether to note where each value stands. In a table with one record a line it
   *     adds nothing to the line, and the distance of a value from its neighbours would show the
   *     length of the password between them.
   */
  public Row(Table table, boolean places) {
    this.table = table;
    this.places = places;
    int n = table.kept().size();
    texts = new String[n];
    lines = new int[n];
    columns = new int[n];
    taken = new int[n];
    kept = table.kept().toArray(Column[]::new);
    name = table == Table.USERS ? table.column("user") : null;
    for (Column column : table.kept()) {
      good.add(column.repeats() ? new HashMap<>() : null);
    }
  }

  public void clear() {
    for (int i = 0; i < size; i++) {
      texts[taken[i]] = null;
    }
    size = 0;
  }

  /** Says which columns the table has. */
  public void given(Set<String> columns) {
    if (given != columns) {
      given = columns;
      part = null;
      lacking = null;
    }
  }

  /** Says which columns the table has that may not be read; called before the first record. */
  public void withheld(Set<String> columns) {
    withheld = columns;
  }

  /** Begins with a part of the table, whose lines are counted by themselves. */
  public void begin(Places.ChunkOffset next) {
    part = next;
  }

  /** Takes a value; null is MySQL's NULL. */
  public void put(Column column, String text, int line, int at) {
    String value = column.meant(text);
    if (!value.equals(column.defaultText())) {
      take(column.slot());
      texts[column.slot()] = value;
      lines[column.slot()] = line;
      columns[column.slot()] = at;
    }
  }

  /** Mostly columns come in the order of their slots. */
  private void take(int slot) {
    if (texts[slot] != null) {
      return;
    }
    int i = size++;
    for (; i > 0 && taken[i - 1] > slot; i--) {
      taken[i] = taken[i - 1];
    }
    taken[i] = slot;
  }

  /** Adds the record to the harvest, or says why it is none. */
  public void finish(int line, int at, ParsedInput harvest, Secrets secrets, ProblemLog log) {
    harvest.meter().rows(1);
    if (table == Table.USERS) {
      finishAccount(line, at, harvest, secrets, log);
    } else if (table == Table.GROUPS) {
      finishGroup(line, at, harvest, log);
    } else if (table == Table.API_LOG) {
      finishLogged(line, at, harvest, log);
    } else if (table == Table.SETTINGS) {
      finishSettings(line, at, harvest, log);
    } else if (table == Table.IP_ENTRIES) {
      harvest.ipLists().add(texts[0] == null ? "" : texts[0]);
    } else {
      finishPhone(harvest);
    }
  }

  private void finishSettings(int line, int at, ParsedInput harvest, ProblemLog log) {
    Map<String, String> values = new HashMap<>();
    for (Column column : table.kept()) {
      int slot = column.slot();
      if (texts[slot] != null) {
        String value = AccountDraft.checked(column, texts[slot], lines[slot], columns[slot], log);
        if (value != null) {
          values.put(column.name(), value);
        }
      }
    }
    SourceLocation place = new Places(part(log), line, at).record();
    harvest.settings().add(new SystemSettings(values, place, IpLists.UNKNOWN));
  }

  /** A phone without a login is one that nobody logs in to. */
  private void finishPhone(ParsedInput harvest) {
    if (texts[0] != null && !texts[0].isBlank()) {
      harvest.phones(table).add(texts[0]);
    }
  }

  private void finishLogged(int line, int at, ParsedInput harvest, ProblemLog log) {
    if (logged == null) {
      logged = new LogRow(given, harvest.usage(), log);
    }
    logged.add(texts, line, at, log);
  }

  private void finishAccount(
      int line, int at, ParsedInput harvest, Secrets secrets, ProblemLog log) {
    String user = name(name, line, at, log);
    if (user == null) {
      return;
    }
    AccountDraft draft = new AccountDraft(user, new Places(part(log), line, at), log);
    for (int i = 0; i < size; i++) {
      int slot = taken[i];
      Column column = kept[slot];
      if (column != name) {
        draft.take(column, texts[slot], checked(column, log));
        draft.zone(column, texts[slot], lines[slot], columns[slot]);
        if (places) {
          draft.note(column.name(), lines[slot], columns[slot]);
        }
      }
    }
    harvest.accounts().add(draft.build(secrets, Declaration.NONE));
  }

  private Places.ChunkOffset part(ProblemLog log) {
    if (part == null) {
      part = new Places.ChunkOffset(new Places.TableSource(log.source(), given, withheld));
    }
    return part;
  }

  private String checked(Column column, ProblemLog log) {
    int slot = column.slot();
    Map<String, String> known = good.get(slot);
    if (known == null) {
      return AccountDraft.checked(column, texts[slot], lines[slot], columns[slot], log);
    }
    String value = known.get(texts[slot]);
    if (value != null) {
      return value;
    }
    Checked checked = column.check(texts[slot]);
    if (checked.reason() != null) {
      log.add(lines[slot], columns[slot], checked.reason(), checked.hint());
    } else if (known.size() < REMEMBERED) {
      known.put(texts[slot], checked.value());
    }
    return checked.value();
  }

  private void finishGroup(int line, int at, ParsedInput harvest, ProblemLog log) {
    String group = name(table.column("user_group"), line, at, log);
    if (group != null) {
      harvest
          .groups()
          .add(
              new UserGroup(
                  group,
                  text("allowed_campaigns"),
                  text("admin_viewable_groups"),
                  text("api_ip_list"),
                  text("admin_ip_list"),
                  new Places(part(log), line, at).record(),
                  lacking()));
    }
  }

  /** The kept columns that the table does not have; unreadable columns were reported before. */
  private Set<String> lacking() {
    if (lacking == null) {
      lacking =
          table.kept().stream()
              .map(Column::name)
              .filter(column -> !given.contains(column) && !withheld.contains(column))
              .collect(Collectors.toUnmodifiableSet());
    }
    return lacking;
  }

  private String name(Column column, int line, int at, ProblemLog log) {
    int slot = column.slot();
    if (texts[slot] == null || texts[slot].isBlank()) {
      log.add(
          line,
          at,
          "this record has no " + column.name(),
          "every record of " + table.name() + " has one: export the table again");
      return null;
    }
    return AccountDraft.checked(column, texts[slot], lines[slot], columns[slot], log);
  }

  private String text(String column) {
    String text = texts[table.column(column).slot()];
    return text == null ? "" : text;
  }
}
