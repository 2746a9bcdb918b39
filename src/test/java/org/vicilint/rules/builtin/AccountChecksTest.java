package org.vicilint.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.catalog.Builds;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.input.EstateReader;
import org.vicilint.input.InputFormat;
import org.vicilint.lint.Audit;
import org.vicilint.model.Estate;
import org.vicilint.profile.Baseline;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.RulePage;
import org.vicilint.source.Limits;
import org.vicilint.testkit.Runs;

/** What the examples of the pages cannot show: exports, other builds, and limits to the day. */
class AccountChecksTest {
  private static final String DOTTED =
      """
      accounts:
        - user: dialer
          pass: made.up
          kind: service
          user_level: 8
          vdc_agent_api_access: 1
          api_allowed_functions: [add_lead, external_dial]
      """;

  @Test
  void anAccountIsStaleFromTheDayAfterTheLastOneAllowed() {
    assertThat(stale("2026-08-23 00:00:00")).as("90 days ago").isEmpty();
    assertThat(stale("2026-08-22 23:59:59")).as("91 days ago").hasSize(1);
  }

  @Test
  void aDayThatNeverWasAndADayToComeAreNotStale() {
    assertThat(stale("2019-02-31 10:00:00")).isEmpty();
    assertThat(stale("2001-01-01 00:00:00")).isEmpty();
    assertThat(stale("2027-01-01 00:00:00")).isEmpty();
  }

  @Test
  void aStaleProgramIsOnlyLikelyToBeUnusedWhileTheAgentApiIsOpenToIt() {
    String program =
        """
        user	user_level	api_only_user	vdc_agent_api_access	last_login_date	api_allowed_functions
        loader	8	1	%s	2019-05-02 10:11:12	 sounds_list external_dial\s
        """;
    assertThat(run(new StaleAccount(), InputFormat.TSV, program.formatted("1")))
        .extracting(Finding::confidence)
        .containsExactly(Confidence.LIKELY);
    assertThat(run(new StaleAccount(), InputFormat.TSV, program.formatted("0")))
        .extracting(Finding::confidence)
        .containsExactly(Confidence.CERTAIN);
  }

  @Test
  void aPasswordInAnExportIsNotInADefinition() {
    String export = "user\tuser_level\tpass\nloader\t8\tmade-up\n";
    assertThat(run(new PasswordInDefinition(), InputFormat.TSV, export)).isEmpty();
  }

  @Test
  void aPasswordAndItsHashInADefinitionAreOneFinding() {
    String both = "accounts: [{user: loader, pass: made-up, pass_hash: made-up-too}]";
    List<Finding> findings = run(new PasswordInDefinition(), InputFormat.DEFINITIONS, both);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).evidence())
        .extracting(Evidence::column)
        .containsExactly("pass", "pass_hash");
  }

  @Test
  void whichPasswordsAnApiTakesDependsOnItsBuild() {
    assertThat(unusable("250720-1841", "250122-1010"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("the Non-Agent API, which deletes");
    assertThat(unusable("250720-1841", "210819-0902"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("the Non-Agent API and the Agent API, which delete ");
  }

  @Test
  void noFindingHoldsAPassword() {
    String accounts =
        """
        accounts:
          - {user: a.b, pass: Quetzal.1!, kind: service, user_level: 8, vdc_agent_api_access: 1}
        """;
    for (AccountRule rule : List.of(new PasswordInDefinition(), new UnusablePassword())) {
      assertThat(run(rule, InputFormat.DEFINITIONS, accounts))
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("Quetzal"));
    }
  }

  @Test
  void anAccountThatIsGivenThreeTimesIsOneFindingWithAllPlaces() {
    String three = "accounts:\n  - user: loader\n  - user: LOADER\n  - user: Loader\n";
    List<Finding> findings = run(new DuplicateAccount(), InputFormat.DEFINITIONS, three);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).evidence())
        .extracting(evidence -> evidence.place().line())
        .containsExactly(3, 4, 2);
  }

  @Test
  void aGroupWithoutAChoiceOfAddressesHasNoList() {
    String estate =
        """
        accounts:
          - user: loader
            kind: service
            user_level: 8
            user_group: LOADER
            vdc_agent_api_access: 1
            modify_leads: 1
        groups:
          - {user_group: LOADER, api_ip_list: "%s"}
        """;
    // The server asks for more than one character, whatever they are.
    for (String none : List.of("", " ", "-")) {
      assertThat(run(new IpUnrestricted(), InputFormat.DEFINITIONS, estate.formatted(none)))
          .as(none)
          .hasSize(1);
    }
    assertThat(run(new IpUnrestricted(), InputFormat.DEFINITIONS, estate.formatted("OFFICE")))
        .isEmpty();
    assertThat(
            run(
                new IpUnrestricted(),
                InputFormat.DEFINITIONS,
                estate.formatted("").replace("user_group: LOADER,", "user_group: OTHER,")))
        .as("a group that does not exist is missing-group's")
        .isEmpty();
  }

  private static List<Finding> stale(String lastLogin) {
    return run(
        new StaleAccount(),
        InputFormat.TSV,
        "user\tuser_level\tlast_login_date\nqa7\t7\t" + lastLogin + "\n");
  }

  private static List<String> unusable(String nonAgent, String agent) {
    UnusablePassword rule = new UnusablePassword();
    Estate estate = read(InputFormat.DEFINITIONS, DOTTED);
    AccessEvaluator access =
        new AccessEvaluator(
            Runs.CATALOG, Builds.choose(Runs.CATALOG, nonAgent, agent), estate.groups(), null);
    return new Audit(
            List.of(rule),
            Map.of(rule.id(), RulePage.load(rule.id())),
            Runs.profile("default"),
            Runs.TODAY)
        .run(estate, access, Baseline.NONE).findings().stream().map(Finding::message).toList();
  }

  private static List<Finding> run(AccountRule rule, InputFormat format, String text) {
    return Runs.of(read(format, text), Runs.profile("default"), List.of(rule), Baseline.NONE)
        .findings()
        .stream()
        .toList();
  }

  private static Estate read(InputFormat format, String text) {
    return new EstateReader(format, Limits.DEFAULT)
        .read(List.of("-"), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
