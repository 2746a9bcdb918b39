package org.vicilint.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vicilint.model.Change;

/** Changes as SQL. */
class SqlUpdateTest {
  @Test
  void allExactChangesOfAnAccountAreOneStatement() {
    assertThat(
            SqlUpdate.of(
                "crm_api",
                List.of(
                    new Change("user_level", "9", "7"),
                    new Change("api_allowed_functions", " ALL_FUNCTIONS ", " add_lead "))))
        .isEqualTo(
            "UPDATE vicidial_users SET user_level='7', api_allowed_functions=' add_lead ' WHERE user='crm_api';\n");
  }

  @Test
  void whatAPersonHasToChooseIsAComment() {
    assertThat(
            SqlUpdate.of(
                "crm",
                List.of(
                    new Change("user_group", "X", "(a group with only\nits campaigns)"),
                    new Change("pass", "(shared)", "(a password of its own)"),
                    new Change("owner", "", "ops"),
                    new Change("active", "Y", "N"))))
        .isEqualTo(
            """
            -- user_group: (a group with only\\nits campaigns)
            -- pass: (a password of its own)
            -- owner: ops
            UPDATE vicidial_users SET active='N' WHERE user='crm';
            """);
  }

  @Test
  void nothingToChangeIsNoStatement() {
    assertThat(SqlUpdate.of("crm", List.of())).isEmpty();
    assertThat(SqlUpdate.of("crm", List.of(new Change("pass", "", "secret"))))
        .doesNotContain("UPDATE");
  }

  @Test
  void quotesAreDoubled() {
    assertThat(SqlUpdate.literal("o'neil';--")).isEqualTo("'o''neil'';--'");
  }

  @Test
  void whatIsNotPlainlyVisibleStandsThereAsItsBytes() {
    assertThat(SqlUpdate.literal("a\\")).isEqualTo("_utf8mb4 X'615C'");
    assertThat(SqlUpdate.literal("Ünal")).isEqualTo("_utf8mb4 X'C39C6E616C'");
    assertThat(SqlUpdate.literal("a\u202eb\n")).isEqualTo("_utf8mb4 X'61E280AE620A'");
  }

  @Property(tries = 500)
  void noNameEndsTheLiteralOrTheLine(@ForAll String user) {
    String sql = SqlUpdate.of(user, List.of(new Change("active", "Y", "N")));
    assertThat(sql.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
    String literal = sql.substring(sql.indexOf("user=") + 5, sql.length() - 2);
    assertThat(literal).matches("'([^'\\\\]|'')*'|_utf8mb4 X'([0-9A-F]{2})+'");
    assertThat(sql.indexOf('\n')).isEqualTo(sql.length() - 1);
  }
}
