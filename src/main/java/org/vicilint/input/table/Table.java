package org.vicilint.input.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vicilint.log.LogColumn;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.SystemSettings;

/** One of the tables that an estate is made of, with its columns. */
public final class Table {
  public static final Table USERS = load("vicidial_users", Table::ofAnAccount);
  public static final Table GROUPS =
      load(
          "vicidial_user_groups",
          Set.of(
                  "user_group",
                  "allowed_campaigns",
                  "admin_viewable_groups",
                  "api_ip_list",
                  "admin_ip_list")
              ::contains);

  /** Phones; only the login counts. */
  public static final Table PHONES = of("phones", "login", 15);

  public static final Table PHONE_ALIASES = of("phones_alias", "alias_id", 20);

  /** Settings of the whole server. */
  public static final Table SETTINGS =
      new Table(
          "system_settings",
          SystemSettings.COLUMNS.stream()
              .map(Table::setting)
              .collect(
                  Collectors.toMap(Column::name, c -> c, (one, other) -> one, LinkedHashMap::new)));

  /** Addresses on IP lists; only the lists count, no address. */
  public static final Table IP_ENTRIES = load("vicidial_ip_list_entries", "ip_list_id"::equals);

  /** Log of the API. */
  public static final Table API_LOG = load("vicidial_api_log", LogColumn.NAMES::contains);

  /** Columns that, beside {@code login}, show a table of phones. */
  private static final Set<String> ONLY_IN_PHONES =
      Set.of("extension", "dialplan_number", "server_ip");

  private static final List<Table> ALL =
      List.of(USERS, GROUPS, PHONES, PHONE_ALIASES, SETTINGS, IP_ENTRIES, API_LOG);

  /**
   * Columns that, beside {@code user}, distinguish the table from logs, which have a user as well.
   */
  private static final Set<String> ONLY_IN_USERS =
      Set.of("user_level", "api_allowed_functions", "pass", "pass_hash", "full_name");

  private static final Set<String> ONLY_IN_GROUPS = Set.of("group_name", "allowed_campaigns");

  private final String name;
  private final Map<String, Column> columns;
  private final List<Column> kept;

  private Table(String name, Map<String, Column> columns) {
    this.name = name;
    this.columns = columns;
    this.kept = columns.values().stream().filter(c -> c.slot() >= 0).toList();
  }

  public static List<Table> all() {
    return ALL;
  }

  /** The table that has these columns; null when it is none of them. */
  public static Table having(Set<String> names) {
    if (names.contains("user")) {
      if (LogColumn.in(names)) {
        return API_LOG;
      }
      boolean users =
          names.stream().anyMatch(n -> ONLY_IN_USERS.contains(n) || Flag.of(n).isPresent());
      return users ? USERS : null;
    }
    // Other tables have a user_group too, but not these columns, or others that groups have not.
    boolean groups =
        names.contains("user_group")
            && (names.stream().anyMatch(ONLY_IN_GROUPS::contains)
                || GROUPS.columns.keySet().containsAll(names));
    if (groups) {
      return GROUPS;
    }
    if (SystemSettings.COLUMNS.stream().anyMatch(names::contains)) {
      return SETTINGS;
    }
    if (names.contains("ip_list_id") && names.contains("ip_address")) {
      return IP_ENTRIES;
    }
    if (names.contains("alias_id")) {
      return PHONE_ALIASES;
    }
    boolean phones =
        names.contains("login")
            && (names.size() == 1 || names.stream().anyMatch(ONLY_IN_PHONES::contains));
    return phones ? PHONES : null;
  }

  /** The table of this name in lower case; null when it is none of them. */
  public static Table named(String name) {
    return ALL.stream().filter(table -> table.name.equals(name)).findFirst().orElse(null);
  }

  /** Whether any of the tables has a column of this name. */
  public static boolean anyHas(String column) {
    return ALL.stream().anyMatch(table -> table.columns.containsKey(column));
  }

  public String name() {
    return name;
  }

  /** The column of this name; null when the table has none. */
  public Column column(String column) {
    return columns.get(column);
  }

  public Set<String> names() {
    return columns.keySet();
  }

  /**
   * Whether the number of columns alone identifies the table. Of some tables only a few columns are
   * known, and a table of two or three columns may be anything.
   */
  public boolean told() {
    return this == USERS || this == GROUPS || this == API_LOG;
  }

  /** Whether all columns are known that any build has. */
  public boolean complete() {
    return told() || this == IP_ENTRIES;
  }

  /** The columns that an estate keeps, by slot. */
  public List<Column> kept() {
    return kept;
  }

  private static boolean ofAnAccount(String column) {
    return switch (column) {
      case "user", "pass", "pass_hash" -> true;
      default -> Account.builder("").set(column, "0");
    };
  }

  /** Column of a setting, without a default: a setting that is not given is not known. */
  private static Column setting(String column) {
    return new Column(
        column.intern(),
        new ColumnType.Choice(List.of("0", "1", "2")),
        true,
        "",
        true,
        SystemSettings.COLUMNS.indexOf(column));
  }

  private static Table of(String table, String column, int most) {
    return new Table(
        table, Map.of(column, new Column(column, new ColumnType.Text(most), true, "", true, 0)));
  }

  private static Table load(String table, Predicate<String> keeps) {
    Map<String, Column> columns = new LinkedHashMap<>();
    int slot = 0;
    for (String line : lines()) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals(table)) {
        boolean kept = keeps.test(cells[1]);
        columns.put(
            cells[1],
            new Column(
                cells[1].intern(),
                ColumnType.of(cells[2]),
                cells[4].equals("YES"),
                cells[3].equals("NULL") ? "" : cells[3].replace("'", ""),
                cells[3].equals("NULL"),
                kept ? slot : -1));
        slot += kept ? 1 : 0;
      }
    }
    return new Table(table, columns);
  }

  private static List<String> lines() {
    try (InputStream in = Table.class.getResourceAsStream("/catalog/columns.tsv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new ArrayList<>(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
