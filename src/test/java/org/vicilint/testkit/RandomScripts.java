package org.vicilint.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scripts of SQL as people write them about accounts, at random; the same seed gives the same. */
public final class RandomScripts {
  private static final List<String> USERS = List.of("u0", "u1", "u2", "u3", "u4", "u5");
  private static final List<String> COLUMNS =
      List.of(
          "modify_users",
          "modify_leads",
          "view_reports",
          "active",
          "api_list_restrict",
          "vdc_agent_api_access",
          "delete_lists",
          "modify_same_user_level",
          "api_only_user",
          "user_level",
          "user_group",
          "full_name",
          "pass",
          "phone_login",
          "api_allowed_functions",
          "failed_login_count",
          "last_login_date",
          "export_reports",
          "email");

  private final Random random;

  public RandomScripts(long seed) {
    random = new Random(seed);
  }

  /** The statements of one script. */
  public List<String> next() {
    List<String> script = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (String user : USERS.subList(0, 1 + random.nextInt(USERS.size()))) {
      rows.add(
          "('%s','Zq%s','Name %s',%d,'%s','%s')"
              .formatted(
                  user,
                  user,
                  user,
                  1 + random.nextInt(9),
                  any("ADMIN", "AGENTS"),
                  any("Y", "Y", "N")));
    }
    script.add(
        "INSERT INTO vicidial_users (user,pass,full_name,user_level,user_group,active) VALUES "
            + String.join(",", rows));
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      script.add(statement());
    }
    return script;
  }

  private String statement() {
    int kind = random.nextInt(100);
    String table = any("vicidial_users", "`vicidial_users`", "vicidial_users");
    if (kind < 40) {
      return insert(table);
    }
    if (kind < 75) {
      return update(table);
    }
    if (kind < 85) {
      return "DELETE FROM " + table + " WHERE " + condition(0);
    }
    return any(
        "TRUNCATE " + table,
        "SET @a=8, @b='AGENTS'",
        "UPDATE vicidial_users SET user_level=@a, full_name=@b WHERE " + condition(0),
        "INSERT IGNORE INTO vicidial_users (user,pass,user_level,modify_users) SELECT concat(user,'b'),pass,user_level,modify_users FROM vicidial_users WHERE "
            + condition(0),
        "DELETE vu FROM vicidial_users vu WHERE vu.user_level>6",
        "INSERT INTO vicidial_users (user,pass,user_level) VALUES ("
            + literal("user")
            + ",'Zq9x',7)",
        "UPDATE vicidial_users SET user_level=9 WHERE user='u1' OR site_note='x'",
        "/*!40000 UPDATE vicidial_users SET user_level=9 WHERE user='u1' */",
        "ALTER TABLE vicidial_users ALTER user_group SET DEFAULT 'X'",
        random.nextInt(3) > 0
            ? "TRUNCATE vicidial_users"
            : "UPDATE vicidial_users SET user_level=7 WHERE user IN (SELECT user FROM elsewhere)");
  }

  private String insert(String table) {
    List<String> columns = new ArrayList<>(List.of("user"));
    for (int i = random.nextInt(7); i >= 0; i--) {
      String column = of(COLUMNS);
      if (!columns.contains(column)) {
        columns.add(column);
      }
    }
    String verb = any("INSERT IGNORE INTO ", "REPLACE INTO ", "INSERT INTO ");
    StringBuilder sql = new StringBuilder(verb).append(table);
    if (random.nextInt(3) == 0) {
      List<String> sets = columns.stream().map(c -> c + "=" + literal(c)).toList();
      sql.append(" SET ").append(String.join(", ", sets));
    } else {
      sql.append(" (").append(String.join(",", columns)).append(") VALUES ");
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        List<String> values = columns.stream().map(this::literal).toList();
        sql.append("(").append(String.join(",", values)).append(i > 1 ? "), " : ")");
      }
    }
    if (verb.startsWith("INSERT INTO")) {
      String column = of(COLUMNS);
      sql.append(" ON DUPLICATE KEY UPDATE ").append(column).append("=");
      sql.append(any(literal(column), "VALUES(" + column + ")", "vicidial_users." + column));
    }
    return sql.toString();
  }

  private String update(String table) {
    List<String> sets = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String column = of(COLUMNS);
      sets.add(column + "=" + literal(column));
    }
    String sql = "UPDATE " + table + " SET " + String.join(", ", sets);
    String where = random.nextInt(8) == 0 ? "" : " WHERE " + condition(0);
    String limit =
        random.nextInt(8) == 0
            ? " ORDER BY "
                + any("user", "user DESC", "user_level, user")
                + " LIMIT "
                + random.nextInt(4)
            : "";
    return sql + where + limit;
  }

  private String literal(String column) {
    return switch (column) {
      case "user" ->
          quoted(
              any(
                  "u0",
                  "u1",
                  "u2",
                  "u3",
                  "u4",
                  "u5",
                  "U3",
                  "u1 ",
                  random.nextInt(5) == 0 ? "Ü4" : "u4"));
      case "user_level" ->
          any(
              "7",
              "'8'",
              "8+1",
              "7.6",
              "'9abc'",
              "-3",
              "300",
              "TRUE",
              "NULL",
              "DEFAULT",
              "''",
              "user_level",
              "2*3",
              "if(1=1,7,2)");
      case "user_group" -> any("'ADMIN'", "'agents'", "NULL", "DEFAULT", "concat('AG','ENTS')");
      case "full_name", "email" ->
          any(
              "'O''Neil'",
              "'a \\'b\\''",
              "\"x;y\"",
              "'-- no'",
              "NULL",
              "upper('abc')",
              "concat_ws('-','a',NULL,'b')",
              "0x416263",
              "'a' 'b'",
              "substring('hello',2,3)",
              "1.50",
              "'" + "x".repeat(60) + "'",
              "ifnull(full_name,'none')",
              "'50\\%'");
      case "pass", "phone_login" -> any("'Zq7pw'", "md5('x')", "user", "8301", "concat(user,'x')");
      case "api_allowed_functions" ->
          any(
              "' ALL_FUNCTIONS '",
              "' add_lead update_lead '",
              "'add_lead'",
              "concat(api_allowed_functions,'update_list ')",
              "'" + " abcdefgh".repeat(130) + "'",
              "DEFAULT");
      case "failed_login_count" -> any("0", "12", "'3'", "'x'");
      case "last_login_date" -> any("'2026-01-02 03:04:05'", "'2026-01-02'", "''", "DEFAULT");
      case "active" -> any("'Y'", "'N'", "'y'", "1", "2", "0", "'X'", "TRUE", "NULL", "'1'");
      default ->
          any(
              "'0'", "'1'", "0", "1", "2", "3", "TRUE", "FALSE", "NULL", "DEFAULT", "'4'", "'x'",
              "''", "'1 '", "'9'", "1.4", column);
    };
  }

  private String condition(int depth) {
    if (depth < 2 && random.nextInt(10) < 3) {
      return condition(depth + 1)
          + any(" AND ", " or ", " && ", " || ", " XOR ")
          + condition(depth + 1);
    }
    if (depth < 2 && random.nextInt(10) == 0) {
      return any("NOT (", "(", "! (") + condition(depth + 1) + ")";
    }
    return any(
        "user=" + literal("user"),
        "user in (" + literal("user") + "," + literal("user") + ")",
        "user like " + any("'u%'", "'u_'", "'%3'", "'u\\_'"),
        "user not like 'u1%'",
        "user_level "
            + any("<", ">", "<=", ">=", "=", "<>", "!=", "<=>")
            + any("'7'", "5", "8", "NULL"),
        "user_level between 2 and 6",
        "phone_login is null",
        "active='y'",
        "active=1",
        "modify_users=1",
        "modify_leads>2",
        "modify_leads in ('1','2',3)",
        "user_group=" + any("'admin'", "'AGENTS '", "NULL"),
        "length(user_group)>5",
        "user regexp '^u[0-3]$'",
        "view_reports",
        "full_name like '%neil%'",
        "email is null is true",
        "last_login_date<'2026-01-02 00:00:00'",
        "exists (select 1 from vicidial_users where user='u1')",
        "user>'u2'",
        "pass=user",
        "user_level%2=0");
  }

  private String quoted(String text) {
    return any("'" + text + "'", "\"" + text + "\"");
  }

  private String any(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private String of(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
