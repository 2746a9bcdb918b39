package org.vicilint.sql;

import java.util.Locale;
import java.util.Set;

/**
 * Decides the dialer's database: the first in which a script names one of its tables. Tables of the
 * same names in another database are other tables.
 */
public final class Databases {
  /** Name of the database in VICIdial's installation. */
  private static final String USUAL = "asterisk";

  private final Set<String> tables;
  private String own;
  private String current;

  /** Whether a table was named while nobody knew the database. */
  private boolean unnamed;

  /**
   * @param tables the tables that matter
   */
  public Databases(Set<String> tables) {
    this.tables = tables;
  }

  /** The script goes over to a database. */
  void use(String name) {
    current = name.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a table is in another database than the dialer's.
   *
   * @param databaseOrNull what stands in front of its name; empty when it is not known
   */
  boolean isForeign(String databaseOrNull, String table) {
    String database = databaseOrNull == null ? current : databaseOrNull;
    if (!tables.contains(table) || "".equals(database)) {
      return false;
    }
    if (database == null) {
      unnamed = true;
      return false;
    }
    if (own == null && (!unnamed || database.equals(USUAL))) {
      own = database;
    }
    return own != null && !database.equals(own);
  }

  /** Whether only the server knows which database a script has begun with. */
  boolean isUnsure(String databaseOrNull, String table) {
    String database = databaseOrNull == null ? current : databaseOrNull;
    boolean named = database != null && !database.isEmpty() && tables.contains(table);
    return named && own == null && unnamed && !database.equals(USUAL);
  }
}
