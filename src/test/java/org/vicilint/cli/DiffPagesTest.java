package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;

/** {@code vicilint diff} of administration pages, and of powers that open nothing yet. */
class DiffPagesTest {
  private static final String PERSON =
      """
      accounts:
        - user: boss
          full_name: Bo Boss
          kind: person
          active: Y
          user_level: 7
          user_group: ADMIN
          view_reports: 1
      """;
  private static final String ADMINISTRATOR =
      PERSON.replace("level: 7", "level: 9") + "    modify_users: 1\n    modify_campaigns: 1\n";
  private static final String LOADER =
      """
      accounts:
        - user: loader
          kind: service
          user_level: 8
          user_group: LOADER
          api_only_user: 1
          vdc_agent_api_access: 1
          api_list_restrict: 1
          modify_leads: 1
          api_allowed_functions: [add_lead]
      groups:
        - user_group: LOADER
          allowed_campaigns: [OUTBND]
          admin_viewable_groups: [LOADER]
          api_ip_list: OFFICE
          admin_ip_list: BACKOFFICE
        - user_group: SALES
          allowed_campaigns: [OUTBND, SALES]
          admin_viewable_groups: [LOADER, SALES]
      """;
  private static final String AGENT =
      """
      accounts:
        - user: "1001"
          kind: person
          user_level: 1
          user_group: AGENTS
      """;

  @TempDir private Path folder;

