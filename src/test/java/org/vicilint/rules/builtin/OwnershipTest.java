package org.vicilint.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.access.FunctionList;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.input.EstateReader;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.profile.Baseline;
import org.vicilint.rules.AccountRule;
import org.vicilint.source.Limits;
import org.vicilint.testkit.Runs;

/**
 * One cause is reported by one rule. Each account here has one fault or two, and the complete list
 * of the rules that may speak of it; when another one joins in, either it has found something of
 * its own, or it has to leave the cause to its owner.
 */
class OwnershipTest {
  private static final List<AccountRule> RULES =
      List.of(
          new AllFunctionsGrant(),
          new BrokenGrant(),
          new CanBecomeOthers(),
          new DrivesAnyAgent(),
          new FunctionListCut(),
          new LevelAboveNeed(),
          new LockoutLoop(),
          new MalformedFunctionList(),
          new MissingGroup(),
          new NotApiOnly(),
          new ScopeEscape(),
          new SharedAccount(),
          new SharedPassword(),
          new UnguardedFunctions(),
          new UnknownFunction(),
          new UnneededFlag(),
          new UnneededFunction(),
          new UnscopedLists());

  /** A loader as it should be. */
  private static final String LOADER =
      """
      accounts:
        - user: loader
          kind: service
          user_level: 8
          user_group: LOADER
          api_only_user: 1
          api_list_restrict: 1
          vdc_agent_api_access: 1
          api_allowed_functions: [add_lead]
          modify_leads: 1
      groups:
        - user_group: LOADER
          allowed_campaigns: [OUTBND]
        - user_group: ADMIN
          allowed_campaigns: " -ALL-CAMPAIGNS- "
      """;

  @TempDir private Path folder;

  @Test
  void aHealthyAccountHasNoFinding() {
    assertThat(rules(LOADER)).isEmpty();
  }

  @Test
  void aMissingGroupIsMissingAndNothingElse() {
    assertThat(rules(LOADER.replace("user_group: LOADER\n    api", "user_group: LODER\n    api")))
        .containsExactly("missing-group");
    assertThat(rules(LOADER.replace("    user_group: LOADER\n    api", "    api")))
        .containsExactly("missing-group");
  }

  @Test
  void aGroupWithAllCampaignsIsNoScopeAndNothingToEscape() {
    String wide = LOADER.replace("user_group: LOADER\n    api", "user_group: ADMIN\n    api");
    assertThat(rules(wide)).containsExactly("unscoped-lists");
    assertThat(rules(mayUpdateUsers(wide))).containsExactly("unscoped-lists");
  }

  @Test
  void whoMayChangeItselfEscapesAndWhoMayChangeOthersBecomesThem() {
    assertThat(rules(mayUpdateUsers(LOADER))).containsExactly("scope-escape");
    String others =
        mayUpdateUsers(LOADER).replace("groups:", "  - {user: agent, kind: person}\ngroups:");
    assertThat(rules(others)).containsExactly("can-become-others", "scope-escape");
    assertThat(rules(others.replace("restrict: 1", "restrict: 0")))
        .containsExactly("can-become-others", "unscoped-lists");
    assertThat(rules(others.replace("modify_users: 1", "modify_users: 0")))
        .containsExactly("broken-grant");
  }

  @Test
  void theLoginRefusesALevelOrTheFunctionDoes() {
    String panel =
        """
        accounts:
          - user: panel
            kind: service
            user_level: 6
            api_only_user: 1
            vdc_agent_api_access: 1
            api_allowed_functions: [calls_in_queue_count, campaigns_list]
            view_reports: 1
        """;
    assertThat(rules(panel)).containsExactly("lockout-loop");
    assertThat(rules(panel.replace("level: 6", "level: 7"))).containsExactly("broken-grant");
    assertThat(rules(panel.replace("level: 6", "level: 8"))).isEmpty();
    // The flag is another cause, which would be left when the level is right.
    assertThat(rules(panel.replace("view_reports: 1", "view_reports: 0")))
        .containsExactly("broken-grant", "lockout-loop");
    assertThat(messages(panel.replace("view_reports: 1", "view_reports: 0"), "broken-grant"))
        .noneMatch(message -> message.contains("user_level"));
    // What is not declared should go, so that its level is of no interest.
    assertThat(rules(panel.replace("kind: service", "functions: [calls_in_queue_count]")))
        .containsExactly("level-above-need", "unneeded-flag", "unneeded-function");
  }

