package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** Accounts, manifests and scripts as people published them, and what is right of each. */
class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir private Path folder;

  private static String file(String name) {
    return CASES.resolve(name).toString();
  }

  private static String flat(String text) {
    return text.replaceAll("(?m)^\\s*#", "").replaceAll("\\s+", " ");
  }

  /** {@code rule user} for each finding. */
  private static Set<String> findings(String... args) throws IOException {
    String[] lint = Arrays.copyOf(new String[] {"lint", "--format", "json"}, args.length + 3);
    System.arraycopy(args, 0, lint, 3, args.length);
    Set<String> found = new TreeSet<>();
    for (JsonNode each : Vectors.parse(Cli.run(lint).out()).get("findings")) {
      found.add(each.get("rule").asText() + " " + each.get("user").asText());
    }
    return found;
  }

  @Test
  void aVoiceAgentIsGrantedFiveFunctionsTooManyAndNeedsViewReports() throws IOException {
    String accounts = file("onb-ai-agent-overgrant/accounts.yaml");
    assertThat(findings(accounts))
        .contains("unneeded-function aiagent", "unscoped-lists aiagent")
        .doesNotContain("unneeded-flag aiagent", "level-above-need aiagent");
    assertThat(flat(Cli.run("lint", accounts).out()))
        .contains(
            "is granted ccc_lead_info, lead_field_info, lead_search, update_log_entry and add_lead");
    Cli least = Cli.run("recommend", "aiagent", accounts);
    assertThat(least.status()).isZero();
    assertThat(least.out())
        .contains("user_level: 8, needed by update_lead")
        .contains("modify_leads: 1 → 2")
        .contains("view_reports: 1, needed by lead_all_info")
        .contains("api_list_restrict: 0 → 1")
        .contains("api_allowed_functions: [lead_all_info, update_lead]");
  }

  @Test
  void aFunctionThatNoApiHasIsNamedAndNoDefinitionDeclaresIt() throws IOException {
    Path definition = folder.resolve("avr.yaml");
    Cli run =
        Cli.run(
            "onboard",
            file("onb-avr-agent-action/manifest.yaml"),
            "--definition",
            definition.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("manifest.yaml:5:12: problem: conf_newcall is not a function of any build");
    assertThat(run.out())
        .startsWith("Not ready")
        .contains("conf_newcall does not exist there")
        .contains("api_allowed_functions: [agent_status, update_lead]")
        .contains("view_reports: 1")
        .contains("user_level: 8");
    assertThat(definition).content().contains("functions: [agent_status, update_lead]");
    assertThat(Cli.run("lint", definition.toString()).status()).isZero();
    assertThat(Cli.run("catalog", "show", "conf_newcall").err())
        .contains("no build of either API has a function 'conf_newcall'");
  }

  @Test
  void aBlankListGrantsNothingAndLevelSevenAddsNoLead() throws IOException {
    String accounts = file("onb-blank-means-all/accounts.yaml");
    Cli blank = Cli.run("can", "blank_api", "add_lead", accounts);
    assertThat(blank.status()).isEqualTo(1);
    assertThat(blank.out())
        .startsWith("No: ")
        .contains(
            "ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |blank_api|add_lead|");
    Cli seven = Cli.run("can", "seven_api", "add_lead", accounts);
    assertThat(seven.status()).isEqualTo(1);
    assertThat(seven.out())
        .startsWith("No: ")
        .contains("NO  user_level is 7; needed: at least 8")
        .contains("NO  modify_leads is 0; needed: one of 1, 2, 3, 4");
    assertThat(findings(accounts))
        .contains("broken-grant seven_api")
        .doesNotContain("all-functions-grant blank_api", "broken-grant blank_api");
  }

  @Test
  void noneOfADashboardsFunctionsExists() {
    Cli run = Cli.run("onboard", file("onb-dashboard-functions/manifest.yaml"));
    assertThat(run.status()).isEqualTo(3);
    for (String name : new String[] {"realtime_report", "call_log_export", "lead_status_summary"}) {
      assertThat(run.out()).contains(name + " does not exist there");
      assertThat(run.err()).contains(name + " is not a function of any build");
    }
    assertThat(run.out()).contains("api_allowed_functions: []");
  }

  @Test
  void twoReportsLiftAnIntegrationToTheLevelOfAdministrators() {
    String calls =
        "agent_status,blind_monitor,agent_stats_export,logged_in_agents,call_dispo_report,"
            + "call_status_stats,campaigns_list,did_log_export,hopper_list,in_group_status,list_info,"
            + "phone_number_log,recording_lookup,update_campaign";
    Cli run = Cli.run("recommend", "--functions", calls, "--user", "nexus");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("user_level: 9, needed by call_dispo_report, call_status_stats")
        .contains("modify_lists: 1, needed by list_info")
        .contains("modify_campaigns: 1, needed by update_campaign")
        .contains("    vdc_agent_api_access: 1\n")
        .contains("    view_reports: 1")
        .doesNotContain("    modify_users", "    modify_leads");
    String lifted =
        "level 9 is that of administrators, and only call_dispo_report, call_status_stats need it:"
            + " in an account of their own they leave level 8 for the rest";
    assertThat(flat(run.out())).contains(lifted);
    assertThat(flat(Cli.run("onboard", file("onb-lovable/manifest.yaml")).out())).contains(lifted);
  }

  @Test
  void aJustInstalledDialerGivesItsAdministratorAway() throws IOException {
    String fresh = file("sql-fresh-install/fresh.sql");
    Cli lint = Cli.run("lint", fresh);
    assertThat(lint.status()).isEqualTo(1);
    assertThat(lint.all()).doesNotContain("problem:").contains("3 accounts checked");
    assertThat(findings(fresh)).contains("default-password 6666");
    Cli add = Cli.run("can", "6666", "add_user", fresh);
    assertThat(add.status()).isEqualTo(1);
    assertThat(add.out())
        .contains("NO  vdc_agent_api_access is 0")
        .contains("ok  modify_users is 1");
    Cli dnc = Cli.run("can", "6666", "add_dnc_phone", fresh);
    assertThat(dnc.status()).isEqualTo(1);
    assertThat(dnc.out()).contains("NO  modify_lists is 0").doesNotContain("vdc_agent_api_access");
    assertThat(Cli.run("can", "6666", "sounds_list", fresh).status()).isZero();
  }

  @Test
  void anExportOfPhpMyAdminIsReadWhole() throws IOException {
    String dump = file("sql-phpmyadmin/dump.sql");
    Cli lint = Cli.run("lint", dump, "--build", "190902-0829");
    assertThat(lint.status()).isEqualTo(1);
    assertThat(lint.all()).doesNotContain("problem:").contains("9 accounts checked");
    assertThat(lint.out()).contains("no user groups were given");
    assertThat(findings(dump, "--build", "190902-0829"))
        .contains(
            "default-password 6666",
            "default-password admin",
            "default-password agent001",
            "default-password Ruhul",
            "default-password agent01",
            "drives-any-agent agent001",
            "drives-any-agent 05111");
    assertThat(
            Cli.run("matrix", dump, "--build", "190902-0829", "--format", "jsonl")
                .out()
                .lines()
                .filter(line -> line.contains("\"agent001\"") && line.contains("\"non_agent\"")))
        .isNotEmpty()
        .noneMatch(line -> line.contains("GRANTED"));
    Cli truncated = Cli.run("lint", file("sql-phpmyadmin/truncated.sql"), "--build", "190902-0829");
    assertThat(truncated.status()).isEqualTo(3);
    assertThat(truncated.err()).contains("the dump looks cut off");
  }

  @Test
  void exportsOfAdminerAreThreeAccountsAndOnlyANewBuildMissesColumns() throws IOException {
    String[] files = {
      file("sql-adminer-no-create/users.sql"),
      file("sql-adminer-no-create/groups.sql"),
      file("sql-adminer-no-create/phones.sql")
    };
    Cli old = Cli.run("lint", files[0], files[1], files[2], "--build", "200331-1207");
    assertThat(old.status()).isEqualTo(1);
    assertThat(old.all()).doesNotContain("problem:").contains("3 accounts checked");
    assertThat(findings(files[0], files[1], files[2], "--build", "200331-1207"))
        .containsExactly("default-password 101", "default-password 102", "default-password 120");
    Cli latest = Cli.run("lint", files[0], files[1], files[2]);
    assertThat(latest.status()).isEqualTo(3);
    assertThat(latest.err().split("problem:")).hasSize(2);
    assertThat(latest.err()).contains("this export lacks").contains("download_invalid_files");
  }

  @Test
  void theRecipeOfABlogMakesAnAccountThatNothingWorksWith() throws IOException {
    String script = file("sql-blog-crm-api/crm_api.sql");
    assertThat(findings(script))
        .contains(
            "malformed-function-list crm_api", "missing-group crm_api", "lockout-loop crm_api");
    Cli can = Cli.run("can", "crm_api", "add_lead", script);
    assertThat(can.out())
        .startsWith("No: ")
        .contains("NO  user_level is 1; needed: at least 7")
        .contains("needed: an existing group, since api_list_restrict is 1")
        .contains("NO  vdc_agent_api_access is 0")
        .contains("NO  modify_leads is 0")
        .contains("NO  api_allowed_functions is 'add_lead,update_lead,lead_search'");
    Cli least = Cli.run("recommend", "--functions", "add_lead,update_lead,lead_search");
    assertThat(least.status()).isZero();
    assertThat(least.out())
        .contains("user_level: 8")
        .contains("vdc_agent_api_access: 1")
        .contains("modify_leads: 2")
        .contains("api_only_user: 1");
  }
}
