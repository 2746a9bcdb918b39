package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** Administration pages in {@code can}, {@code matrix} and {@code catalog}. */
class PagesCommandsTest {
  private static final String ESTATE =
      """
      accounts:
        - user: loader
          kind: service
          user_level: 8
          api_only_user: 1
          modify_leads: 1
        - user: report
          kind: service
          user_level: 7
          view_reports: 1
        - user: "1001"
          user_level: 1
      """;

  private static Cli run(String... args) {
    return Cli.runWith(ESTATE, args);
  }

  @Test
  void yesTellsWhatThePageDoesWhichGatesAreOpenAndWhatClosesIt() {
    Cli run = run("can", "loader", "page:admin_modify_lead.php", "-");
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out())
        .startsWith("Yes: loader opens admin_modify_lead.php (edits leads).\n")
        .contains("pages: known of build 250720-1841, as asked of a running server\n")
        .contains("ok  user_level is 8; needed: at least 8  (-:4:17)")
        .contains("ok  modify_leads is 1; needed: one of 1, 2, 3, 4, 5, 6  (-:6:19)")
        .endsWith("The change that closes it and takes least else away:\n  modify_leads: 1 → 0\n");
  }

  @Test
  void noNamesTheBoxAndTheSmallestChange() {
    Cli run = run("can", "loader", "page:admin.php", "-");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("No: loader does not open admin.php (administers the system).\n")
        .contains("API Only User\n  NO  api_only_user is 1; needed: 0")
        .contains("Level and flags: one of these is enough")
        .contains("  1.  ok  user_level is 8; needed: at least 8")
        .contains("  3.  NO  qc_enabled is 0; needed: 1")
        .endsWith("The smallest change that opens it:\n  api_only_user: 1 → 0\n");
  }

  @Test
  void ofAlternativesTheFewestColumnsAndThenTheLowestLevelOpen() {
    assertThat(run("can", "1001", "page:admin.php", "-").out())
        .endsWith("The smallest change that opens it:\n  user_level: 1 → 8\n");
    assertThat(run("can", "report", "page:admin_launch_trigger.php", "-").status()).isZero();
  }

  @Test
  void onAnotherBuildTheAnswerIsLikely() {
    assertThat(run("can", "loader", "page:help.php", "-", "--build", "240703-1657").out())
        .contains("known of build 250720-1841", "on build 240703-1657 they are likely the same");
    JsonNode json =
        Vectors.parse(
            run("can", "loader", "page:help.php", "-", "--build", "240703-1657", "--format", "json")
                .out());
    assertThat(json.get("confidence").asText()).isEqualTo("likely");
    assertThat(json.get("pages_build").asText()).isEqualTo("250720-1841");
    assertThat(run("matrix", "--pages", "-", "--build", "240703-1657").err())
        .contains("note: pages: known of build 250720-1841");
  }

  @Test
  void jsonHasGatesAlternativesAndBothChanges() {
    JsonNode open =
        Vectors.parse(run("can", "report", "page:admin.php", "-", "--format", "json").out());
    assertThat(open.get("decision").asText()).isEqualTo("OPEN");
    assertThat(open.get("gate").isNull()).isTrue();
    assertThat(open.get("confidence").asText()).isEqualTo("certain");
    assertThat(open.get("effect_class").asText()).isEqualTo("delete");
    assertThat(open.get("gates").findValuesAsText("alternative"))
        .containsExactly("1", "2", "2", "3", "3");
    assertThat(open.get("changes")).isEmpty();
    assertThat(open.get("closing").get(0).get("name").asText()).isEqualTo("api_only_user");
    JsonNode closed =
        Vectors.parse(run("can", "1001", "page:help.php", "-", "--format", "json").out());
    assertThat(closed.get("decision").asText()).isEqualTo("REFUSED");
    assertThat(closed.get("gate").asText()).isEqualTo("login");
    assertThat(closed.get("closing")).isEmpty();
    assertThat(closed.get("changes").get(0).get("to").asText()).isEqualTo("8");
  }

  @Test
  void aPageThatIsNotKnownIsWrongUsageWithASuggestion() {
    Cli typo = run("can", "loader", "page:admin_modify_leads.php", "-");
    assertThat(typo.status()).isEqualTo(2);
    assertThat(typo.err())
        .contains("no page 'admin_modify_leads.php' is known")
        .contains("did you mean 'admin_modify_lead.php'?");
    assertThat(run("can", "loader", "admin_modify_lead.php", "-").err())
        .contains("a page is asked for with page:admin_modify_lead.php");
    for (String meant :
        List.of(
            "page:admin_modify_lead",
            "page:/vicidial/admin_modify_lead.php",
            "page:https://dialer.example/vicidial/admin_modify_lead.php?lead_id=1")) {
      Cli address = run("can", "loader", meant, "-");
      assertThat(address.status()).isEqualTo(2);
      assertThat(address.err()).contains("did you mean 'admin_modify_lead.php'?");
    }
    assertThat(run("can", "loader", "PAGE:admin_modify_lead", "-").err())
        .contains("a page is asked for with page:admin_modify_lead.php");
    assertThat(run("can", "loader", "Page:nothing.php", "-").err())
        .contains("a page is asked for with page:NAME");
    assertThat(run("can", "loader", "add_lead:page", "-").err()).doesNotContain("page is asked");
  }

  @Test
  void theMatrixOfPagesHasAllFormats() {
    Cli csv = run("matrix", "--pages", "-", "--format", "csv");
    assertThat(csv.out())
        .startsWith("user,page,decision,gate,confidence\n")
        .contains("loader,admin.php,REFUSED,api_only_user,certain\n")
        .contains("loader,user_stats.php,REFUSED,level_and_flags,certain\n")
        .contains("1001,help.php,REFUSED,login,certain\n");
    assertThat(csv.out().lines()).hasSize(1 + 3 * 151);
    Cli table = run("matrix", "--pages", "-");
    assertThat(table.out())
        .containsPattern("(?m)^admin.php +O \\+$")
        .containsPattern("(?m)^admin_modify_lead.php +\\+ L$")
        .contains("1 account that can open nothing left out", "+ open   refused by: L login")
        .contains("known of build 250720-1841");
    assertThat(run("matrix", "--pages", "--operations", "-").status()).isEqualTo(2);
  }

  @Test
  void theCatalogListsPagesByEffectFlagAndCategory() {
    assertThat(Cli.run("catalog", "--pages").out())
        .contains("151 pages; pages: known of build 250720-1841")
        .containsPattern("(?m)^admin_modify_lead.php +edits leads +leads +level 8, modify_leads 1");
    assertThat(Cli.run("catalog", "--pages", "--effect", "hands out logins").out().lines())
        .hasSize(1 + 3 + 2);
    String writing = Cli.run("catalog", "--pages", "--effect", "write").out();
    assertThat(writing).contains("reset_agent_pass.php", "admin_modify_lead.php");
    assertThat(writing).doesNotContain("AST_VDADstats.php");
    assertThat(Cli.run("catalog", "--pages", "--flag", "load_leads").out().lines())
        .hasSize(1 + 7 + 2);
    assertThat(Cli.run("catalog", "--pages", "--category", "phones").out()).contains("2 pages");
    assertThat(Cli.run("catalog", "--pages", "--api", "agent").status()).isEqualTo(2);
  }

  @Test
  void theCatalogShowsOnePage() {
    assertThat(Cli.run("catalog", "show", "page:admin.php").out())
        .startsWith("admin.php  system, administers the system\n")
        .contains("level 8 or level 7, view_reports or level 2, qc_enabled; not with api_only_user")
        .contains("api_only_user closes it");
    JsonNode json =
        Vectors.parse(Cli.run("catalog", "show", "page:user_stats.php", "--format", "json").out());
    JsonNode page = json.get("pages").get(0);
    assertThat(page.get("demand").asText()).isEqualTo("level 7, view_reports");
    assertThat(page.get("opens").get(0).get("flags").get(0).asText()).isEqualTo("view_reports");
    assertThat(page.get("api_only_user_closes").asBoolean()).isFalse();
    assertThat(Cli.run("catalog", "show", "user_stats.php").err())
        .contains("a page is asked for with page:user_stats.php");
  }

  @Test
  void findingsOnPagesAreCertainOnTheBuildThatWasAskedAndLikelyOnOthers() {
    String service =
        """
        accounts:
          - user: loader
            kind: service
            functions: [add_lead]
            user_level: 9
            api_only_user: 1
            vdc_agent_api_access: 1
            modify_leads: 1
            api_allowed_functions: [add_lead]
        """;
    String only = "api-only-still-opens-pages";
    assertThat(Cli.runWith(service, "lint", "-", "--only", only).out())
        .contains("high      api-only-still-opens-pages\n")
        .contains("user_level: 9 → 8");
    assertThat(Cli.runWith(service, "lint", "-", "--only", only, "--build", "240703-1657").out())
        .contains("high      api-only-still-opens-pages  likely\n");
  }

  @Test
  void pagesThatNeededCallsHoldOpenAreToldWithWhatHoldsThem() {
    String least =
        """
        accounts:
          - user: loader
            kind: service
            functions: [add_lead]
            user_level: 8
            api_only_user: 1
            vdc_agent_api_access: 1
            modify_leads: 1
            api_allowed_functions: [add_lead]
        """;
    String only = "api-only-still-opens-pages";
    Cli held = Cli.runWith(least, "lint", "-", "--only", only, "--format", "json");
    assertThat(held.status()).as("below the level at which a run fails").isZero();
    JsonNode finding = Vectors.parse(held.out()).get("findings").get(0);
    assertThat(finding.get("severity").asText()).isEqualTo("low");
    assertThat(finding.get("message").asText())
        .startsWith("is API-only, yet opens 17 admin pages: it runs system tasks")
        .endsWith(
            "; no cut leaves its calls: user_level 8 holds 16 open (add_lead needs it) and"
                + " modify_leads 1 holds 6 open (add_lead needs it)");
    assertThat(finding.get("changes")).noneMatch(change -> change.get("exact").asBoolean());
    String users = least.replace("add_lead", "add_user").replace("modify_leads", "modify_users");
    assertThat(Cli.runWith(users, "lint", "-", "--only", only).out())
        .contains("medium    api-only-still-opens-pages\n", "hands out logins");
    String reads =
        least.replace("user_level: 8", "user_level: 7").replace("add_lead", "sounds_list");
    assertThat(Cli.runWith(reads, "lint", "-", "--only", only, "--fail-on", "info").out())
        .as("one page that only reads, and that nothing closes")
        .contains("no findings");
  }

  @Test
  void whereNothingIsDeclaredTheChangeIsTheOneThatClosesMost() {
    String admin =
        """
        accounts:
          - user: admin
            kind: service
            user_level: 9
            vdc_agent_api_access: 1
            view_reports: 1
            load_leads: 1
            modify_users: 1
        """;
    Cli run = Cli.runWith(admin, "lint", "-", "--only", "service-opens-admin", "--format", "json");
    JsonNode finding = Vectors.parse(run.out()).get("findings").get(0);
    assertThat(finding.get("message").asText())
        .endsWith("; view_reports: 1 → 0 closes 93, if its calls can do without");
    JsonNode change = finding.get("changes").get(0);
    assertThat(change.get("name").asText()).isEqualTo("view_reports");
    assertThat(change.get("to").asText())
        .isEqualTo("(0, if its calls can do without: declare them first)");
  }
}