  @Test
  void agentsAreDrivenByChoiceOrWithEverythingElse() {
    String dial =
        """
        accounts:
          - user: dial
            kind: service
            user_level: 1
            api_only_user: 1
            vdc_agent_api_access: 1
            api_allowed_functions: [external_dial]
        """;
    assertThat(rules(dial)).containsExactly("drives-any-agent");
    assertThat(rules(dial.replace("[external_dial]", "' ALL_FUNCTIONS '")))
        .containsExactly("all-functions-grant", "drives-any-agent");
    assertThat(rules(dial.replace("kind: service", "kind: service\n    functions: []")))
        .containsExactly("unneeded-flag", "unneeded-function");
    assertThat(
            rules(
                dial.replace("[external_dial]", "' ALL_FUNCTIONS '")
                    .replace("kind: service", "kind: service\n    functions: [external_dial]")))
        .containsExactly("all-functions-grant", "drives-any-agent");
  }

  @Test
  void aNameIsUnknownOrNotFoundOrBoth() {
    assertThat(rules(granted("\" add_lead,update_lead \"")))
        .containsExactly("malformed-function-list");
    assertThat(rules(granted("[add_lead, updat_lead]"))).containsExactly("unknown-function");
    assertThat(rules(granted("\"add_lead updat_lead \"")))
        .containsExactly("malformed-function-list", "unknown-function");
    assertThat(rules(granted("[add_lead, version]"))).isEmpty();
    assertThat(rules(granted("\" add_lead\\tALL_FUNCTION \"")))
        .containsExactly("malformed-function-list", "unknown-function");
  }

  @Test
  void aDeclaredNameIsUnknownOnceAndIsNotMissedElsewhere() {
    String declared =
        granted("[add_lead, updat_lead]")
            .replace("kind:", "functions: [add_lead, updat_lead]\n    kind:");
    assertThat(rules(declared)).containsExactly("unknown-function");
    assertThat(messages(declared, "unknown-function")).hasSize(1);
  }

  @Test
  void whatTheColumnHasCutIsNeitherMalformedNorUnknown() {
    String all = " " + String.join(" ", Runs.CATALOG.names()) + " ";
    String kept = all.substring(0, FunctionList.COLUMN_LENGTH);
    assertThat(kept).doesNotEndWith(" ").as("else there is no broken word to test");
    AccountBuilder cut = almighty().column("api_allowed_functions", kept);
    assertThat(about(cut.build())).containsExactly("function-list-cut");
    Finding likely = only(cut.build());
    assertThat(likely.confidence().word()).isEqualTo("likely");
    Finding certain = only(cut.cutOff(all.substring(kept.length())).build());
    assertThat(certain.confidence().word()).isEqualTo("certain");
    assertThat(certain.evidence().get(0).value()).endsWith("webserver").doesNotContain("add_lead");
    String commas = kept.replace(' ', ',');
    assertThat(about(cut.cutOff("").column("api_allowed_functions", commas).build()))
        .containsExactly("function-list-cut", "malformed-function-list");
  }