  @Test
  void aPersonWhoBecomesAdministratorGainsThePagesThatTheMatrixOpens() throws IOException {
    JsonNode account = only(PERSON, ADMINISTRATOR);
    Set<String> gained = opened(ADMINISTRATOR);
    gained.removeAll(opened(PERSON));
    assertThat(names(account.get("gained_pages"))).hasSize(27).isEqualTo(gained);
    assertThat(account.get("lost_pages")).isEmpty();
    JsonNode worst = account.get("gained_pages").get(0);
    assertThat(worst.get("page").asText()).isEqualTo("email_agent_login_link.php");
    assertThat(worst.get("effect").asText()).isEqualTo("hands out logins");
    assertThat(worst.get("effect_class").asText()).isEqualTo("write");
    assertThat(worst.get("severity").asText()).isEqualTo("critical");
    JsonNode more = account.get("wider").get(0);
    assertThat(more.get("reach").asText()).isEqualTo("pages");
    assertThat(more.get("before").asText()).isEqualTo("admin.php reads reports");
    assertThat(more.get("after").asText()).isEqualTo("admin.php administers the system");
    assertThat(more.get("severity").asText()).isEqualTo("high");
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "read", "write", "control", "delete"})
  void gainedPagesFailTheRunByTheirEffect(String effect) throws IOException {
    assertThat(diff(PERSON, ADMINISTRATOR, "--fail-on-gain", effect).status()).isEqualTo(1);
    assertThat(diff(ADMINISTRATOR, PERSON, "--fail-on-gain", effect).status()).isZero();
  }

  @Test
  void pagesThatOnlyReadFailNoOtherLimit() throws IOException {
    String more = AGENT + "    qc_enabled: 1\n";
    String reads = more.replace("level: 1", "level: 2");
    JsonNode account = only(AGENT, reads);
    assertThat(account.get("gained_pages").findValuesAsText("page")).contains("admin.php");
    assertThat(diff(AGENT, reads, "--fail-on-gain", "read").status()).isEqualTo(1);
    assertThat(diff(AGENT, reads, "--fail-on-gain", "delete").status()).isZero();
  }

  @Test
  void theTextFoldsPagesByEffectAndNamesTheWorst() throws IOException {
    Cli run = diff(LOADER, LOADER.replace("api_only", "view_reports: 1\n    api_only"));
    assertThat(run.out())
        .contains("high      opens 3 admin pages: runs system tasks (admin_launch_trigger.php)")
        .contains("low       opens 88 admin pages: reads recordings (user_stats.php), monitors")
        .contains("by   view_reports: 0 → 1")
        .contains("94 gains (3 high, 3 medium, 88 low), 0 losses; pages +94 −0")
        .doesNotContain("AST_AMD_log_report.php");
    assertThat(run.out().lines()).hasSizeLessThan(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "markdown"})
  void everyFormatTellsOfPages(String format) throws IOException {
    Cli run = diff(PERSON, ADMINISTRATOR, "--format", format);
    assertThat(run.out().replace("&#95;", "_"))
        .contains("email_agent_login_link.php", "hands out logins", "critical");
    Cli back = diff(ADMINISTRATOR, PERSON, "--format", format);
    assertThat(back.out().replace("&#95;", "_")).contains("email_agent_login_link.php");
  }

  @Test
  void aNewAccountShowsItsPagesAndOneThatIsGoneItsLosses() throws IOException {
    String both = AGENT + ADMINISTRATOR.substring(ADMINISTRATOR.indexOf("  - user"));
    JsonNode added = only(AGENT, both);
    assertThat(added.get("status").asText()).isEqualTo("new");
    assertThat(names(added.get("gained_pages"))).isEqualTo(opened(ADMINISTRATOR));
    JsonNode gone = only(both, AGENT);
    assertThat(gone.get("status").asText()).isEqualTo("gone");
    assertThat(names(gone.get("lost_pages"))).isEqualTo(opened(ADMINISTRATOR));
    assertThat(gone.get("lost_pages").get(0).get("severity").isNull()).isTrue();
    assertThat(diff(AGENT, both, "--fail-on-gain", "delete").status()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "active: Y    | active: N                  | active: N → Y",
        "active: Y    | pass: 'Full.stop!'         | pass: (not shown) → ",
        "user_level: 7| user_level: 1              | user_level: 1 → 7",
        "view_reports: 1 | view_reports: 0         | view_reports: 0 → 1",
      })
  void whateverOpensTheLoginOpensThePages(String after, String before, String why)
      throws IOException {
    String earlier =
        PERSON.replace(after, before.startsWith("pass") ? after + "\n    " + before : before);
    String later = before.startsWith("pass") ? PERSON + "    pass: Plain1\n" : PERSON;
    Cli run = diff(earlier, later, "--fail-on-gain", "any");
    assertThat(run.status()).as(run.all()).isEqualTo(1);
    assertThat(run.out()).contains("by   " + why.strip()).doesNotContain("Full.stop", "Plain1");
    assertThat(only(earlier, later).get("gained_pages")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user_level: 1 | user_level: 5 | user_level | medium",
        "user_level: 1 | user_level: 1\\n    modify_users: 1 | modify_users | medium",
        "user_level: 1 | user_level: 1\\n    ignore_ip_list: 1 | ignore_ip_list | low",
        "user_level: 1 | user_level: 1\\n    modify_carriers: 1 | modify_carriers | low",
        "user_level: 1 | user_level: 1\\n    modify_leads: 1 | modify_leads | medium",
        "user_level: 1 | user_level: 9\\n    active: N | user_level | medium",
      })
  void aPowerThatOpensNothingYetIsAGain(String before, String after, String column, String severity)
      throws IOException {
    String later = AGENT.replace(before, after.replace("\\n", "\n"));
    JsonNode power = last(only(AGENT, later).get("wider"));
    assertThat(power.get("reach").asText()).isEqualTo("powers");
    assertThat(power.get("changes").get(0).get("name").asText()).isEqualTo(column);
    assertThat(power.get("severity").asText()).isEqualTo(severity);
    Cli run = diff(AGENT, later, "--fail-on-gain", "any");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("is given " + column + "; no known call or page opens by it now");
    assertThat(last(only(later, AGENT).get("narrower")).get("reach").asText()).isEqualTo("powers");
  }

  @Test
  void aPowerOverAccountsThatWaitsCountsAsWriting() throws IOException {
    String off = AGENT.replace("user_level: 1", "user_level: 8\n    active: N");
    String on = off + "    modify_users: 1\n";
    assertThat(diff(off, on, "--fail-on-gain", "write").status()).isEqualTo(1);
  }

  @Test
  void aListThatGrantsMoreAndAnOpenedBoxAreGainsWhereNothingOpens() throws IOException {
    String boxed = AGENT + "    active: N\n    api_only_user: 1\n    api_allowed_functions: []\n";
    String granted = boxed.replace("functions: []", "functions: [add_lead]");
    assertThat(last(only(boxed, granted).get("wider")).get("before").asText())
        .isEqualTo("api_allowed_functions");
    String open = boxed.replace("api_only_user: 1", "api_only_user: 0");
    assertThat(last(only(boxed, open).get("wider")).get("after").asText())
        .isEqualTo("api_only_user 0");
    assertThat(only(granted, boxed).get("wider")).isEmpty();
  }

  @Test
  void anInactiveAdministratorThatIsNewIsNotNothing() throws IOException {
    String both =
        AGENT + "  - user: spare\n    user_level: 9\n    active: N\n    modify_users: 1\n";
    assertThat(only(AGENT, both).get("wider").get(0).get("reach").asText()).isEqualTo("powers");
    assertThat(diff(AGENT, both, "--fail-on-gain", "any").status()).isEqualTo(1);
    String agents = AGENT + "  - user: \"1002\"\n    user_level: 1\n    user_group: AGENTS\n";
    assertThat(diff(AGENT, agents, "--fail-on-gain", "any").status()).isZero();
    assertThat(diff(AGENT, agents).out()).contains("new, opens no known call or page");
  }

  @Test
  void aGroupThatShowsMoreOrIsLetInFromMorePlacesIsAGain() throws IOException {
    String moved =
        LOADER.replace("    user_group: LOADER\n    api", "    user_group: SALES\n    api");
    assertThat(reach(only(LOADER, moved).get("wider")))
        .containsExactly("accounts", "lists", "addresses", "addresses");
    assertThat(only(LOADER, moved).get("narrower")).isEmpty();
    String anywhere = LOADER.replace("    admin_ip_list: BACKOFFICE\n", "");
    assertThat(reach(only(LOADER, anywhere).get("wider"))).containsExactly("addresses");
    assertThat(diff(LOADER, anywhere).out())
        .contains("the IP list BACKOFFICE → any address")
        .contains("by   admin_ip_list of its group LOADER");
  }

  @Test
  void anAgentWhoseGroupHasMoreCampaignsGainsThem() throws IOException {
    String before = AGENT + "groups:\n  - user_group: AGENTS\n    allowed_campaigns: [A]\n";
    JsonNode account = only(before, before.replace("[A]", "[A, B]"));
    assertThat(account.get("wider").get(0).get("after").asText()).isEqualTo("lists of A, B");
    assertThat(diff(before, before.replace("[A]", "[A, B]")).out())
        .contains("reaches more lists that it sees: lists of A → lists of A, B")
        .contains("by   allowed_campaigns of its group AGENTS");
  }

  @Test
  void aServerThatNoLongerLooksAtIpListsIsAGain() throws IOException {
    Path before = Files.createDirectory(folder.resolve("a"));
    Path after = Files.createDirectory(folder.resolve("b"));
    for (Path side : List.of(before, after)) {
      Files.writeString(side.resolve("accounts.yaml"), LOADER);
      Files.writeString(
          side.resolve("settings.tsv"),
          "vdc_agent_api_active\tallow_ip_lists\n1\t" + (side == before ? "1" : "0") + "\n");
    }
    Cli run = Cli.run("diff", before.toString(), after.toString(), "--fail-on-gain", "any");
    assertThat(run.status()).as(run.all()).isEqualTo(1);
    assertThat(run.out())
        .contains("the IP list OFFICE → any address")
        .contains("by   allow_ip_lists of the system settings");
  }

  @Test
  void onAnotherBuildThePagesAreLikely() throws IOException {
    JsonNode json = json(PERSON, ADMINISTRATOR, "--build", "240703-1657");
    assertThat(json.get("pages_build").asText()).isEqualTo("250720-1841");
    assertThat(json.get("pages_confidence").asText()).isEqualTo("likely");
    assertThat(json.get("notes").toString()).contains("on build 240703-1657 they are likely");
    JsonNode certain = json(PERSON, ADMINISTRATOR);
    assertThat(certain.get("pages_confidence").asText()).isEqualTo("certain");
    assertThat(certain.get("counts").get("gained_pages").asInt()).isEqualTo(27);
    assertThat(certain.get("counts").get("lost_pages").asInt()).isZero();
    assertThat(certain.get("gains").get("critical").asInt()).isEqualTo(3);
  }

  @Test
  void whatStaysRefusedNamesTheCheckThatNoLongerBlocksIt() throws IOException {
    String less = LOADER.replace("user_level: 8", "user_level: 7");
    String after = less.replace("modify_leads: 1", "modify_leads: 1\n    modify_users: 1");
    assertThat(words(diff(less, after).out()))
        .contains(
            "still refused: add_user, agent_campaigns, copy_user, update_user (modify_users no"
                + " longer blocks them; another check does)");
    assertThat(words(diff(after, less).out()))
        .contains(
            "still refused: add_user, agent_campaigns, copy_user, update_user (modify_users now"
                + " blocks them too)");
  }

  @Test
  void theChainOfACveIsAGainThatNoLimitPasses() throws IOException {
    String cases = "src/test/resources/cases/cve-2024-8504-chain/";
    String[] args = {"diff", cases + "before.tsv", cases + "after.tsv", "--fail-on-gain", "any"};
    Cli run = Cli.run(args);
    assertThat(run.out())
        .contains("failed: 1 account has gains (any gain fails this run)")
        .containsPattern("opens \\d+ admin pages: ");
    assertThat(run.status()).as("columns are missing, which wins over the gains").isEqualTo(3);
    assertThat(Cli.run("can", "6666", "page:admin.php", cases + "before.tsv").status()).isZero();
    assertThat(Cli.run("can", "leads_api", "page:admin.php", cases + "before.tsv").status())
        .isEqualTo(1);
  }

  @Test
  void aColumnOfPagesThatAnExportLacksMakesTheRunIncomplete() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/test/resources/exports/vicidial_users.tsv"));
    List<String> names = List.of(lines.get(0).split("\t"));
    int column = names.indexOf("qc_enabled");
    Path lacking = folder.resolve("users.tsv");
    List<String> less = new ArrayList<>();
    for (String line : lines) {
      List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
      cells.remove(column);
      less.add(String.join("\t", cells));
    }
    Files.write(lacking, less);
    Cli run = Cli.run("diff", lacking.toString(), lacking.toString());
    assertThat(run.status()).as(run.all()).isEqualTo(3);
    assertThat(run.err()).containsOnlyOnce("this export lacks qc_enabled");
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static List<String> reach(JsonNode changes) {
    return changes.findValuesAsText("reach");
  }

  private static JsonNode last(JsonNode changes) {
    assertThat(changes).isNotEmpty();
    return changes.get(changes.size() - 1);
  }

  private static Set<String> names(JsonNode pages) {
    return new TreeSet<>(pages.findValuesAsText("page"));
  }

  /** The pages that {@code matrix --pages} opens. */
  private static Set<String> opened(String estate) throws IOException {
    Set<String> opened = new TreeSet<>();
    String out = Cli.runWith(estate, "matrix", "-", "--pages", "--format", "jsonl").out();
    for (String line : out.lines().toList()) {
      JsonNode decision = new ObjectMapper().readTree(line);
      if (decision.get("decision").asText().equals("OPEN")) {
        opened.add(decision.get("page").asText());
      }
    }
    return opened;
  }

  private JsonNode only(String before, String after) throws IOException {
    JsonNode accounts = json(before, after).get("accounts");
    assertThat(accounts).hasSize(1);
    return accounts.get(0);
  }

  private JsonNode json(String before, String after, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("--format", "json"));
    all.addAll(List.of(options));
    return new ObjectMapper().readTree(diff(before, after, all.toArray(String[]::new)).out());
  }

  private Cli diff(String before, String after, String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("diff"));
    args.add(Files.writeString(folder.resolve("before.yaml"), before).toString());
    args.add(Files.writeString(folder.resolve("after.yaml"), after).toString());
    args.addAll(List.of(options));
    return Cli.run(args.toArray(String[]::new));
  }
}
