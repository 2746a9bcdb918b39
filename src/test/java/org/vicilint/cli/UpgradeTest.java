package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;

/** {@code vicilint upgrade}, from the command line. */
class UpgradeTest {
  private static final String OLD = "240703-1657";
  private static final String NEW = "250720-1841";
  private static final String WALLBOARD =
      """
      accounts:
        - user: wallboard
          user_level: 7
          user_group: LOOKUP
          vdc_agent_api_access: 1
          view_reports: 1
          api_allowed_functions: [campaigns_list]
      """;

  @TempDir private Path folder;

  @Test
  void tellsWhatIsLostSinceWhenAndWhatIsMissing() throws IOException {
    Cli run = upgrade(OLD, NEW, WALLBOARD);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("loses campaigns_list")
        .contains("campaigns_list needs level 8 since 240718-0942; wallboard has 7")
        .contains("1 lose 1 call, 0 gain 0 calls");
  }

  @Test
  void jsonTellsTheGateAndTheBuild() throws IOException {
    JsonNode result = json(OLD, NEW, WALLBOARD);
    assertThat(result.get("failed").asBoolean()).isTrue();
    assertThat(result.get("agent_from").asText()).isEqualTo("240429-2220");
    JsonNode lost = result.get("accounts").get(0).get("lost").get(0);
    assertThat(lost.get("function").asText()).isEqualTo("campaigns_list");
    JsonNode gate = lost.get("gates").get(0);
    assertThat(gate.get("name").asText()).isEqualTo("user_level");
    assertThat(gate.get("required_before").asText()).isEqualTo("at least 7");
    assertThat(gate.get("required").asText()).isEqualTo("at least 8");
    assertThat(gate.get("since").asText()).isEqualTo("240718-0942");
  }

  @Test
  void allFunctionsCoversWhatIsNew() throws IOException {
    String everything = WALLBOARD.replace("    api_allowed_functions: [campaigns_list]\n", "");
    JsonNode result = json("240730-1832", NEW, everything);
    assertThat(result.get("failed").asBoolean()).isFalse();
    JsonNode account = result.get("accounts").get(0);
    assertThat(account.get("gained").get(0).get("function").asText()).isEqualTo("user_details");
    assertThat(account.get("gained").get(0).get("before").asText()).isEqualTo("NO_FUNCTION");
    JsonNode bites = result.get("defaults").get(0);
    assertThat(bites.get("default").asText()).isEqualTo("all_functions");
    assertThat(bites.get("functions").get(0).asText()).isEqualTo("user_details");
    assertThat(bites.get("accounts").get(0).asText()).isEqualTo("wallboard");
    Cli run = upgrade("240730-1832", NEW, everything);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("it is new since 240824-1626; ALL_FUNCTIONS grants it");
  }

  @Test
  void grantedNamesBecomeKnown() throws IOException {
    String granted = WALLBOARD.replace("[campaigns_list]", "[user_details, hopper_bulk_insert]");
    JsonNode account = json("240730-1832", NEW, granted).get("accounts").get(0);
    List<String> known = new ArrayList<>();
    account.get("known").forEach(name -> known.add(name.asText()));
    assertThat(known).containsExactly("hopper_bulk_insert", "user_details");
    assertThat(account.get("gained")).hasSize(1);
    assertThat(upgrade("240730-1832", NEW, granted).out())
        .contains("gains user_details (read)")
        .contains("is granted hopper_bulk_insert, which becomes a function, and is refused")
        .contains("user_level is 7, needed: at least 8");
  }

