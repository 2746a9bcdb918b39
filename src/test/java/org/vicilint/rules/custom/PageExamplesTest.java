package org.vicilint.rules.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vicilint.cli.PageExamples;
import org.vicilint.cli.PageExamples.Outcome;
import org.vicilint.model.Problem;
import org.vicilint.testkit.Loading;
import org.vicilint.testkit.Runs;

/** The examples of pages run as tests: those of the example's rules, and broken ones. */
class PageExamplesTest {
  private static final PageExamples EXAMPLES =
      new PageExamples(Runs.CATALOG, Runs.profile("default"), Runs.TODAY);

  private static final String PAGE =
      """
      ---
      id: own
      title: Own
      severity: low
      message: has level {user_level}
      when: 1 / user_level == 0
      ---
      ## Flagged

      ```yaml
      accounts:
        - user: crm
          user_level: 9
      ```

      ```text
      crm  level 9, person
        low       own
                  has level 9
                  at   accounts.yaml:3:17

      ```

      ## Not flagged

      ```yaml
      accounts:
        - user: crm
          user_level: 1
      ```
      """;

  private static List<Outcome> outcomes(String page) {
    Loading loading = Loading.of("own.md", page);
    OwnRule rule = loading.rule();
    return EXAMPLES.run(rule, rule.page(), loading.problems());
  }

  @Test
  void theRulesOfTheExampleDoWhatTheirPagesSay() {
    List<Problem> problems = new ArrayList<>();
    List<OwnRule> rules =
        OwnRules.load(List.of("examples/own-rules/rules"), Set.of(), Runs.CATALOG, problems);
    assertThat(problems).isEmpty();
    assertThat(rules).hasSize(3);
    assertThat(
            rules.stream()
                .filter(rule -> rule.page().text().contains("## Flagged"))
                .flatMap(rule -> EXAMPLES.run(rule, rule.page(), problems).stream()))
        .hasSize(6)
        .allSatisfy(outcome -> assertThat(outcome.message()).as(outcome.rule()).isEmpty());
  }

  @Test
  void whatIsAsThePageSaysIsGood() {
    assertThat(
            outcomes(
                PAGE.replace("level 9, person", "level 9, likely a person: no sign of a program")))
        .containsExactly(
            new Outcome("own", "Flagged 1", true, ""),
            new Outcome("own", "Not flagged 1", true, ""));
  }

  @Test
  void aDifferenceIsShownWithoutWhatIsTheSame() {
    assertThat(outcomes(PAGE).get(0).message())
        .isEqualTo(
            "- crm  level 9, person\n+ crm  level 9, likely a person: no sign of a program\n");
    assertThat(outcomes(PAGE.replace("user_level: 1", "user_level: 9")).get(1).message())
        .startsWith("+ crm  level 9, likely")
        .contains("+             at   accounts.yaml:3:17\n");
  }

  @Test
  void whatCannotBeReadOrEvaluatedIsShown() {
    assertThat(outcomes(PAGE.replace("user_level: 1", "user_levl: 8")).get(1).message())
        .startsWith("cannot be read:\naccounts.yaml:3:5: problem: user_levl is not a key");
    assertThat(outcomes(PAGE.replace("user_level: 1", "user_level: 0")).get(1).message())
        .startsWith("cannot be evaluated:\n")
        .contains("it divides by zero");
  }

  @Test
  void examplesHaveToBeThereAndToShowTheirOutput() {
    assertThat(outcomes(PAGE.replaceAll("(?s)```text.*?```\n", "")).get(0).message())
        .startsWith("shows no output");
    assertThat(outcomes(PAGE.replaceAll("(?s)## Not flagged.*", "")).get(1))
        .isEqualTo(new Outcome("own", "Not flagged", false, "has no example\n"));
  }
}
