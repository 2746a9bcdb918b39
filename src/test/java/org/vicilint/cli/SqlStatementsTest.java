package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;

/**
 * SQL that people write is played; what is not played is a problem, and no answer is given for it.
 */
class SqlStatementsTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path HOSTILE = Path.of("src/test/resources/hostile/sql-after-insert");
  private static final String USERS =
      "INSERT INTO vicidial_users (user,pass,user_level,user_group,active,vdc_agent_api_access,"
          + "modify_users,modify_leads,api_allowed_functions) VALUES "
          + "('u1','Pq7x1',8,'ADMIN','Y','1','0','1',' add_lead '),"
          + "('u2','Pq7x2',8,'ADMIN','Y','1','1','0',' add_user ');\n";

  @TempDir private Path folder;

  @Test
  void aBareNumberInAnEnumIsThePlaceOfAWord() {
    String quoted = "sql-enum-integers/quoted.sql";
    String integers = "sql-enum-integers/integers.sql";
    for (String function : List.of("lead_search", "lead_all_info", "update_lead")) {
      assertThat(can("aiagent", function, quoted).status()).as(function).isZero();
      assertThat(can("aiagent", function, integers).status()).as(function).isEqualTo(1);
    }
    assertThat(can("aiagent", "lead_search", integers).out())
        .contains("vdc_agent_api_access is 0", "modify_leads is 0");
  }

  @Test
  void anUpdateBehindTheInsertCounts() {
    for (String file : List.of("users_only.sql", "seed.sql")) {
      Cli can = can("6666", "add_user", "sql-insert-then-update/" + file);
      assertThat(can.status()).as(can.all()).isZero();
    }
    assertThat(can("6666", "add_user", "sql-insert-then-update/seed.sql").out())
        .contains(
            "modify_users is 1; needed: 1  (src/test/resources/cases/sql-insert-then-update/seed.sql:207:1)");
  }

  @Test
  void onDuplicateKeyUpdatesTheRowThatIsThere() {
    Cli can = can("aiagent", "update_lead", "sql-on-duplicate-over-old-row/both.sql");
    assertThat(can.status()).as(can.all()).isZero();
    Cli lint = lint(CASES.resolve("sql-on-duplicate-over-old-row/both.sql"));
    assertThat(lint.all()).doesNotContain("duplicate-account", "already");
  }

  @Test
  void whatAShellFillsInIsNoAccount() {
    Cli script = lint(CASES.resolve("sql-heredoc-script/setup.sh"));
    assertThat(script.status()).isEqualTo(3);
    assertThat(script.err())
        .contains("setup.sh:4:1: problem: this INSERT is not played: ${API_USER} is filled in");
    assertThat(script.out()).contains("0 accounts checked");
    Cli sql = lint(CASES.resolve("sql-heredoc-script/webphone.sql"));
    assertThat(sql.status()).isEqualTo(3);
    assertThat(sql.err()).contains("${EXT} is filled in by a shell or a template");
    assertThat(sql.out()).doesNotContain("EXT");
  }

  @Test
  void aCommentedLineOfAShellIsNoSql() {
    Cli lint = lint(CASES.resolve("sql-commented-shell/vicidial_enable_webrtc.sh"));
    assertThat(lint.status()).isEqualTo(3);
    assertThat(lint.err()).contains("script of a shell").doesNotContain("accounts:");
    assertThat(lint.out()).contains("0 accounts checked");
  }

  @Test
  void copiesOfRowsThatAreNotHereAreAProblem() {
    Cli self = lint(CASES.resolve("sql-insert-select-self/clone.sql"));
    assertThat(self.status()).isEqualTo(3);
    assertThat(self.err())
        .contains(
            "clone.sql:7:1: problem: this INSERT is for accounts that are not in this script");
    Cli temporary = lint(CASES.resolve("sql-insert-select-temp/apimodern.sql"));
    assertThat(temporary.status()).isEqualTo(3);
    assertThat(temporary.err()).contains("apimodern.sql:208:1: problem: this INSERT is not played");
  }

  @Test
  void aRecordWithTooFewValuesIsRefused() {
    Cli without = lint(CASES.resolve("sql-too-few-values/without_columns.sql"));
    assertThat(without.status()).isEqualTo(3);
    assertThat(without.all())
        .contains("12 values for 155 columns")
        .doesNotContain("REMOTE001", "pass123");
    Cli with = run("matrix", CASES.resolve("sql-too-few-values/with_columns.sql"));
    assertThat(with.out())
        .contains("REMOTE001", "REMOTE002", "REMOTE003")
        .doesNotContain("pass123");
  }

  /** Each changes or adds rows behind the INSERT in a way that is not played. */
  @ParameterizedTest
  @ValueSource(strings = {"alter", "cte", "load", "prep", "rename", "tx"})
  void whatIsNotPlayedLeavesTheAccountUnknown(String file) {
    Cli lint = lint(HOSTILE.resolve(file + ".sql"));
    assertThat(lint.status()).as(lint.all()).isEqualTo(3);
    assertThat(lint.err()).contains("problem: this ", "is not played", "account wallboard");
    assertThat(lint.out()).contains("0 accounts checked");
  }

  @Test
  void whatIsPlayedCounts() {
    assertThat(lint(HOSTILE.resolve("base.sql")).status()).isZero();
    assertThat(lint(HOSTILE.resolve("update.sql")).out())
        .contains("level 9", "all-functions-grant");
    assertThat(lint(HOSTILE.resolve("execcomment2.sql")).out()).contains("level 9");
    assertThat(lint(HOSTILE.resolve("delete.sql")).status()).isEqualTo(3);
    assertThat(lint(HOSTILE.resolve("truncate.sql")).out())
        .contains("crm_api")
        .doesNotContain("wallboard");
    assertThat(lint(HOSTILE.resolve("drop.sql")).out())
        .contains("crm_api")
        .doesNotContain("wallboard");
    assertThat(lint(HOSTILE.resolve("odku.sql")).status()).isZero(); // no row has the key before
  }

  /** Only the accounts that a statement may touch are unknown. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE vicidial_users SET user_level=9 WHERE user='u1' AND user IN (SELECT user FROM vicidial_live_agents);",
        "UPDATE vicidial_users SET pass=ENCRYPT('x') WHERE user='u1';",
        "UPDATE vicidial_users SET user_level=7 WHERE user='u1' AND pass REGEXP '(a|b){2}';",
        "UPDATE vicidial_users u JOIN servers s ON s.active='Y' SET u.active='N' WHERE u.user='u1';",
        "DELETE FROM vicidial_users WHERE user='u1' AND BINARY pass='x';",
        "UPDATE vicidial_users SET modify_leads='${LEVEL}' WHERE user='u1';",
        "UPDATE vicidial_users SET user_level={{ level }} WHERE user='u1';",
        "BEGIN; UPDATE vicidial_users SET user_level=9 WHERE user='u1'; ROLLBACK;",
        "START TRANSACTION; DELETE FROM vicidial_users WHERE user='u1';",
        "SET @x = (SELECT x FROM y); UPDATE vicidial_users SET user_level=@x WHERE user='u1';",
        "UPDATE vicidial_users SET user_level=user_level-9 WHERE user='u1';",
      })
  void exactlyTheAccountsThatItMayTouchAreUnknown(String statement) throws IOException {
    Cli matrix = run("matrix", write("script.sql", USERS + statement));
    assertThat(matrix.status()).as(matrix.all()).isEqualTo(3);
    assertThat(matrix.err()).contains("script.sql:2:", "account u1").doesNotContain("u2");
    assertThat(matrix.out()).contains("u2").doesNotContain("u1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CALL fix_users();",
        "PREPARE s FROM @sql; EXECUTE s;",
        "EXECUTE IMMEDIATE 'x';",
        "source more.sql;",
        "LOAD DATA INFILE 'x' INTO TABLE vicidial_users;",
        "RENAME TABLE vicidial_users TO a, b TO vicidial_users;",
        "ALTER TABLE vicidial_users DROP KEY user;",
        "ALTER TABLE vicidial_users RENAME TO x;",
        "INSERT INTO vicidial_users SELECT * FROM other;",
        "REPLACE INTO vicidial_users (user) SELECT user FROM other;",
        "CREATE TRIGGER t BEFORE UPDATE ON vicidial_users FOR EACH ROW SET NEW.user_level=9;",
        "CREATE VIEW v AS SELECT * FROM vicidial_users; UPDATE v SET user_level=9;",
        "WITH a AS (SELECT 1) DELETE FROM vicidial_users;",
        "/*!80000 UPDATE vicidial_users SET user_level=9 */;",
        "UPDATE ${TABLE} SET user_level=9;",
        "$STATEMENT;",
        "UPDATE vicidial_users PARTITION (p0) SET user_level=9;",
        "BEGIN NOT ATOMIC UPDATE vicidial_users SET user_level=9; END;",
        "CREATE TABLE vicidial_users LIKE other;",
      })
  void aStatementOfAnotherKindIsNeverPassedOver(String statement) throws IOException {
    Cli matrix = run("matrix", write("script.sql", USERS + statement));
    assertThat(matrix.status()).as(matrix.all()).isEqualTo(3);
    assertThat(matrix.err()).contains("script.sql:2:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE vicidial_users DISABLE KEYS;",
        "ALTER TABLE vicidial_users ADD KEY full_name (full_name), ENGINE=InnoDB;",
        "ALTER TABLE vicidial_users MODIFY user_id int(9) unsigned NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=7;",
        "GRANT SELECT ON asterisk.vicidial_users TO 'x'@'y';",
        "SELECT * FROM vicidial_users\\G",
        "LOCK TABLES vicidial_users WRITE; UNLOCK TABLES;",
        "DELIMITER //\nCREATE PROCEDURE p() BEGIN UPDATE vicidial_users SET user_level=9; END//\nDELIMITER ;",
        "CALL_LOG;",
        "BEGIN; COMMIT;",
        "CREATE INDEX x ON vicidial_users (user_group);",
        "UPDATE phones SET active='Y';",
        "DELETE FROM vicidial_live_agents;",
        "UPDATE vicidial_users SET user_level=9 WHERE 1=0;",
        "TRUNCATE vicidial_log;",
        "INSERT INTO vicidial_log SELECT * FROM x;",
        "-- UPDATE vicidial_users SET user_level=9;",
        "OPTIMIZE TABLE vicidial_users;",
        "CREATE TABLE other AS SELECT * FROM vicidial_users;",
      })
  void whatChangesNoAccountDisturbsNothing(String statement) throws IOException {
    Cli plain = run("matrix", write("plain.sql", USERS));
    Cli matrix = run("matrix", write("script.sql", USERS + statement));
    assertThat(matrix.status()).as(matrix.all()).isEqualTo(plain.status()).isZero();
    assertThat(matrix.out()).isEqualTo(plain.out());
  }

  @Test
  void aStrictModeRefusesWhatTheUsualOneMakesFit() throws IOException {
    String update = "UPDATE vicidial_users SET modify_users='x' WHERE user='u1';";
    assertThat(run("matrix", write("usual.sql", USERS + update)).status()).isZero();
    Cli strict =
        run(
            "matrix",
            write("strict.sql", "SET sql_mode='STRICT_TRANS_TABLES';\n" + USERS + update));
    assertThat(strict.status()).isEqualTo(3);
    assertThat(strict.err()).contains("strict.sql:3:1", "the server refuses this UPDATE");
  }

  @Test
  void aSecondRowWithTheKeyIsRefused() throws IOException {
    String second =
        "UPDATE vicidial_users SET user_level=8;\nINSERT INTO vicidial_users SET user='U1', pass='x';";
    Cli matrix = run("matrix", write("script.sql", USERS + second));
    assertThat(matrix.status()).isEqualTo(3);
    assertThat(matrix.err())
        .contains("script.sql:3:1", "the server refuses this INSERT", "already has this key");
  }

  @Test
  void aDefaultOfTheScriptsOwnTableHolds() throws IOException {
    String create =
        "CREATE TABLE vicidial_users (user_id INT(9) UNSIGNED AUTO_INCREMENT PRIMARY KEY NOT NULL,"
            + " user VARCHAR(20) NOT NULL, pass VARCHAR(100) NOT NULL, user_level TINYINT(3) UNSIGNED default '8',"
            + " active ENUM('Y','N') default 'Y', vdc_agent_api_access ENUM('0','1') default '1',"
            + " modify_leads ENUM('0','1','2') default '1', api_allowed_functions VARCHAR(1000) default ' add_lead ');\n";
    Path script =
        write(
            "script.sql", create + "INSERT INTO vicidial_users (user,pass) VALUES ('a','Pq7x1');");
    assertThat(Cli.run("can", "a", "add_lead", script.toString()).status()).isZero();
  }

  @Test
  void sqlInAScriptOfAShellIsReadWhereItStands() throws IOException {
    Path script =
        write(
            "setup.sh",
            """
            #!/bin/bash
            # mysql -e "UPDATE vicidial_users SET user_level=9"
            mysql asterisk -e "INSERT INTO vicidial_users (user,pass,user_level,vdc_agent_api_access,modify_leads,api_allowed_functions)
              VALUES ('loader','Pq7x1',8,'1','1',' add_lead ')"
            mysql asterisk <<'SQL'
            UPDATE vicidial_users SET user_level=7
             WHERE user='loader';
            SQL
            mysql -e 'UPDATE vicidial_users SET user_level="8" WHERE user='\\''loader'\\'''
            cat <<EOF > /etc/motd
            vicidial_users are welcome
            EOF
            mysql -e "UPDATE \\`vicidial_users\\` SET full_name=\\"$NAME\\" WHERE user='other'"
            """);
    Cli can = Cli.run("can", "loader", "add_lead", script.toString());
    assertThat(can.status()).as(can.all()).isZero();
    assertThat(can.out()).contains("user_level is 8; needed: at least 7  (" + script + ":9:11)");
  }

  @Test
  void aVariableInAScriptOfAShellLeavesItsAccountUnknown() throws IOException {
    Path script =
        write(
            "setup.sh",
            "#!/bin/sh\nmysql -e \""
                + USERS.strip()
                + "\"\nmysql -e \"UPDATE vicidial_users SET user_level=$LEVEL WHERE user='u1'\"\n");
    Cli matrix = run("matrix", script);
    assertThat(matrix.status()).isEqualTo(3);
    assertThat(matrix.err())
        .contains("setup.sh:3:11", "$LEVEL} is filled in".replace("$", "${"), "account u1");
    assertThat(matrix.out()).contains("u2").doesNotContain("u1");
  }

  /** A table of the same name in another database is another table. */
  @Test
  void aTableOfAnotherDatabaseIsNotTheDialers() throws IOException {
    String own = USERS.replace("vicidial_users", "asterisk.vicidial_users");
    Path other = write("other.sql", own + "UPDATE backup.vicidial_users SET modify_users='0';");
    assertThat(Cli.run("can", "u2", "add_user", other.toString()).status()).isZero();
    Path used =
        write("used.sql", "USE dialer;\n" + USERS + "USE archive; DELETE FROM vicidial_users;");
    assertThat(Cli.run("can", "u2", "add_user", used.toString()).status()).isZero();
    Path unsure = write("unsure.sql", USERS + "UPDATE backup.vicidial_users SET modify_users='0';");
    Cli can = run("matrix", unsure);
    assertThat(can.status()).isEqualTo(3);
    assertThat(can.err()).contains("unsure.sql:2:1", "whether its database is the dialer's");
    Path two =
        write(
            "two.sql",
            own + USERS.replace("vicidial_users", "second.vicidial_users").replace("'u", "'w"));
    Cli both = run("matrix", two);
    assertThat(both.status()).isEqualTo(3);
    assertThat(both.err()).contains("two.sql:2:1", "another database");
    assertThat(both.out()).contains("u1").doesNotContain("w1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if [ $1 = x ]; then\n mysql -e \"UPDATE\"\nfi",
        "case $1 in\n a) mysql -e \"UPDATE\" ;;\nesac",
        "test -f x && mysql -e \"UPDATE\"",
        "test -f x || mysql -e \"UPDATE\"",
        "while read x; do mysql -e 'UPDATE'; done",
        "f() {\n mysql -e 'UPDATE'\n}",
        "mysql -e \"UPDATE\" # as far as ${LEVEL}",
      })
  void whatAShellMayNotRunLeavesItsAccountUnknown(String command) throws IOException {
    boolean maybe = !command.contains("#");
    String update =
        "UPDATE vicidial_users SET user_level=9 WHERE user="
            + (command.contains("'") ? "\"u1\"" : "'u1'");
    String script =
        "#!/bin/bash\nmysql -e \""
            + USERS.strip()
            + "\"\n"
            + command.replace("UPDATE", update)
            + "\n";
    Cli matrix = run("matrix", write("setup.sh", script));
    assertThat(matrix.status()).as(matrix.all()).isEqualTo(maybe ? 3 : 0);
    assertThat(matrix.out().contains("u1,")).isEqualTo(!maybe);
    assertThat(matrix.out()).contains("u2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql asterisk < upgrade.sql",
        "zcat dump.sql.gz | mysql asterisk",
        "ssh dialer \"mysql -e \\\"UPDATE vicidial_users SET user_level=9\\\"\"",
        "echo \"please UPDATE vicidial_users\"",
      })
  void sqlThatIsNotInSightIsAProblem(String command) throws IOException {
    String script = "#!/bin/bash\nmysql -e \"" + USERS.strip() + "\"\n" + command + "\n";
    Cli matrix = run("matrix", write("setup.sh", script));
    boolean inside = command.contains("ssh");
    assertThat(matrix.status()).as(matrix.all()).isEqualTo(inside ? 0 : 3);
    if (inside) {
      assertThat(Cli.run("matrix", folder.resolve("setup.sh").toString(), "--format", "csv").out())
          .contains("u1");
      assertThat(Cli.run("can", "u1", "add_lead", folder.resolve("setup.sh").toString()).out())
          .contains("user_level is 9");
    } else {
      assertThat(matrix.err()).contains("setup.sh:3:");
    }
  }

  /** A script is played on its own accounts; what it does to others is not known. */
  @Test
  void aScriptBesideOtherAccountsIsAProblem() throws IOException {
    Path accounts = write("a.yaml", "accounts:\n  - user: bot\n    user_level: 1\n");
    Path patch = write("patch.sql", "UPDATE vicidial_users SET user_level=9 WHERE user='bot';");
    for (List<Path> files : List.of(List.of(accounts, patch), List.of(patch, accounts))) {
      Cli lint = Cli.run("lint", files.get(0).toString(), files.get(1).toString());
      assertThat(lint.status()).as(lint.all()).isEqualTo(3);
      assertThat(lint.err()).contains("patch.sql:1:1", "not played on the accounts of other files");
    }
    Path whole =
        write(
            "whole.sql",
            "CREATE TABLE vicidial_users (user varchar(20), user_level int);\n"
                + "INSERT INTO vicidial_users VALUES ('x','1'); UPDATE vicidial_users SET user_level=2;");
    assertThat(Cli.run("matrix", accounts.toString(), whole.toString()).status()).isZero();
  }

  @Test
  void theNumberOfARowIsAKeyToo() throws IOException {
    Path script =
        write(
            "uid.sql",
            "INSERT INTO vicidial_users (user,pass,user_level) VALUES ('bot','Zq7',7);\n"
                + "INSERT INTO vicidial_users (user_id,user,pass,user_level,modify_users) VALUES (1,'admin','Zq8',9,'1')"
                + " ON DUPLICATE KEY UPDATE user_level=9, modify_users='1';");
    Cli matrix = run("matrix", script);
    assertThat(matrix.status()).isEqualTo(3);
    assertThat(matrix.err()).contains("uid.sql:2:1", "whether another row has its key");
  }

  @Test
  void theStrictModeWantsAValueForEveryColumnWithoutADefault() throws IOException {
    Path script =
        write(
            "strict.sql",
            "SET sql_mode='STRICT_ALL_TABLES';\nINSERT INTO vicidial_users (user,user_level) VALUES ('bot',9);");
    Cli matrix = run("matrix", script);
    assertThat(matrix.status()).isEqualTo(3);
    assertThat(matrix.err()).contains("strict.sql:2:1", "pass has no default");
  }

  @Test
  void anEventIsNotPassedOver() throws IOException {
    Path script =
        write(
            "event.sql",
            USERS
                + "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO UPDATE vicidial_users SET modify_users='0';");
    assertThat(run("matrix", script).status()).isEqualTo(3);
  }

  /** The server refuses the whole statement, unless the site has added the column. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE vicidial_users SET user_level=9, site_note='x' WHERE user='u1';",
        "UPDATE vicidial_users SET user_level=9 WHERE user='u1' AND (1=1 OR site_note='x');",
        "UPDATE vicidial_users SET user_level=if(1=1,9,site_note) WHERE user='u1';",
        "UPDATE vicidial_users u SET u.user_level=9 WHERE u.user='u1' ORDER BY u.site_note;",
        "DELETE FROM vicidial_users WHERE user='u1' AND (site_note='x' OR 1=1);",
        "REPLACE INTO vicidial_users (user,pass,site_note) VALUES ('u1','x','y');",
        "INSERT INTO vicidial_users (user,pass) VALUES ('u1','x') ON DUPLICATE KEY UPDATE user_level=9, site_note='x';",
        "INSERT INTO vicidial_users SET user='u1', pass='x' ON DUPLICATE KEY UPDATE user_level=9, full_name=VALUES(site_note);",
      })
  void aColumnThatNoBuildHasLeavesItsAccountsUnknown(String statement) throws IOException {
    Cli matrix = run("matrix", write("script.sql", USERS + statement));
    assertThat(matrix.status()).as(matrix.all()).isEqualTo(3);
    assertThat(matrix.err())
        .contains("script.sql:2:1", "in no build of VICIdial", "account u1", "ALTER TABLE")
        .doesNotContain("u2");
    assertThat(matrix.out()).contains("u2").doesNotContain("u1");
  }

  @Test
  void aMisspelledColumnHasAHint() throws IOException {
    Cli update =
        run("matrix", write("a.sql", USERS + "UPDATE vicidial_users SET modify_user='0';"));
    assertThat(update.status()).isEqualTo(3);
    assertThat(update.err())
        .contains("a.sql:2:1", "vicidial_users has no column modify_user", "modify_users?");
    assertThat(update.out()).contains("u1", "u2");
    Cli insert =
        run("matrix", write("b.sql", "INSERT INTO vicidial_users (user,user_levl) VALUES ('a',9)"));
    assertThat(insert.status()).isEqualTo(3);
    assertThat(insert.err()).contains("b.sql:1:1", "account a", "user_level?");
    Cli nobody =
        run("matrix", write("c.sql", "UPDATE vicidial_users SET modify_user='1' WHERE user='a';"));
    assertThat(nobody.status()).isEqualTo(3);
    assertThat(nobody.err()).contains("c.sql:1:1", "modify_users?");
  }

  @Test
  void aWordThatMayBeAPasswordWithoutQuotesIsNotShown() throws IOException {
    for (String value : List.of("hunter2x", "passs", "Passwort")) {
      Cli insert =
          run(
              "matrix",
              write(
                  "a.sql",
                  "INSERT INTO vicidial_users (user,pass) VALUES ('a',%s);".formatted(value)));
      assertThat(insert.status()).isEqualTo(3);
      assertThat(insert.err()).contains("a.sql:1:1", "account a").doesNotContain(value);
    }
  }

  @Test
  void aColumnThatTheScriptAddsIsThere() throws IOException {
    String use = "UPDATE vicidial_users SET modify_leads='1', site_note='x' WHERE user='u2';";
    Cli altered =
        run(
            "matrix",
            write(
                "a.sql",
                "ALTER TABLE vicidial_users ADD COLUMN site_note varchar(9) default '';\n"
                    + USERS
                    + use));
    assertThat(altered.status()).as(altered.all()).isZero();
    assertThat(Cli.run("can", "u2", "add_user", folder.resolve("a.sql").toString()).status())
        .isZero();
    Cli inserted =
        run(
            "matrix",
            write(
                "b.sql",
                "ALTER TABLE vicidial_users ADD site_note int;\n"
                    + "INSERT INTO vicidial_users (user,pass,user_level,site_note) VALUES ('a','Pq7',8,1);"));
    assertThat(inserted.status()).as(inserted.all()).isZero();
  }

  @Test
  void aTableThatTheScriptCreatesRefusesAnyOtherColumn() throws IOException {
    String create = "CREATE TABLE vicidial_users (user varchar(20), user_level int);\n";
    Cli insert =
        run(
            "matrix",
            write(
                "a.sql",
                create
                    + "INSERT INTO vicidial_users (user,user_level,site_note) VALUES ('a',8,'x');"));
    assertThat(insert.status()).isEqualTo(3);
    assertThat(insert.err()).contains("a.sql:2:1", "the server refuses this INSERT");
    Cli update =
        run(
            "matrix",
            write(
                "b.sql",
                create
                    + "INSERT INTO vicidial_users VALUES ('a',8);\n"
                    + "UPDATE vicidial_users SET user_level=9 WHERE 1=1 OR site_note='x';"));
    assertThat(update.status()).isEqualTo(3);
    assertThat(update.err()).contains("b.sql:3:1", "the server refuses this UPDATE");
    assertThat(Cli.run("can", "a", "version", folder.resolve("b.sql").toString()).all())
        .doesNotContain("user_level is 9");
  }

  /** What a program has dumped comes from a server, which has the columns. */
  @Test
  void aDumpWithoutCreateTableKeepsTheSitesColumns() throws IOException {
    String insert =
        "INSERT INTO `vicidial_users` (`user`,`pass`,`user_level`,`site_note`) VALUES ('a','Pq7',8,'x');\n";
    String dump = "-- MariaDB dump 10.19\n" + insert;
    String end = "-- Dump completed on 2026-01-02\n";
    assertThat(run("matrix", write("a.sql", dump + end)).status()).isZero();
    String update = "UPDATE vicidial_users SET user_level=7, site_note='y';\n";
    Cli played = run("matrix", write("b.sql", dump + update + end));
    assertThat(played.status()).as(played.all()).isZero();
    assertThat(run("matrix", write("c.sql", insert)).status()).isEqualTo(3);
  }

  /** A function that is stored in the server may change any table. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT fix_users();",
        "SELECT 1 FROM x WHERE `now`()=1;",
        "SELECT asterisk.fix_users('x') INTO @a;",
        "(SELECT fix_users ('x'));",
        "DO fix_users();",
        "SET @a = fix_users();",
        "SET @a = (SELECT max(fix_users(x)) FROM y);",
        "INSERT INTO vicidial_log (a,b) VALUES (1,2),(now(),fix_users(3));",
        "INSERT INTO vicidial_log SELECT fix_users(x) FROM y;",
        "UPDATE phones SET active=fix_users('x');",
        "UPDATE vicidial_users SET full_name=fix_users('x') WHERE user='u1';",
        "DELETE FROM vicidial_log WHERE fix_users(id)=1;",
        "WITH a AS (SELECT fix_users(1)) SELECT * FROM a;",
        "CREATE TABLE x AS SELECT fix_users(1);",
        "CREATE TRIGGER t BEFORE INSERT ON vicidial_log FOR EACH ROW SET NEW.a=fix_users(1);",
        "SHOW TABLES WHERE fix_users(1);",
        "DELIMITER //\nCREATE FUNCTION f() RETURNS INT BEGIN UPDATE vicidial_users SET user_level=9; RETURN 1; END//\nDELIMITER ;\nSELECT f();",
        "ANALYZE UPDATE vicidial_users SET user_level=9;",
        "SELECT ${FUNCTION}('x');",
      })
  void aFunctionThatIsNotBuiltInLeavesAllUnknown(String statement) throws IOException {
    Cli matrix = run("matrix", write("script.sql", USERS + statement));
    assertThat(matrix.status()).as(matrix.all()).isEqualTo(3);
    assertThat(matrix.err()).contains("script.sql:", "is not played", "u1, u2");
    assertThat(matrix.out()).doesNotContain("u1", "u2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT now(), concat(upper('a'), count(*)), cast(x AS char(10)) FROM y WHERE id IN (1,2) AND (a=1 OR (b=2));",
        "DO sleep(1);",
        "SET @a = md5('x'), @b = (SELECT max(x) FROM y);",
        "INSERT INTO vicidial_log (a,b) VALUES (1,2),(now(),md5('fix_users(1)')) ON DUPLICATE KEY UPDATE a=VALUES(a);",
        "INSERT INTO asterisk.vicidial_log (a) SELECT x FROM y JOIN z USING (id) WHERE x IN (SELECT 1);",
        "REPLACE vicidial_log (a) VALUES (1);",
        "INSERT INTO vicidial_log (a) VALUES ('it''s fix_users(1)'), /* fix_users(2) */ (2); -- fix_users(3)",
        "UPDATE phones SET active=if(last_call < date_sub(now(), interval 1 day),'N','Y');",
        "LOAD DATA LOCAL INFILE 'x' INTO TABLE vicidial_log (a,b);",
        "ANALYZE TABLE vicidial_users;",
        "DELIMITER //\nCREATE FUNCTION f() RETURNS INT BEGIN UPDATE vicidial_users SET user_level=9; RETURN 1; END//\nDELIMITER ;",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION SELECT i+1 FROM n) SELECT * FROM n;",
      })
  void aFunctionThatIsBuiltInDisturbsNothing(String statement) throws IOException {
    Cli matrix = run("matrix", write("script.sql", USERS + statement));
    assertThat(matrix.status()).as(matrix.all()).isZero();
    assertThat(matrix.out()).contains("u1", "u2");
  }

  /** What a function or a statement may have set is not taken for NULL, or for what it was. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET @a=9; CALL fix(); INSERT INTO vicidial_users (user,pass,user_level) VALUES ('u3','x',@a);",
        "CALL fix(); INSERT INTO vicidial_users (user,pass,user_level) VALUES ('u3','x',@a);",
        "SET @a=9; SELECT fix(); INSERT INTO vicidial_users (user,pass,user_level) VALUES ('u3','x',@a);",
        "SET @a=9; UPDATE phones SET x=(@a:=@a-1); INSERT INTO vicidial_users (user,pass,user_level) VALUES ('u3','x',@a);",
        "SET @a=9; LOAD DATA INFILE 'x' INTO TABLE y (@a); INSERT INTO vicidial_users (user,pass,user_level) VALUES ('u3','x',@a);",
      })
  void aVariableThatMayBeSetElsewhereIsUnknown(String statement) throws IOException {
    Cli matrix = run("matrix", write("script.sql", USERS + statement));
    assertThat(matrix.status()).as(matrix.all()).isEqualTo(3);
    assertThat(matrix.err()).contains("account u3");
    assertThat(matrix.out()).doesNotContain("u3");
  }

  @Test
  void eachSessionOfAScriptHasItsOwnVariables() throws IOException {
    Path script =
        write(
            "setup.sh",
            "#!/bin/sh\nmysql -e \"SET @a=9\"\nmysql -e \""
                + "INSERT INTO vicidial_users (user,pass,user_level,modify_leads) VALUES ('a','x',@a,'1')\"\n");
    assertThat(Cli.run("can", "a", "add_lead", script.toString()).out())
        .contains("user_level is 0")
        .doesNotContain("user_level is 9");
  }

  /** The values are those that a MariaDB 10.11 kept. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "user_level, 0x08, user_level is 8",
        "user_level, 0x09+0, user_level is 9",
        "user_level, x'38', user_level is 8",
        "user_level, 2.5, user_level is 3",
        "modify_leads, 3/2, modify_leads is 0",
        "modify_leads, 2.9, modify_leads is 1",
        "modify_leads, 0x31, modify_leads is 1",
      })
  void aNumberIsStoredAsTheServerStoresIt(String column, String value, String stored)
      throws IOException {
    String other = column.equals("user_level") ? "modify_leads, " : "user_level, ";
    Path script =
        write(
            "numbers.sql",
            "INSERT INTO vicidial_users (user, pass, vdc_agent_api_access, %s %s) VALUES ('u', 'x', '1', '8', %s);"
                .formatted(other, column, value));
    Cli can = Cli.run("can", "u", "add_lead", script.toString());
    assertThat(can.out()).as(can.all()).contains(stored);
  }

  @Test
  void aSingleRowWithNullWhereNoneMayBeIsRefused() throws IOException {
    String insert = "INSERT INTO vicidial_users (user,pass,user_level) VALUES ('%s',NULL,8)%s;\n";
    Cli one = run("matrix", write("one.sql", USERS + insert.formatted("n", "")));
    assertThat(one.status()).isEqualTo(3);
    assertThat(one.err()).contains("the server refuses this INSERT: pass cannot be NULL");
    assertThat(one.out()).doesNotContain("\nn,");
    Cli two = run("matrix", write("two.sql", insert.formatted("n", ",('m','x',8)")));
    assertThat(two.status()).as(two.all()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "UPDATE vicidial_users SET active='Y' WHERE user='loader';"})
  void aColumnThatAnInsertDoesNotNameHasTheServersDefault(String more) throws IOException {
    Path script =
        write(
            "loader.sql",
            """
            INSERT INTO vicidial_users (user, pass, user_level, user_group, api_only_user,
              vdc_agent_api_access, api_list_restrict, api_allowed_functions, modify_leads)
              VALUES ('loader', 'Kx9-vvq2P-Lm', 8, 'LOAD', '1', '1', '1', ' add_lead ', '1');
            INSERT INTO vicidial_user_groups (user_group, allowed_campaigns)
              VALUES ('LOAD', ' OUTBND - ');
            """
                + more);
    for (String command : List.of("lint", "recommend loader --functions add_lead")) {
      List<String> args = new ArrayList<>(List.of(command.split(" ")));
      args.add(script.toString());
      Cli run = Cli.run(args.toArray(String[]::new));
      assertThat(run.all()).doesNotContain("lacks", "default is taken");
      assertThat(run.status()).as(run.all()).isZero();
    }
  }

  @Test
  void anInsertThatOnlyMakesWhatIsMissingIsPlayed() throws IOException {
    String insert =
        """
        INSERT INTO vicidial_users (user, pass, user_level) SELECT '%s', 'x', %d FROM DUAL
          WHERE NOT EXISTS (SELECT 1 FROM vicidial_users WHERE user = '%s');
        """;
    Path script =
        write("missing.sql", insert.formatted("n", 9, "n") + insert.formatted("n", 1, "N"));
    Cli can = Cli.run("can", "n", "moh_list", script.toString());
    assertThat(can.status()).as(can.all()).isZero();
    assertThat(can.out()).contains("user_level is 9", "missing.sql:1:1");
    Path never =
        write("never.sql", USERS + "INSERT INTO vicidial_users (user) SELECT 'z' WHERE 1=2;");
    assertThat(run("matrix", never).out()).doesNotContain("\nz,");
  }

  @Test
  void oneStatementIsOneProblem() throws IOException {
    Cli matrix = run("matrix", write("call.sql", USERS + "CALL fix();"));
    assertThat(matrix.err().lines().filter(line -> line.contains("problem:"))).hasSize(1);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Cli can(String user, String function, String file) {
    return Cli.run("can", user, function, CASES.resolve(file).toString());
  }

  private static Cli lint(Path file) {
    return Cli.run("lint", file.toString());
  }

  private static Cli run(String command, Path file) {
    return Cli.run(command, file.toString(), "--format", "csv");
  }
}
