package org.vicilint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the code says of columns, held to VICIdial's own table definition. */
class FlagTest {
  @Test
  void everyFlagIsAYesOrNoColumnWithTheDefaultThatVicidialGivesIt() throws Exception {
    Map<String, String[]> columns = users();
    for (Flag flag : Flag.values()) {
      String[] row = columns.get(flag.column());
      assertThat(row).as(flag.column()).isNotNull();
      assertThat(Set.of("enum('0','1')", "enum('1','0')")).as(flag.column()).contains(row[2]);
      boolean on = (Flag.defaults() & flag.bit()) != 0;
      assertThat(row[3]).as(flag.column()).isEqualTo(on ? "'1'" : "'0'");
    }
  }

  @Test
  void aNewAccountHasTheDefaultsOfTheColumns() throws Exception {
    Map<String, String[]> columns = users();
    Account account = Account.builder("x").build();
    for (String column :
        new String[] {
          "user_level",
          "active",
          "modify_leads",
          "api_allowed_functions",
          "failed_login_count",
          "last_login_date"
        }) {
      assertThat(account.value(column))
          .as(column)
          .isEqualTo(columns.get(column)[3].replaceAll("^'|'$", ""));
    }
  }

  private static Map<String, String[]> users() throws Exception {
    Map<String, String[]> rows = new HashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                FlagTest.class.getResourceAsStream("/catalog/columns.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] row = line.split("\t", -1);
        if (row[0].equals("vicidial_users")) {
          rows.put(row[1], row);
        }
      }
    }
    return rows;
  }
}
