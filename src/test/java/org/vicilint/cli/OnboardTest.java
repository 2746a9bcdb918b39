package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** {@code vicilint onboard}: whether an integration can start. */
class OnboardTest {
  private static final String LOADER =
      """
      accounts:
        - user: loader
          user_level: 8
          user_group: LOAD
          api_only_user: 1
          vdc_agent_api_access: 1
          api_list_restrict: 1
          api_allowed_functions: [add_lead]
          modify_leads: 2
      groups:
        - user_group: LOAD
          allowed_campaigns: [OUTBND]
      """;

  @TempDir private Path folder;

  @Test
  void anAccountThatIsTheLeastIsReady() throws IOException {
    Cli run = onboard(LOADER, manifest("functions: [add_lead]"));
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out()).startsWith("Ready to start: test").doesNotContain("NO  ");
  }

  @Test
  void aNewAccountIsReadyWithItsDefinition() throws IOException {
    Path definition = folder.resolve("new.yaml");
    String manifest =
        write("m.yaml", manifest("user_group: LOAD\nfunctions: [add_lead, lead_search]"));
    String others = write("others.yaml", "accounts:\n  - user: other\n");
    Cli run = Cli.run("onboard", manifest, others, "--definition", definition.toString());
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out()).contains("there is no account loader yet");
    for (String function : List.of("add_lead", "lead_search")) {
      assertThat(Cli.run("can", "loader", function, definition.toString()).status()).isZero();
    }
    assertThat(Cli.run("can", "loader", "update_lead", definition.toString()).status())
        .isEqualTo(1);
    // With its definition it is an account like any other, and ready still.
    assertThat(Cli.run("onboard", manifest, definition.toString()).status()).isZero();
    Cli again = Cli.run("onboard", manifest, others, "--definition", definition.toString());
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("it is there already");
  }

  @Test
  void aNewAccountNeedsALoginThatTheServerKeeps() throws IOException {
    for (String login : List.of("'hr&pass=Hush1'", "hr sync", "hr.sync")) {
      String text = "name: HR\naccount: " + login + "\nfunctions: [add_lead]\n";
      Cli run = Cli.run("onboard", write("hr.yaml", text));
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.err()).contains("hr.yaml:2:10: problem: ", "is no login");
      assertThat(run.all()).doesNotContain("Hush1", "Ready to start");
    }
  }

  @Test
  void whatIsMissingIsToldGateByGateWithTheChange() throws IOException {
    JsonNode run = json(LOADER, manifest("functions: [add_lead, add_list]"));
    JsonNode call = run.at("/integrations/0/builds/0/calls/1");
    assertThat(call.get("function").asText()).isEqualTo("add_list");
    assertThat(call.get("decision").asText()).isEqualTo("NOT_ALLOWED_FUNCTION");
    assertThat(call.get("gate").asText()).isEqualTo("allowed_function");
    assertThat(call.get("changes")).isNotEmpty();
    assertThat(run.get("ready").asBoolean()).isFalse();
  }

  @Test
  void aFunctionThatOneOfTheBuildsDoesNotHaveIsTold() throws IOException {
    JsonNode run =
        json(LOADER, manifest("functions: [lead_search]\nbuilds: [180331-1716, 250720-1841]"));
    assertThat(run.at("/integrations/0/builds/0/build").asText()).isEqualTo("180331-1716");
    assertThat(run.at("/integrations/0/builds/0/calls/0/decision").asText())
        .isEqualTo("NO_FUNCTION");
    assertThat(run.at("/integrations/0/builds/1/calls/0/decision").asText())
        .isEqualTo("NOT_ALLOWED_FUNCTION");
  }

  @Test
  void powerBeyondTheNeedIsNotReady() throws IOException {
    String powerful =
        LOADER.replace("[add_lead]", "ALL_FUNCTIONS").replace("user_level: 8", "user_level: 9");
    JsonNode run = json(powerful, manifest("functions: [add_lead]"));
    assertThat(run.get("ready").asBoolean()).isFalse();
    List<String> beyond = new ArrayList<>();
    run.at("/integrations/0/beyond").forEach(f -> beyond.add(f.asText()));
    assertThat(beyond).contains("lead_search", "update_lead").doesNotContain("add_lead");
    assertThat(run.at("/integrations/0/changes").toString())
        .contains("user_level", "api_allowed_functions");
  }

  @Test
  void anotherIntegrationOnTheAccountIsNotReady() throws IOException {
    write("integrations/other.yaml", manifest("functions: [add_lead]").replace("test", "other"));
    write("accounts.yaml", LOADER);
    String manifest = write("integrations/test.yaml", manifest("functions: [add_lead]"));
    Cli run = Cli.run("onboard", manifest);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("the credential is also held by other");
  }

  @ParameterizedTest
  @CsvSource({
    "'forbidden_functions: [\"add_*\"]', add_lead, one of the forbidden_functions",
    "'forbidden_categories: [leads]', add_lead, category leads is forbidden",
    "'forbidden_effects: [write]', add_lead, 'what it does, write, is forbidden'",
    "'forbidden_effects: [delete]', 'update_list:delete_leads=Y', 'what it does, delete, is forbidden'",
    "'highest_level: 7', add_lead, highest_level for integrations is 7",
    "'takeover: off', copy_user, clones every account",
    "'takeover: off', 'update_user:delete_user=Y', 'update_user: sets password, level and group'"
  })
  void whatTheProfileForbidsIsToldWithItsReason(String term, String call, String reason)
      throws IOException {
    String profile = write("p.yaml", "name: p\nintegrations: {" + term + "}\n");
    String manifest = write("m.yaml", manifest("functions: ['" + call + "']"));
    String others = write("others.yaml", "accounts:\n  - user: other\n");
    Cli run = Cli.run("onboard", manifest, others, "--profile", profile);
    assertThat(run.status()).as(run.all()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " ")).contains("NO the profile does not allow", reason);
  }

  @Test
  void aCategoryThatNoFunctionHasWouldForbidNothing() throws IOException {
    String profile = write("p.yaml", "integrations: {forbidden_categories: [leds]}\n");
    String manifest = write("m.yaml", manifest("functions: [add_lead]"));
    Cli run = Cli.run("onboard", manifest, "--profile", profile);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("p.yaml:1:", "did you mean leads?");
  }

  @ParameterizedTest
  @CsvSource({
    "'name: x\naccount: y', this manifest has no functions",
    "'account: y\nfunctions: [add_lead]', this manifest has no name",
    "'name: x\naccount: y\nfunctions: [ad_lead]', did you mean add_lead?",
    "'name: x\naccount: y\nfunctions: [add_lead]\nbuilds: [soon]', something that is no build",
    "'name: x\naccount: y\nfunctions: [add_lead]\nbuilds: [70101-0000]', older than the oldest",
    "'name: x\naccount: y\nfunctions: [add_lead]\nreview: soon', review is not a date",
    "'name: x\naccount: y\nfunctions: []', functions is empty",
    "'name: x\nacount: y\nfunctions: [add_lead]', did you mean account?",
    "'name: x\naccount: y\nfunctions: [add_lead]\nfrom: [999.1.1.1]', something that is no address",
    "'name: x\naccount: y\nfunctions: [add_lead]\nowners: me', did you mean owner?",
    "'name: x\naccount: much_too_long_for_the_column\nfunctions: [add_lead]', the column keeps 20"
  })
  void aMistakeIsToldWithItsPlace(String text, String message) throws IOException {
    String manifest = write("m.yaml", text.replace("\\n", "\n") + "\n");
    Cli run = Cli.run("onboard", manifest);
    assertThat(run.status()).as(run.all()).isEqualTo(3);
    assertThat(run.err()).contains("m.yaml:").contains(message);
    assertThat(run.out()).doesNotContain("Ready to start");
  }

  @Test
  void aManifestAloneIsANewAccount() throws IOException {
    String text = manifest("user_group: LOAD\nfunctions: [add_lead]");
    Cli run = Cli.run("onboard", write("m.yaml", text));
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out())
        .startsWith("Ready to start: test")
        .contains("note: no accounts were read")
        .doesNotContain("NO  ");
    assertThat(run.err()).isEmpty();
    Cli incomplete = Cli.run("onboard", write("n.yaml", text), folder + "/nothing.yaml");
    assertThat(incomplete.status()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "contact", "purpose", "from", "review"})
  void noHeadlineSaysReadyAboveANo(String key) throws IOException {
    String manifest = manifest("functions: [add_lead]").replaceFirst("(?m)^" + key + ":.*\n", "");
    Cli run = onboard(LOADER, manifest);
    assertThat(run.status()).as(run.all()).isEqualTo(1);
    assertThat(run.out()).startsWith("Not ready: test").contains("NO  not said: " + key);
    assertThat(json(LOADER, manifest).get("ready").asBoolean()).isFalse();
  }

  @Test
  void withoutAGroupTheListsAreRestrictedAndTheGroupIsLeftOpen() throws IOException {
    Path definition = folder.resolve("new.yaml");
    Cli run =
        Cli.run(
            "onboard",
            write("m.yaml", manifest("functions: [add_lead]")),
            "--definition",
            definition.toString());
    assertThat(run.status()).as(run.all()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("Not ready")
        .contains("NO  not said: user_group; name a group");
    assertThat(Files.readString(definition)).contains("api_list_restrict: 1\n");
    Cli lint = Cli.run("lint", definition.toString());
    assertThat(lint.status()).as(lint.all()).isZero();
  }

  @Test
  void aGroupThatDoesNotLimitTheListsIsNotReady() throws IOException {
    String manifest = manifest("user_group: LOAD\nfunctions: [add_lead]");
    Cli all = onboard(LOADER.replace("[OUTBND]", "' -ALL-CAMPAIGNS- - '"), manifest);
    assertThat(all.out()).contains("NO  user_group; LOAD has all campaigns");
    Cli other = onboard(LOADER, manifest.replace("LOAD\n", "CRM\n"));
    assertThat(other.out()).contains("NO  user_group; CRM is not among the groups given");
    assertThat(other.status()).isEqualTo(1);
    Cli moved = onboard(LOADER + "  - user_group: CRM\n", manifest.replace("LOAD\n", "CRM\n"));
    assertThat(moved.out()).contains("user_group: LOAD → CRM", "ok  user_group: CRM");
  }

  @Test
  void callsThatDoNotFitIntoTheColumnAreToldFirst() throws IOException {
    Catalog catalog = Catalog.load();
    String all = catalog.functions().stream().map(Function::name).collect(Collectors.joining(", "));
    Path definition = folder.resolve("new.yaml");
    Cli run =
        Cli.run(
            "onboard",
            write("m.yaml", manifest("functions: [" + all + "]")),
            "--definition",
            definition.toString());
    assertThat(run.status()).as(run.err()).isEqualTo(1);
    assertThat(run.out().lines().skip(3).findFirst().orElseThrow())
        .startsWith("  NO  no account can do all of it: the list of its");
    assertThat(run.out()).doesNotContain("The least that it needs");
    assertThat(definition).doesNotExist();
  }

  @Test
  void theManifestIsFoundHoweverItIsNamed() throws IOException {
    write("accounts/a.yaml", LOADER);
    String manifest = write("integrations/m.yaml", manifest("functions: [add_lead]"));
    for (String path :
        List.of(
            folder + "/accounts", folder + "/./", folder + "/integrations/../accounts/a.yaml")) {
      assertThat(Cli.run("onboard", manifest, path).status()).as(path).isZero();
    }
    assertThat(Cli.run("onboard", folder + "/integrations/../integrations/m.yaml").status())
        .isZero();
    assertThat(Cli.run("onboard", folder + "/integrations").status()).isEqualTo(2);
  }

  @Test
  void twoManifestsOnAnAccountThatIsNotThereYetAreTold() throws IOException {
    write("accounts.yaml", "accounts:\n  - user: other\n");
    write("integrations/b.yaml", manifest("functions: [add_lead]").replace("test", "second"));
    String manifest =
        write(
            "integrations/a.yaml",
            manifest("functions: [add_lead]").replace("account: loader", "account: LOADER"));
    Cli run = Cli.run("onboard", manifest);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("the credential is also held by second");
    write("integrations/b.yaml", manifest("functions: [add_lead]"));
    Cli same = Cli.run("onboard", manifest);
    assertThat(same.status()).isEqualTo(3);
    assertThat(same.err()).contains("integration test is already at");
  }

  @Test
  void whoSharesAnAccountGetsOneOfItsOwn() throws IOException {
    write("accounts.yaml", LOADER);
    write("integrations/b.yaml", manifest("functions: [add_lead]").replace("test", "second"));
    String manifest = write("integrations/a.yaml", manifest("functions: [add_lead]"));
    Cli run = Cli.run("onboard", manifest, "--format", "markdown");
    assertThat(run.out()).contains("- user: test\n").doesNotContain("UPDATE", "second]");
  }

  @Test
  void theNewLoginIsNoOtherAccounts() throws IOException {
    write("accounts.yaml", LOADER.replace("groups:", "  - user: TEST\n    user_level: 1\ngroups:"));
    write("integrations/b.yaml", manifest("functions: [add_lead]").replace("test", "second"));
    write(
        "integrations/c.yaml",
        manifest("functions: [add_lead]").replace("test", "third").replace("loader", "test_2"));
    String manifest = write("integrations/a.yaml", manifest("functions: [add_lead]"));
    Cli run = Cli.run("onboard", manifest, "--format", "markdown");
    assertThat(run.out()).contains("- user: test_3\n");
  }

  @Test
  void anInactiveAccountIsSwitchedOn() throws IOException {
    Cli run =
        onboard(
            LOADER.replace("user_level: 8", "user_level: 8\n    active: N"),
            manifest("functions: [add_lead]"),
            "--format",
            "markdown");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("UPDATE vicidial_users SET active='Y' WHERE user='loader';");
  }

  @Test
  void anOperationBeyondTheNeedIsTold() throws IOException {
    String accounts =
        LOADER
            .replace("[add_lead]", "[update_list]")
            .replace("modify_leads: 2", "modify_lists: 1\n    delete_lists: 1");
    JsonNode run = json(accounts, manifest("functions: [update_list]"));
    assertThat(run.at("/integrations/0/beyond").toString()).contains("update_list:delete_list=Y");
  }

  @Test
  void whatAsksForNoLoginIsOpen() throws IOException {
    JsonNode run = json(LOADER, manifest("functions: [add_lead, version]"));
    assertThat(run.at("/integrations/0/builds/0/calls/1/decision").asText()).isEqualTo("GRANTED");
  }

  @Test
  void aReviewThatIsDueIsTold() throws IOException {
    Cli run = onboard(LOADER, manifest("functions: [add_lead]"), "--date", "2028-01-01");
    assertThat(run.out()).contains("NO  the review was due on 2027-01-31");
  }

  @Test
  void aBuildThatIsNewerThanTheCatalogIsNoted() throws IOException {
    Cli run = onboard(LOADER, manifest("functions: [add_lead]\nbuilds: [991231-0000]"));
    assertThat(run.out()).contains("newer than the newest one known");
  }

  @Test
  void aPasswordInAManifestIsNotShown() throws IOException {
    String manifest =
        write("m.yaml", manifest("functions: [add_lead]\npasword: Hidden2024\nreview: Hidden2024"));
    Cli run = Cli.run("onboard", manifest);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.all()).doesNotContain("Hidden2024");
  }

  @Test
  void whatIsNoManifestIsTold() throws IOException {
    Cli run = Cli.run("onboard", write("a.yaml", LOADER));
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("this is no manifest");
    assertThat(Cli.run("onboard").status()).isEqualTo(2);
  }

  @Test
  void theChecklistIsSafeMarkdown() throws IOException {
    String manifest =
        write("m.yaml", "name: \"<img src=x> `x` \\u202e\"\naccount: a_b\nfunctions: [add_lead]\n");
    Cli run = Cli.run("onboard", manifest, "--format", "markdown");
    assertThat(run.out())
        .startsWith("## Onboarding ")
        .contains("- [ ] not said: owner", "```yaml\naccounts:\n", "- [ ] hand the password over")
        .doesNotContain("\u202e");
    assertThat(run.out().substring(0, run.out().indexOf("```yaml"))).doesNotContain("<img");
  }

  @Test
  void lintTakesManifestsAsTheNeedOfTheAccount() throws IOException {
    write("accounts.yaml", LOADER.replace("[add_lead]", "[add_lead, lead_search]"));
    assertThat(Cli.run("lint", folder.toString(), "--only", "unneeded-function").status()).isZero();
    write("m.yaml", manifest("functions: [add_lead]"));
    Cli run = Cli.run("lint", folder.toString(), "--only", "unneeded-function,no-owner");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("is granted lead_search").doesNotContain("no-owner\n");
    write("n.yaml", manifest("functions: [lead_search]").replace("test", "second"));
    Cli shared = Cli.run("lint", folder.toString(), "--only", "unneeded-function,shared-account");
    assertThat(shared.out())
        .contains("2 integrations hold this credential: second and test")
        .doesNotContain("unneeded-function\n");
    JsonNode evidence =
        Vectors.parse(
                Cli.run("lint", folder.toString(), "--only", "shared-account", "--format", "json")
                    .out())
            .at("/findings/0/evidence");
    assertThat(evidence).hasSize(3);
    assertThat(evidence.get(1).get("source").asText()).endsWith("n.yaml");
    assertThat(evidence.get(2).get("line").asInt()).isEqualTo(5);
  }

  @Test
  void anAccountThatWasNotReadIsNoted() throws IOException {
    write("accounts.yaml", LOADER);
    write("m.yaml", manifest("functions: [add_lead]").replace("loader", "nobody"));
    assertThat(Cli.run("lint", folder.toString()).out())
        .contains("the integration test uses the account nobody, which was not read");
  }

  private static String manifest(String more) {
    return "name: test\nowner: o@example.com\ncontact: c\npurpose: p\naccount: loader\n"
        + "from: [203.0.113.1]\nreview: 2027-01-31\n"
        + more
        + "\n";
  }

  private JsonNode json(String accounts, String manifest) throws IOException {
    return Vectors.parse(onboard(accounts, manifest, "--format", "json").out());
  }

  private Cli onboard(String accounts, String manifest, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of("onboard"));
    args.add(write("manifest.yaml", manifest));
    args.add(write("accounts.yaml", accounts));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"6666", "VDAD", "vdcl"})
  void noIntegrationMayHaveAnAccountThatIsOfVicidialsOwn(String own) throws IOException {
    String manifest =
        write("own.yaml", "name: crm\naccount: '" + own + "'\nfunctions: [add_lead]\n");
    String estate = write("estate.yaml", "accounts:\n  - {user: '6666', user_level: 9}\n");
    Cli run = Cli.run("onboard", manifest, estate);
    assertThat(run.status()).as(run.all()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("Not ready: crm")
        .contains("NO  " + own + " is an account of VICIdial's own", "- user: crm")
        .doesNotContain("- user: " + own, "- user: '" + own);
  }

  @Test
  void whatFailsLintIsNotReady() throws IOException {
    Cli run = onboard("accounts:\n  - user: other\n", manifest("functions: [external_pause]"));
    assertThat(run.status()).as(run.all()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("Not ready: test")
        .contains("NO  lint will fail on the definition", "lint will report drives-any-agent");
  }
}
