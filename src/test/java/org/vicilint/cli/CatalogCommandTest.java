package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** {@code vicilint catalog}. */
class CatalogCommandTest {
  @Test
  void everyFunctionOfTheNewestBuildIsListed() {
    assertThat(Cli.run("catalog").out())
        .contains("92 functions on build 250720-1841 (Agent API 250122-1010)");
    assertThat(Cli.run("catalog", "--build", "80910-0020").out()).contains("version");
  }

  @Test
  void filtersAddUp() {
    String out = Cli.run("catalog", "--api", "non_agent", "--flag", "modify_users").out();
    assertThat(out.lines().map(line -> line.split(" ")[0]))
        .contains("add_user", "copy_user", "update_user", "agent_campaigns")
        .doesNotContain("add_lead", "external_dial");
    assertThat(Cli.run("catalog", "--flag", "modify_users", "--category", "users").out())
        .doesNotContain("agent_ingroup_info");
    assertThat(Cli.run("catalog", "--effect", "delete").out())
        .contains("delete_dnc_phone")
        .doesNotContain("add_lead");
    assertThat(Cli.run("catalog", "--flag", "modify_leads", "--build", "110614-0726").out())
        .contains("add_lead", "4 functions on build 110614-0726 (Agent API 110430-0953)");
  }

  @Test
  void showTellsWhatAFunctionNeedsAndHowThatChanged() {
    assertThat(Cli.run("catalog", "show", "add_lead").out())
        .contains("level 8, vdc_agent_api_access, modify_leads 1, 2, 3, 4")
        .contains("How that changed")
        .contains("80801-0047")
        .contains("200824-2330");
    assertThat(Cli.run("catalog", "show", "update_list").out())
        .contains("delete_list=Y")
        .contains("also needs: delete_lists");
    assertThat(Cli.run("catalog", "show", "copy_user", "--build", "180331-1716").out())
        .contains("does not exist; it came with 210113-1714");
    assertThat(Cli.run("catalog", "show", "version").out()).contains("asks for no login");
  }

  @Test
  void jsonHasRequirementsHistoryAndOperations() {
    JsonNode list = Vectors.parse(Cli.run("catalog", "--format", "json").out());
    assertThat(list.get("functions")).hasSize(92);
    JsonNode show =
        Vectors.parse(Cli.run("catalog", "show", "update_user", "--format", "json").out());
    JsonNode function = show.get("functions").get(0);
    assertThat(function.get("requires").get("user_level").asInt()).isEqualTo(8);
    assertThat(function.get("requires").get("flags").toString())
        .isEqualTo("[\"modify_users\",\"vdc_agent_api_access\"]");
    assertThat(function.get("history")).hasSize(2);
    assertThat(function.get("operations").get(0).get("operation").asText())
        .isEqualTo("delete_user=Y");
  }
}
