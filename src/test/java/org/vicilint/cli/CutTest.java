package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** {@code vicilint cut} on the shipped example. */
class CutTest {
  private static final String BEFORE = "examples/takeover/before";

  @Test
  void theFirstChangesRemoveMostAndCloseNothingDeclared() {
    Cli run = Cli.run("cut", BEFORE, "--format", "json");
    assertThat(run.status()).isEqualTo(1);
    JsonNode result = Vectors.parse(run.out());
    assertThat(result.get("schema_version").asInt()).isEqualTo(1);
    assertThat(result.get("agent_build").asText()).isEqualTo("250122-1010");
    JsonNode first = result.get("cuts").get(0);
    assertThat(first.get("users").get(0).asText()).isEqualTo("crm_api");
    assertThat(first.get("change").get("to").asText())
        .isEqualTo(" add_lead lead_search update_lead ");
    long left = result.get("before").get("weight").asLong();
    long removed = Long.MAX_VALUE;
    for (JsonNode cut : result.get("cuts")) {
      long removes = cut.get("removes").get("weight").asLong();
      assertThat(removes).isPositive();
      assertThat(cut.get("left").get("weight").asLong()).isEqualTo(left - removes);
      left -= removes;
      assertThat(removes).isLessThanOrEqualTo(removed);
      removed = removes;
      assertThat(cut.get("change").get("to").asText()).doesNotContain("copy_user");
    }
    assertThat(Cli.run("can", "hr_sync", "update_user", "examples/takeover/after").status())
        .isZero();
  }

  @Test
  void limitsAndFindsNothingWhereNobodyReachesAnybody() {
    Cli one = Cli.run("cut", BEFORE, "--limit", "1");
    assertThat(one.out()).contains("  1  crm_api").doesNotContain("  2  ");
    Cli none = Cli.runWith("accounts:\n  - user: \"1001\"\n", "cut", "-");
    assertThat(none.status()).isZero();
    assertThat(none.out()).isEqualTo("No account reaches another.\n");
    Cli unread = Cli.runWith("accounts:\n  - nosuch: 1\n", "cut", "-");
    assertThat(unread.status()).isEqualTo(3);
    assertThat(unread.out())
        .startsWith("By what could be read, and no more: No account reaches another.\n")
        .endsWith("incomplete: something could not be read, see above\n");
    assertThat(Cli.run("cut", BEFORE, "--limit", "x").status()).isEqualTo(2);
  }
}