  @Test
  void apiAccessThatIsOffAndEverythingGranted() {
    String old =
        """
        accounts:
          - user: old
            kind: person
            user_level: 7
        """;
    assertThat(rules(old)).containsExactly("unguarded-functions");
    // A program: that it is granted everything is one thing, that the switch does not help another.
    assertThat(rules(old.replace("person", "service")))
        .containsExactly("all-functions-grant", "not-api-only", "unguarded-functions");
    assertThat(rules(old + "    vdc_agent_api_access: 1\n")).containsExactly("all-functions-grant");
    assertThat(rules(old.replace("level: 7", "level: 6"))).isEmpty();
  }

  /** The accounts of the shared estate, with everything that these rules say of them. */
  @Test
  void theSharedEstate() {
    Path exports = Path.of("src/test/resources/exports");
    Map<String, String> found =
        rulesByUser(
            read(
                exports.resolve("vicidial_users.tsv"),
                exports.resolve("vicidial_user_groups.tsv")));
    assertThat(found.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()))
        .containsExactly(
            "6666: all-functions-grant can-become-others",
            "audio_bot: malformed-function-list",
            "bi_export: broken-grant not-api-only shared-password",
            "crm_api: all-functions-grant can-become-others not-api-only shared-password unscoped-lists",
            "dial_bot: broken-grant drives-any-agent lockout-loop",
            "dnc_sync: malformed-function-list",
            "hr_sync: can-become-others",
            "ivr_hook: missing-group",
            "mgr1: all-functions-grant can-become-others",
            "mgr2: unguarded-functions",
            "mgr3: unguarded-functions",
            "old_vendor: all-functions-grant not-api-only unscoped-lists",
            "qa1: unguarded-functions",
            "qa2: unguarded-functions",
            "qa3: unguarded-functions",
            "screenpop: all-functions-grant drives-any-agent not-api-only");
  }

  /** A person whom neither level nor flags refuse anything. */
  private static AccountBuilder almighty() {
    AccountBuilder all = Account.builder("cut");
    Stream.of(Flag.values()).filter(Flag::opens).forEach(flag -> all.column(flag.column(), "1"));
    return all.column("user_level", "9").column("modify_leads", "1").column("phone_login", "8001");
  }

  private static String granted(String functions) {
    return LOADER.replace("[add_lead]", functions);
  }

  private static String mayUpdateUsers(String yaml) {
    return yaml.replace("[add_lead]", "[add_lead, update_user]")
        .replace("modify_leads: 1", "modify_leads: 1\n    modify_users: 1");
  }

  /** The rules that report the first account of the definition. */
  private List<String> rules(String yaml) {
    return findings(yaml).stream().map(Finding::rule).distinct().sorted().toList();
  }

  private List<String> messages(String yaml, String rule) {
    return findings(yaml).stream()
        .filter(f -> f.rule().equals(rule))
        .map(Finding::message)
        .toList();
  }

  private List<Finding> findings(String yaml) {
    try {
      Estate estate = read(Files.writeString(folder.resolve("accounts.yaml"), yaml));
      return run(estate).stream().filter(f -> !f.user().equals("agent")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> about(Account account) {
    return run(Estate.of(List.of(account), Groups.UNKNOWN)).stream().map(Finding::rule).toList();
  }

  private static Finding only(Account account) {
    List<Finding> findings = run(Estate.of(List.of(account), Groups.UNKNOWN));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.HIGH);
    return findings.get(0);
  }

  private static Map<String, String> rulesByUser(Estate estate) {
    return run(estate).stream()
        .collect(
            Collectors.groupingBy(
                Finding::user,
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    findings ->
                        findings.stream()
                            .map(Finding::rule)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(" ")))));
  }

  private static Estate read(Path... paths) {
    List<String> names = List.of(paths).stream().map(Path::toString).toList();
    Estate estate =
        new EstateReader(null, Limits.DEFAULT).read(names, InputStream.nullInputStream());
    assertThat(estate.problems()).isEmpty();
    return estate;
  }

  private static List<Finding> run(Estate estate) {
    return Runs.of(estate, Runs.profile("default"), RULES, Baseline.NONE).findings().stream()
        .toList();
  }
}
