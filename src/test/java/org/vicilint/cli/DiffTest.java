package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.vicilint.model.Flag;
import org.vicilint.testkit.Cli;

/** {@code vicilint diff} of two paths, from the command line. */
class DiffTest {
  private static final String EXPORTS = "src/test/resources/exports/";
  private static final String LOADER =
      """
      accounts:
        - user: loader
          full_name: Nightly loader
          kind: service
          functions: [add_lead]
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
        - user_group: SALES
          allowed_campaigns: [OUTBND, SALES]
      """;

  @TempDir private Path folder;

  @Test
  void tellsWhatIsGainedAndByWhichValues() throws IOException {
    Cli run =
        diff(
            LOADER,
            LOADER.replace(
                "    api_allowed_functions: [add_lead]",
                "    api_allowed_functions: [add_lead, update_user]\n    modify_users: 1"));
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            """
              critical  gains update_user (write)
                        by   api_allowed_functions: does not grant it → grants it
                        by   modify_users: 0 → 1
            """)
        .contains(
            "1 changed; 5 gains (3 critical, 1 high, 1 low), 0 losses; calls +1 −0, pages +4 −0");
  }

  @Test
  void tellsWhatIsLost() throws IOException {
    JsonNode account = only(LOADER, LOADER.replace("    modify_leads: 1", "    modify_leads: 0"));
    JsonNode lost = account.get("lost").get(0);
    assertThat(account.get("gained")).isEmpty();
    assertThat(lost.get("function").asText()).isEqualTo("add_lead");
    assertThat(lost.get("before").asText()).isEqualTo("GRANTED");
    assertThat(lost.get("after").asText()).isEqualTo("PERMISSION");
    assertThat(lost.get("severity").isNull()).isTrue();
    JsonNode gate = lost.get("gates").get(0);
    assertThat(gate.get("gate").asText()).isEqualTo("level_and_flags");
    assertThat(gate.get("name").asText()).isEqualTo("modify_leads");
    assertThat(gate.get("opened").asBoolean()).isFalse();
    assertThat(gate.get("before").asText()).isEqualTo("1");
    assertThat(gate.get("after").asText()).isEqualTo("0");
    assertThat(gate.get("line").asInt()).isEqualTo(11);
  }

  @Test
  void operationsCountByTheirOwnEffect() throws IOException {
    String before =
        LOADER.replace("[add_lead]", "[update_list]").replace("modify_leads", "modify_lists");
    JsonNode account =
        only(
            before,
            before.replace("    modify_lists: 1", "    modify_lists: 1\n    delete_lists: 1"));
    JsonNode gained = account.get("gained");
    assertThat(gained).hasSize(1);
    assertThat(gained.get(0).get("function").asText()).isEqualTo("update_list");
    assertThat(gained.get(0).get("operation").asText()).isEqualTo("delete_list=Y");
    assertThat(gained.get(0).get("effect").asText()).isEqualTo("delete");
    assertThat(gained.get(0).get("severity").asText()).isEqualTo("high");
  }

  @Test
  void gatesThatMoveAreToldThoughTheDecisionIsTheSame() throws IOException {
    String before = LOADER.replace("user_level: 8", "user_level: 6");
    JsonNode account = only(before, LOADER.replace("user_level: 8", "user_level: 7"));
    assertThat(account.get("gained")).isEmpty();
    JsonNode moved = null;
    for (JsonNode call : account.get("moved")) {
      if (call.get("function").asText().equals("add_lead")) {
        moved = call;
      }
    }
    assertThat(moved).isNotNull();
    assertThat(moved.get("before").asText()).isEqualTo("LOGIN");
    assertThat(moved.get("after").asText()).isEqualTo("PERMISSION");
    assertThat(moved.get("gates")).hasSize(1);
    assertThat(moved.get("gates").get(0).get("gate").asText()).isEqualTo("login");
  }

  @Test
  void leavingTheListsOfTheGroupIsAGainOfReach() throws IOException {
    JsonNode account =
        only(LOADER, LOADER.replace("    api_list_restrict: 1", "    api_list_restrict: 0"));
    JsonNode wider = account.get("wider").get(0);
    assertThat(wider.get("reach").asText()).isEqualTo("lists");
    assertThat(wider.get("functions").get(0).asText()).isEqualTo("add_lead");
    assertThat(wider.get("before").asText()).isEqualTo("lists of OUTBND");
    assertThat(wider.get("after").asText()).isEqualTo("every list");
    assertThat(wider.get("severity").asText()).isEqualTo("medium");
    assertThat(account.get("narrower")).isEmpty();
  }

  @Test
  void campaignsOfTheGroupAreReachToo() throws IOException {
    String after = LOADER.replaceFirst("\\[OUTBND]", "[INBND]");
    JsonNode account = only(LOADER, after);
    assertThat(account.get("wider").get(0).get("after").asText()).isEqualTo("lists of INBND");
    assertThat(account.get("narrower").get(0).get("after").asText()).isEqualTo("lists of INBND");
    assertThat(diff(LOADER, after).out()).contains("by   allowed_campaigns of its group LOADER");
    JsonNode moved =
        only(LOADER, LOADER.replace("user_group: LOADER\n    api", "user_group: SALES\n    api"));
    assertThat(moved.get("wider").get(0).get("after").asText()).isEqualTo("lists of OUTBND, SALES");
    assertThat(moved.get("narrower")).isEmpty();
  }

  @Test
  void groupsAreShownAsWritten() throws IOException {
    String before =
        LOADER
            .replace("[add_lead]", "[update_user]")
            .replace("modify_leads", "modify_users")
            .replace(
                "- user_group: LOADER",
                "- user_group: LOADER\n    admin_viewable_groups: [LOADER, Sales]");
    String after = before.replace("user_level: 8", "user_level: 9").replace(", Sales]", "]");
    JsonNode account = only(before, after);
    assertThat(account.get("wider").get(0).get("before").asText())
        .isEqualTo("levels up to 8 of the groups ---ALL---, LOADER, Sales");
    assertThat(account.get("wider").get(0).get("after").asText())
        .isEqualTo("levels up to 9 of the groups ---ALL---, LOADER");
  }

  @Test
  void whereNoGroupsAreKnownTheGroupIsShownAsWrittenAndItsCaseIsNoDifference() throws IOException {
    String before = LOADER.substring(0, LOADER.indexOf("groups:"));
    String otherCase = before.replace("user_group: LOADER", "user_group: loader");
    assertThat(diff(before, otherCase).out()).contains("no access differs");
    assertThat(diff(before, before.replace("user_group: LOADER", "user_group: Sales")).out())
        .contains("lists of (those of LOADER) → lists of (those of Sales)")
        .contains("the IP list of group LOADER → the IP list of group Sales");
  }

  @Test
  void aHigherLevelReachesMoreAccounts() throws IOException {
    String before =
        LOADER.replace("[add_lead]", "[update_user]").replace("modify_leads", "modify_users");
    JsonNode account = only(before, before.replace("user_level: 8", "user_level: 9"));
    JsonNode wider = account.get("wider").get(0);
    assertThat(wider.get("reach").asText()).isEqualTo("accounts");
    assertThat(wider.get("before").asText()).isEqualTo("levels up to 8 of every group");
    assertThat(wider.get("after").asText()).isEqualTo("levels up to 9 of every group");
    assertThat(wider.get("severity").asText()).isEqualTo("critical");
  }

  @Test
  void screensAndAddressesAreReachToo() throws IOException {
    String after =
        LOADER.replace(
            "    api_only_user: 1",
            "    api_only_user: 0\n    modify_carriers: 1\n    ignore_ip_list: 1");
    String office = "    allowed_campaigns: [OUTBND]\n    api_ip_list: OFFICE\n  - user_group: S";
    String group = "    allowed_campaigns: [OUTBND]\n  - user_group: S";
    JsonNode account = only(LOADER.replace(group, office), after.replace(group, office));
    List<String> reach = new ArrayList<>();
    account.get("wider").forEach(w -> reach.add(w.get("reach").asText()));
    assertThat(reach).containsExactly("screens", "screens", "addresses");
    assertThat(account.get("gained")).isEmpty();
  }

  @Test
  void whatAltersNothingIsNotShown() throws IOException {
    String after =
        LOADER
            .replace("Nightly loader", "Loader of the night")
            .replace("[add_lead]\ngroups", "\" add_lead\u0020\u0020add_lead \"\ngroups")
            .replace("modify_leads: 1", "modify_leads: 4")
            .replace("accounts:\n", "accounts:\n  # a comment\n");
    Cli run = diff(LOADER.replace("modify_leads: 1", "modify_leads: 2"), after);
    assertThat(run.out()).startsWith("1 account before, 1 after").contains("no access differs");
    assertThat(run.status()).isZero();
  }

  @Test
  void whatStandsBehindAnAccountCounts() throws IOException {
    JsonNode account = only(LOADER, LOADER.replace("kind: service", "kind: person"));
    assertThat(account.get("kind_before").asText()).isEqualTo("service");
    assertThat(account.get("kind").asText()).isEqualTo("person");
    assertThat(diff(LOADER, LOADER.replace("kind: service", "kind: person")).out())
        .contains("kind: service → person");
  }

  @Test
  void accountsThatAreNewAndGone() throws IOException {
    String after =
        LOADER.replace("user: loader", "user: other").replace("Nightly loader", "Another one");
    JsonNode accounts = json(LOADER, after).get("accounts");
    assertThat(accounts).hasSize(2);
    assertThat(accounts.get(0).get("user").asText()).isEqualTo("loader");
    assertThat(accounts.get(0).get("status").asText()).isEqualTo("gone");
    assertThat(accounts.get(0).get("lost").get(0).get("function").asText()).isEqualTo("add_lead");
    assertThat(accounts.get(0).get("lost").get(0).get("after").isNull()).isTrue();
    assertThat(accounts.get(1).get("status").asText()).isEqualTo("new");
    assertThat(accounts.get(1).get("gained").get(0).get("function").asText()).isEqualTo("add_lead");
  }

  @Test
  void anAccountUnderAnotherLoginIsLikelyRenamed() throws IOException {
    String after = LOADER.replace("user: loader", "user: night-loader");
    JsonNode account = only(LOADER, after);
    assertThat(account.get("status").asText()).isEqualTo("renamed");
    assertThat(account.get("renamed_from").asText()).isEqualTo("loader");
    assertThat(account.get("gained")).isEmpty();
    assertThat(diff(LOADER, after).out()).contains("likely renamed from loader");
  }

  @Test
  void aLoginThatTheApiCannotTakeIsALossOfTheRenamedAccount() throws IOException {
    JsonNode account = only(LOADER, LOADER.replace("user: loader", "user: night.loader"));
    assertThat(account.get("status").asText()).isEqualTo("renamed");
    assertThat(account.get("lost").get(0).get("gates").get(0).get("name").asText())
        .isEqualTo("user");
  }

  @Test
  void twoThatCouldBeTheRenamedOneAreNotGuessed() throws IOException {
    String account = LOADER.substring(LOADER.indexOf("  - user"), LOADER.indexOf("groups:"));
    String after =
        LOADER
            .replace("user: loader", "user: one")
            .replace("groups:", account.replace("user: loader", "user: two") + "groups:");
    JsonNode accounts = json(LOADER, after).get("accounts");
    assertThat(accounts).hasSize(3).noneMatch(a -> a.get("status").asText().equals("renamed"));
  }

  @Test
  void accountsThatSayNothingOfThemselvesAreNotGuessed() throws IOException {
    JsonNode accounts =
        json("accounts:\n  - user: 1001\n", "accounts:\n  - user: 1002\n").get("accounts");
    assertThat(accounts).hasSize(2).noneMatch(a -> a.get("status").asText().equals("renamed"));
  }

  @Test
  void anExportAndADefinitionOfTheSameAccountsDoNotDiffer() {
    Cli run = Cli.run("diff", EXPORTS + "vicidial_users.tsv", EXPORTS + "vicidial_users.csv");
    assertThat(run.out()).contains("no access differs");
    assertThat(run.status()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "none, 0",
    "any, 1",
    "write, 1",
    "'delete,write', 1",
    "read, 0",
    "'control,delete', 0"
  })
  void gainsOfAnEffectFailTheRun(String effects, int status) throws IOException {
    Cli run =
        diff(
            LOADER,
            LOADER.replace(
                "api_allowed_functions: [add_lead]",
                "api_allowed_functions: [add_lead, batch_update_lead]"),
            "--fail-on-gain",
            effects);
    assertThat(run.status()).as(run.all()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "markdown"})
  void theFormatNeverChangesTheStatus(String format) throws IOException {
    String after = LOADER.replace("[add_lead]\ngroups", "[add_lead, update_lead]\ngroups");
    assertThat(diff(LOADER, after, "--fail-on-gain", "write", "--format", format).status())
        .isEqualTo(1);
    assertThat(diff(after, LOADER, "--fail-on-gain", "write", "--format", format).status())
        .isZero();
  }

  @Test
  void widerReachCountsWithTheEffectOfItsFunctions() throws IOException {
    String after = LOADER.replace("    api_list_restrict: 1", "    api_list_restrict: 0");
    assertThat(diff(LOADER, after, "--fail-on-gain", "write").status()).isEqualTo(1);
    assertThat(diff(LOADER, after, "--fail-on-gain", "delete").status()).isZero();
  }

  @Test
  void anythingUnreadableOnEitherSideIsIncomplete() throws IOException {
    String broken = LOADER.replace("modify_leads", "modify_lead");
    for (Cli run : List.of(diff(LOADER, broken), diff(broken, LOADER))) {
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.err()).contains("did you mean modify_leads?");
      assertThat(run.out()).contains("Incomplete: 1 problem");
    }
    assertThat(Cli.run("diff", "no-such-folder", "examples/callcenter").status()).isEqualTo(3);
  }

  @Test
  void whatIsIncompleteHasNotPassed() throws IOException {
    String broken = LOADER.replace("modify_leads", "modify_lead");
    assertThat(diff(LOADER, broken, "--fail-on-gain", "any").out())
        .doesNotContain("passed")
        .contains("not judged for gains: not everything could be read (any gain fails this run)");
    assertThat(diff(LOADER, LOADER, "--fail-on-gain", "any").out())
        .contains("passed: no gains (any gain fails this run)");
    assertThat(diff(LOADER, LOADER, "--fail-on-gain", "write,delete").out())
        .contains("passed: no gains of write, delete (each fails this run)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown"})
  void whatTwoGatesAskForIsOneReason(String format) throws IOException {
    Cli run = diff(LOADER.replace("user_level: 8", "user_level: 6"), LOADER, "--format", format);
    assertThat(run.out().replace("&#95;", "_"))
        .contains("gains add_lead")
        .containsAnyOf("by   user_level: 6 → 8\n", "| user_level: 6 → 8 |")
        .doesNotContain("6 → 8\n            by   user_level: 6 → 8\n")
        .doesNotContain("6 → 8<br>");
  }

  @Test
  void wrongUsageIsTold() throws IOException {
    assertThat(Cli.run("diff", "examples/callcenter").status()).isEqualTo(2);
    assertThat(Cli.run("diff", "examples/callcenter").err()).contains("BEFORE and AFTER");
    assertThat(Cli.run("diff", "-", "-").status()).isEqualTo(2);
    Cli run = diff(LOADER, LOADER, "--fail-on-gain", "delet");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean 'delete'?");
    assertThat(diff(LOADER, LOADER, "--fail-on-gain", "none,write").status()).isEqualTo(2);
  }

  @Test
  void oneSideMayComeFromStandardInput() throws IOException {
    Path before = write("before", LOADER);
    Cli run =
        Cli.runWith(
            LOADER.replace("modify_leads: 1", "modify_leads: 0"), "diff", before.toString(), "-");
    assertThat(run.out()).contains("loses add_lead");
  }

  @Test
  void hostileNamesStayText() throws IOException {
    String hostile = LOADER.replace("user: loader", "user: \"\\e[2J<b>|@all\"");
    Path before = write("before", LOADER.replace("Nightly loader", "x"));
    Path after = write("after", hostile);
    for (String format : List.of("text", "json", "markdown")) {
      Cli run = Cli.run("diff", before.toString(), after.toString(), "--format", format);
      assertThat(run.all()).as(format).doesNotContain("\u001b");
      if (format.equals("markdown")) {
        assertThat(run.out()).doesNotContain("<b>").doesNotContain("@all");
      }
    }
  }

  @Test
  void aCommentIsNeverTooLong() throws IOException {
    StringBuilder before = new StringBuilder("accounts:\n");
    StringBuilder after = new StringBuilder("accounts:\n");
    for (int i = 0; i < 800; i++) {
      before.append("  - {user: u%d, user_level: 1}\n".formatted(i));
      after.append("  - {user: u%d, user_level: 9, modify_users: 1}\n".formatted(i));
    }
    Cli run = diff(before.toString(), after.toString(), "--format", "markdown");
    assertThat(run.out().length()).isLessThanOrEqualTo(60_000);
    assertThat(run.out()).contains("left out: a comment has room for 60000 characters.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown"})
  void aLongListOfCallsIsShownWhole(String format) throws IOException {
    StringBuilder flags = new StringBuilder();
    for (Flag flag : Flag.values()) {
      flags.append(flag.opens() ? ", " + flag.column() + ": 1" : "");
    }
    String after = "accounts:\n  - {user: u, user_level: 9, modify_leads: 1%s}\n".formatted(flags);
    String before = after.replace("user_level: 9", "user_level: 9, active: N");
    String out = diff(after, before, "--format", format).out().replace("&#95;", "_");
    assertThat(out).doesNotContain(" characters)").doesNotContain("…");
    JsonNode lost = only(after, before).get("lost");
    assertThat(lost.findValuesAsText("function").toString()).hasSizeGreaterThan(1100);
    List<String> words = List.of(out.split("[\\s,|:&]+"));
    for (JsonNode call : lost) {
      assertThat(words).contains(call.get("function").asText());
    }
  }

  @Test
  void theOrderOfFilesChangesNothing() throws IOException {
    Path before = Files.createDirectory(folder.resolve("a"));
    Path after = Files.createDirectory(folder.resolve("b"));
    String one = "accounts:\n  - {user: one, user_level: 8, full_name: One}\n";
    String two = "accounts:\n  - {user: two, user_level: 9, full_name: Two}\n";
    Files.writeString(before.resolve("1.yaml"), one);
    Files.writeString(before.resolve("2.yaml"), two);
    Files.writeString(after.resolve("1.yaml"), two);
    Files.writeString(after.resolve("2.yaml"), one);
    assertThat(Cli.run("diff", before.toString(), after.toString()).out())
        .contains("no access differs");
  }

  @Test
  void eachSideMayHaveItsOwnProfile() throws IOException {
    Path before = Files.createDirectory(folder.resolve("a"));
    Path after = Files.createDirectory(folder.resolve("b"));
    for (Path side : List.of(before, after)) {
      Files.writeString(side.resolve("accounts.yaml"), LOADER);
      Files.writeString(side.resolve("vicilint.yaml"), "name: mine\nbuild: 240703-1657\n");
    }
    Cli run = Cli.run("diff", before.toString(), after.toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("on build 240703-1657");
  }

  private JsonNode only(String before, String after) throws IOException {
    JsonNode accounts = json(before, after).get("accounts");
    assertThat(accounts).hasSize(1);
    return accounts.get(0);
  }

  private JsonNode json(String before, String after) throws IOException {
    String out = diff(before, after, "--format", "json").out();
    assertThat(out).isASCII();
    return new ObjectMapper().readTree(out);
  }

  private Cli diff(String before, String after, String... options) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of("diff", write("before", before).toString(), write("after", after).toString()));
    args.addAll(List.of(options));
    return Cli.run(args.toArray(String[]::new));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  @Test
  void aProblemThatBothSidesHaveIsToldOnce(@TempDir Path broken) throws IOException {
    Path file =
        Files.writeString(broken.resolve("a.yaml"), "accounts:\n  - user: a\n    levle: 9\n");
    Cli run = Cli.run("diff", file.toString(), file.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).containsOnlyOnce("a.yaml:3:5: problem: ");
  }
}
