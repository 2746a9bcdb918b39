package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicilint.rules.Rule;
import org.vicilint.rules.builtin.Checks;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** {@code vicilint rules}, {@code explain}, {@code profile} and {@code baseline}. */
class RulesCommandTest {
  private static final String EXAMPLE = "examples/callcenter";

  @TempDir private Path folder;

  static Iterable<String> ids() {
    return Checks.all().stream().map(Rule::id).toList();
  }

  /** The base address of the site, by its own configuration. */
  private static String site() {
    return Documents.read(Path.of("mkdocs.yml"))
        .lines()
        .filter(line -> line.startsWith("site_url: "))
        .findFirst()
        .orElseThrow()
        .replace("site_url: ", "");
  }

  @Test
  void theFolderOfAProfileIsToldFromThatOfItsRules() {
    Cli run = Cli.run("rules", "test", "examples/own-rules");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.all())
        .contains(
            "examples/own-rules is the folder of a profile, and holds no rules; its rules are"
                + " elsewhere: vicilint rules test examples/own-rules/rules\n")
        .hasLineCount(2);
    assertThat(Cli.run("rules", "test", "examples/own-rules/rules").status()).isZero();
  }

  @Test
  void everyRuleIsListed() {
    assertThat(Cli.run("rules").out())
        .contains(ids())
        .contains("\n" + Checks.all().size() + " rules;");
    assertThat(Cli.run("rules", "--severity", "critical").out())
        .contains("default-password", "can-become-others")
        .doesNotContain("not-api-only");
    JsonNode json = Vectors.parse(Cli.run("rules", "--format", "json").out());
    assertThat(json.get("rules"))
        .hasSize(Checks.all().size())
        .allSatisfy(
            rule ->
                assertThat(rule.get("url").asText())
                    .isEqualTo(site() + "rules/" + rule.get("rule").asText() + "/"));
  }

  @Test
  void aRuleOfOnesOwnIsNotOnTheSite() {
    String profile = "examples/own-rules/vicilint.yaml";
    JsonNode rules =
        Vectors.parse(Cli.run("rules", "--profile", profile, "--format", "json").out())
            .get("rules");
    int own = 0;
    for (JsonNode rule : rules) {
      String id = rule.get("rule").asText();
      boolean ships = Checks.all().stream().anyMatch(each -> each.id().equals(id));
      assertThat(rule.has("url")).as(id).isEqualTo(ships);
      if (!ships) {
        own++;
        assertThat(Cli.run("explain", id, "--profile", profile).out()).doesNotContain(site());
      }
    }
    assertThat(own).isPositive();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void explainShowsThePage(String id) {
    Cli run = Cli.run("explain", id);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith(id)
        .contains("What it finds\n", "Why it matters\n", "Flagged\n", "Not flagged\n", "Fix\n")
        .endsWith("\nOn the site  " + site() + "rules/" + id + "/\n")
        .doesNotContain("```");
  }

  @Test
  void aMisspeltRuleIsUnderstood() {
    assertThat(Cli.run("explain", "not-api-onyl").err()).contains("did you mean 'not-api-only'");
    assertThat(Cli.run("lint", EXAMPLE, "--only", "shared-pasword").err())
        .contains("did you mean 'shared-password'");
    assertThat(Cli.run("explain").status()).isEqualTo(2);
    assertThat(Cli.run("rules", "list").status()).isEqualTo(2);
    assertThat(Cli.run("rules", "test", "no-such-folder").status()).isEqualTo(2);
  }

  @Test
  void onlyAndSkipChooseRulesAndTheOutputSaysWhatDidNotRun() {
    JsonNode only =
        Vectors.parse(
            Cli.run("lint", EXAMPLE, "--only", "not-api-only,shared-account", "--format", "json")
                .out());
    assertThat(only.get("rules")).hasSize(2);
    assertThat(only.get("rules_skipped")).hasSize(Checks.all().size() - 2);
    assertThat(only.get("findings")).hasSize(2);
    assertThat(Cli.run("lint", EXAMPLE, "--skip", "not-api-only", "--skip", "shared-account").out())
        .contains("rules that did not run: ip-unrestricted, not-api-only, shared-account")
        .doesNotContain("  not-api-only\n");
    // Asked for by name, a rule runs though the profile switches it off.
    Cli strictOnly = Cli.run("lint", EXAMPLE, "--only", "ip-unrestricted", "--format", "json");
    assertThat(Vectors.parse(strictOnly.out()).get("rules").get(0).asText())
        .isEqualTo("ip-unrestricted");
  }

  @Test
  void theProfileIsShownWithWhereEachValueComesFrom() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("vicilint.yaml"),
            "name: acme\nextends: strict\nrules:\n  not-api-only: low\n");
    String out = Cli.run("profile", folder.toString()).out();
    assertThat(out)
        .startsWith("profile acme")
        .containsPattern("rules\\.not-api-only +low +" + file + ":4:")
        .containsPattern("fail_on +low +policies/strict\\.yaml:\\d+");
  }

  @Test
  void aBaselineFailsOnWhatIsNewOnly() throws IOException {
    Path accounts = folder.resolve("accounts.yaml");
    Path baseline = folder.resolve("baseline.json");
    String faulty =
        "accounts:\n  - user: bot\n    kind: service\n    vdc_agent_api_access: 1\n"
            + "    user_level: 8\n    api_allowed_functions: [agent_status]\n"
            + "    view_reports: 1\n";
    Files.writeString(accounts, faulty);
    Cli written = Cli.run("baseline", folder.toString(), "--output", baseline.toString());
    assertThat(written.status()).as(written.all()).isZero();
    Cli known = Cli.run("lint", folder.toString(), "--baseline", baseline.toString());
    assertThat(known.status()).as(known.all()).isZero();
    assertThat(known.out()).contains("no findings").contains("more baselined");
    Files.writeString(accounts, faulty + "    modify_users: 1\n");
    Cli more = Cli.run("lint", folder.toString(), "--baseline", baseline.toString());
    assertThat(more.status()).isEqualTo(1);
    // The flag itself, and the pages, which are worse with it.
    assertThat(more.out()).contains("2 findings (2 high)", "hands out logins");
    Files.writeString(accounts, faulty + "    api_only_user: 1\n");
    assertThat(Cli.run("lint", folder.toString(), "--baseline", baseline.toString()).out())
        .contains("gone since the baseline: not-api-only of bot");
  }

  @Test
  void aWaivedFindingStaysVisibleInEveryFormatAndDoesNotFailTheRun() throws IOException {
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.yaml"),
            "accounts:\n  - user: bot\n    kind: service\n    owner: o\n    purpose: p\n"
                + "    # vicilint: waive not-api-only until 2099-12-31 -- ops: needs the screen\n"
                + "    functions: [agent_status]\n    vdc_agent_api_access: 1\n"
                + "    user_level: 7\n    api_allowed_functions: [agent_status]\n"
                + "    view_reports: 1\n");
    for (String format : new String[] {"text", "json", "html"}) {
      Cli run = Cli.run("lint", accounts.toString(), "--format", format);
      assertThat(run.status()).as(run.all()).isZero();
      assertThat(run.out()).contains("waived").contains("needs the screen (ops until 2099-12-31)");
    }
    Cli expired = Cli.run("lint", accounts.toString(), "--date", "2100-01-01");
    assertThat(expired.status()).isEqualTo(1);
    assertThat(expired.out()).contains("expired-waiver").contains("  not-api-only\n");
    assertThat(Cli.run("lint", accounts.toString(), "--date", "2099-12-31").status()).isZero();
  }

  @Test
  void aBaselineDoesNotHideAFindingThatBecameWorse() throws IOException {
    Path accounts = folder.resolve("accounts.yaml");
    Path baseline = folder.resolve("baseline.json");
    String hr =
        "accounts:\n  - user: hr\n    user_level: 9\n    modify_users: 1\n"
            + "    vdc_agent_api_access: 1\n    api_allowed_functions: [update_user]\n"
            + "  - user: other\n    user_level: %d\n    api_allowed_functions: []\n";
    Files.writeString(accounts, hr.formatted(8));
    Cli.run("baseline", accounts.toString(), "--output", baseline.toString());
    Files.writeString(accounts, hr.formatted(9));
    Cli worse = Cli.run("lint", accounts.toString(), "--baseline", baseline.toString());
    assertThat(worse.status()).as(worse.all()).isEqualTo(1);
    assertThat(worse.out()).contains("  critical  can-become-others");
  }

  @Test
  void whatWasNotLookedForIsNotGone() throws IOException {
    Path baseline = folder.resolve("baseline.json");
    Cli.run("baseline", EXAMPLE, "--output", baseline.toString());
    assertThat(
            Cli.run("lint", EXAMPLE, "--baseline", baseline.toString(), "--only", "not-api-only")
                .out())
        .doesNotContain("gone since");
  }

  @Test
  void pathsWithDifferentProfilesNeedAChoice() throws IOException {
    for (String name : new String[] {"a", "b"}) {
      Path sub = Files.createDirectory(folder.resolve(name));
      Files.writeString(sub.resolve("vicilint.yaml"), "name: " + name + "\n");
      Files.writeString(sub.resolve("accounts.yaml"), "accounts:\n  - user: " + name + "\n");
    }
    String a = folder.resolve("a").toString();
    String b = folder.resolve("b").toString();
    assertThat(Cli.run("lint", a, b).err()).contains("choose one with --profile");
    assertThat(Cli.run("lint", b, a).status()).isEqualTo(2);
    assertThat(Cli.run("lint", b, a, "--profile", "default").status()).isZero();
  }

  @Test
  void noRuleLeftIsWrongUsage() {
    assertThat(
            Cli.run("lint", EXAMPLE, "--only", "not-api-only", "--skip", "not-api-only").status())
        .isEqualTo(2);
  }

  @Test
  void aProfileWithABuildOlderThanTheCatalogIsAProblem() throws IOException {
    Files.writeString(folder.resolve("vicilint.yaml"), "name: x\nbuild: '60101-0000'\n");
    Cli run = Cli.run("profile", folder.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("vicilint.yaml:2:").contains("older than the oldest one known");
  }

  @Test
  void aRuleOfOnesOwnThatIsBrokenIsShownWithItsPlace() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("org"));
    Files.writeString(
        rules.resolve("no-nights.yaml"),
        "id: no-nights\ntitle: x\nseverity: low\nmessage: x\nwhen: user_levl > 8\n");
    Files.writeString(folder.resolve("vicilint.yaml"), "name: acme\nown_rules: [org]\n");
    Files.writeString(folder.resolve("accounts.yaml"), "accounts:\n  - user: a\n");
    Cli run = Cli.run("lint", folder.resolve("accounts.yaml").toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("no-nights.yaml:5:7").contains("^");
    assertThat(Cli.run("rules", "test", rules.toString()).status()).isEqualTo(3);
  }

  @Test
  void aProfilesNameIsNoPath() {
    Cli run = Cli.run("profile", "strict");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no file or folder 'strict'", "--profile");
  }

  @Test
  void aMisspeltOptionIsToldWithTheOneThatWasMeant() {
    Cli run = Cli.run("lint", "--buidl", "250720-1841");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("lint has no option '--buidl' (did you mean '--build'?)");
  }
}