  @Test
  void functionListsThatStartToBeLookedAtBite() throws IOException {
    String loader =
        """
        accounts:
          - user: loader
            user_level: 8
            user_group: LOADER
            vdc_agent_api_access: 1
            modify_leads: 1
            api_allowed_functions: [update_lead]
        """;
    Cli run = upgrade("150428-1720", "150430-0644", loader);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "each needs a grant in api_allowed_functions since 150430-0644; the list of loader does"
                + " not hold it")
        .containsOnlyOnce("needs a grant in api_allowed_functions since 150430-0644")
        .contains("api_allowed_functions is looked at now, and was not before; 1 account");
    JsonNode bites = json("150428-1720", "150430-0644", loader).get("defaults").get(0);
    assertThat(bites.get("default").asText()).isEqualTo("function_lists");
  }

  @Test
  void theLoginCountsToo() throws IOException {
    String old =
        "accounts:\n"
            + "  - {user: low, user_level: 9, active: N, vdc_agent_api_access: 1, modify_leads:"
            + " 1}\n";
    assertThat(upgrade("80801-0047", "130617-2232", old).out())
        .contains("the login of the Non-Agent API needs an active account since 130617-2232");
  }

  @Test
  void withoutAccountsTellsWhatChangedInTheApi() throws IOException {
    Cli run = Cli.run("upgrade", "--from", OLD, "--to", NEW);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("campaigns_list  changed  Non-Agent API, read")
        .contains("level 7 → 8 since 240718-0942")
        .contains("user_details  new  Non-Agent API, read")
        .contains("6 changes");
    JsonNode result = new ObjectMapper().readTree(json("--from", OLD, "--to", NEW).out());
    assertThat(result.get("accounts")).isEmpty();
    assertThat(result.get("functions")).hasSize(6);
    JsonNode changed = result.get("functions").get(1);
    assertThat(changed.get("function").asText()).isEqualTo("campaigns_list");
    assertThat(changed.get("change").asText()).isEqualTo("changed");
    assertThat(changed.get("since").get(0).asText()).isEqualTo("240718-0942");
    assertThat(changed.get("before").get("user_level").asInt()).isEqualTo(7);
    assertThat(changed.get("after").get("user_level").asInt()).isEqualTo(8);
  }

  @Test
  void withoutAccountsTheLoginsAreTold() throws IOException {
    Cli run = Cli.run("upgrade", "--from", "130614-0907", "--to", "130617-2232");
    assertThat(run.out())
        .contains("login of the Non-Agent API  changed")
        .contains("level 0 → 7, also an active account");
    Cli json = json("--from", "130614-0907", "--to", "130617-2232");
    JsonNode login = new ObjectMapper().readTree(json.out()).get("logins").get(0);
    assertThat(login.get("api").asText()).isEqualTo("non_agent");
    assertThat(login.get("after").get("user_level").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "markdown"})
  void pagesAreNotComparedBetweenTwoBuildsAndItSaysWhy(String format) throws IOException {
    String said =
        "administration pages are not compared: they are known for build 250720-1841 only";
    assertThat(upgrade(OLD, NEW, WALLBOARD, "--format", format).out()).contains(said);
    assertThat(upgrade(NEW, NEW, WALLBOARD, "--format", format).out()).doesNotContain(said);
  }

  @Test
  void pagesThatAreNotComparedAreNullAndNotNone() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(upgrade(OLD, NEW, WALLBOARD, "--format", "json").out());
    assertThat(json.get("pages_compared").asBoolean()).isFalse();
    assertThat(json.get("accounts").get(0).get("gained_pages").isNull()).isTrue();
    assertThat(json.get("accounts").get(0).get("lost_pages").isNull()).isTrue();
  }

  @Test
  void toTheSameBuildNothingChanges() throws IOException {
    assertThat(upgrade(NEW, NEW, WALLBOARD).status()).isZero();
    assertThat(upgrade(NEW, NEW, WALLBOARD).out()).contains("nothing changes");
    assertThat(Cli.run("upgrade", "--from", NEW).out()).contains("0 changes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "markdown"})
  void ofTwoBuildsThatAreNotKnownNothingCanBeTold(String format) throws IOException {
    String said = "newer than the newest one known, 250720-1841: what changes between them is not";
    String[] args = {"--from", "301231-0000", "--to", "310101-0000", "--format", format};
    List<Cli> runs =
        List.of(
            upgrade("301231-0000", "310101-0000", WALLBOARD, "--format", format),
            Cli.run(
                Stream.concat(Stream.of("upgrade"), Arrays.stream(args)).toArray(String[]::new)));
    for (Cli run : runs) {
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.out()).contains(said);
      if (format.equals("json")) {
        assertThat(new ObjectMapper().readTree(run.out()).get("complete").asBoolean()).isFalse();
      } else {
        assertThat(run.out()).contains("Incomplete: both builds").contains("nothing that is known");
      }
    }
  }

  @Test
  void toABuildThatIsNotKnownNothingThatIsKnownChanges() throws IOException {
    Cli run = upgrade(NEW, "310101-0000", WALLBOARD);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(": nothing that is known changes")
        .contains("note: build 310101");
    assertThat(Cli.run("upgrade", "--from", NEW, "--to", "310101-0000").out())
        .contains(": nothing that is known changes");
    assertThat(upgrade("310101-0000", "310101-0000", WALLBOARD).status()).isZero();
    Cli agent =
        Cli.run(
            "upgrade", "--from", NEW, "--agent-from", "310101-0000", "--agent-to", "310102-0000");
    assertThat(agent.status()).isEqualTo(3);
    assertThat(agent.out()).contains("both builds of the Agent API");
  }

  @Test
  void theAgentApiMayBeNamedApart() throws IOException {
    Cli run =
        Cli.run(
            "upgrade",
            "--from",
            NEW,
            "--to",
            NEW,
            "--agent-from",
            "200331-1207",
            "--agent-to",
            "250122-1010");
    assertThat(run.out())
        .contains("update_fields  changed  Agent API, write")
        .contains("modify_leads 1 → 1, 2, 3, 4 since 200403-1510");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "markdown"})
  void theFormatNeverChangesTheStatus(String format) throws IOException {
    assertThat(upgrade(OLD, NEW, WALLBOARD, "--format", format).status()).isEqualTo(1);
    String level8 = WALLBOARD.replace("user_level: 7", "user_level: 8");
    assertThat(upgrade(OLD, NEW, level8, "--format", format).status()).isZero();
    String broken = WALLBOARD.replace("user_level", "user_levle");
    assertThat(upgrade(OLD, NEW, broken, "--format", format).status()).isEqualTo(3);
  }

  @Test
  void markdownHoldsTheSame() throws IOException {
    assertThat(upgrade(OLD, NEW, WALLBOARD, "--format", "markdown").out())
        .contains("| Account | What breaks | Why |")
        .contains("level 8 since 240718-0942; wallboard has 7");
    assertThat(Cli.run("upgrade", "--from", "80801-0047", "--format", "markdown").out())
        .contains("| login | Non-Agent API | changed |")
        .hasSizeLessThanOrEqualTo(60_000);
  }

  @Test
  void aCommentIsNeverTooLong() throws IOException {
    StringBuilder accounts = new StringBuilder("accounts:\n");
    for (int i = 0; i < 500; i++) {
      accounts.append("  - {user: u%d, user_level: 9, vdc_agent_api_access: 1}\n".formatted(i));
    }
    Cli run = upgrade("80801-0047", NEW, accounts.toString(), "--format", "markdown");
    assertThat(run.out()).hasSizeLessThanOrEqualTo(60_000).contains("left out: a comment has room");
  }

  @Test
  void hostileNamesStayText() throws IOException {
    String hostile = WALLBOARD.replace("user: wallboard", "user: \"\\e[2J<b>|@all\"");
    for (String format : List.of("text", "json", "markdown")) {
      Cli run = upgrade("130328-0949", NEW, hostile, "--format", format);
      assertThat(run.all()).as(format).doesNotContain("\u001b");
      if (format.equals("markdown")) {
        assertThat(run.out()).doesNotContain("<b>").doesNotContain("@all");
      }
    }
  }

  @Test
  void wrongUsageIsTold() {
    assertThat(Cli.run("upgrade").err()).contains("upgrade needs --from BUILD");
    Cli back = Cli.run("upgrade", "--from", NEW, "--to", OLD);
    assertThat(back.status()).isEqualTo(2);
    assertThat(back.err()).contains("the update goes back").contains("swap the two");
    Cli none = Cli.run("upgrade", "--from", "yesterday");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("--from: 'yesterday' is not a build");
    Cli newer = Cli.run("upgrade", "--from", NEW, "--to", "300101-0000");
    assertThat(newer.out()).contains("note: build 300101-0000 of the Non-Agent API is newer");
  }

  private JsonNode json(String from, String to, String accounts) throws IOException {
    String out = upgrade(from, to, accounts, "--format", "json").out();
    assertThat(out).isASCII();
    return new ObjectMapper().readTree(out);
  }

  private static Cli json(String... options) {
    List<String> args = new ArrayList<>(List.of("upgrade", "--format", "json"));
    args.addAll(List.of(options));
    return Cli.run(args.toArray(String[]::new));
  }

  private Cli upgrade(String from, String to, String accounts, String... options)
      throws IOException {
    Path file = Files.writeString(folder.resolve("accounts.yaml"), accounts);
    List<String> args =
        new ArrayList<>(List.of("upgrade", "--from", from, "--to", to, file.toString()));
    args.addAll(List.of(options));
    return Cli.run(args.toArray(String[]::new));
  }
}
