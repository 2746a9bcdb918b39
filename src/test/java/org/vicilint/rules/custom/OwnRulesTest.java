package org.vicilint.rules.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Declaration;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RulePage;
import org.vicilint.testkit.Loading;
import org.vicilint.testkit.Runs;

class OwnRulesTest {
  private static final String RULE =
      """
      id: own
      title: Own
      severity: high
      message: is {user} in {user_group}
      when: user_level > 8
      """;

  private static Loading more(String lines) {
    return Loading.of("own.yaml", RULE + lines);
  }

  @Test
  void aPageHasTheMetadataAndTheText() {
    String page =
        "---\n"
            + RULE
            + "category: night\nsince: '7'\nreferences: [CWE-250]\n---\n"
            + "# Own\n\n## Why it matters\n\nBecause\nof it.\n\nMore.\n";
    RulePage read = Loading.of("own.md", page).rule().page();
    assertThat(read)
        .isEqualTo(
            new RulePage(
                "own",
                "Own",
                Severity.HIGH,
                Map.of(),
                "night",
                "7",
                List.of("CWE-250"),
                "Because of it.",
                "# Own\n\n## Why it matters\n\nBecause\nof it.\n\nMore.\n"));
  }

  @Test
  void aRuleWithoutAPageExplainsItselfByItsTitleAndCondition() {
    RulePage page = more("").rule().page();
    assertThat(page.category()).isEqualTo("own");
    assertThat(page.why()).isEqualTo("Own");
    assertThat(page.text()).startsWith("# Own\n").contains("user_level > 8");
  }

  @Test
  void whatHoldsIsFlaggedWithMessageEvidenceAndFix() {
    Loading own = more("evidence: [user_level, modify_users]\nfix: {user_level: 7, active: no}\n");
    assertThat(own.hits(account -> account.column("user_level", "8"))).isEmpty();
    assertThat(
            own.hits(
                account ->
                    account
                        .column("user_level", "9")
                        .column("user_group", "$1{x}")
                        .column("modify_users", "1")))
        .containsExactly(
            new Hit(
                null,
                false,
                "is crm in $1{x}",
                List.of(
                    new Evidence("user_level", "9", SourceLocation.of("")),
                    new Evidence("modify_users", "1", SourceLocation.of(""))),
                List.of(new Change("user_level", "9", "7"), new Change("active", "Y", "N"))));
  }

  @Test
  void aFixSaysNothingOfWhatIsAlreadySo() {
    List<Hit> hits = more("fix: {active: Y}\n").hits(a -> a.column("user_level", "9"));
    assertThat(hits.get(0).changes()).isEmpty();
  }

  @Test
  void aFixOfTheFunctionsIsWrittenAsVicidialDoes() {
    List<Hit> hits =
        more("fix: {api_allowed_functions: [update_lead, add_lead]}\n")
            .hits(a -> a.column("user_level", "9"));
    assertThat(hits.get(0).changes().get(0).to()).isEqualTo(" add_lead update_lead ");
  }

  @Test
  void evidenceIsWhatTheFixSetsAndTheConditionMentions() {
    Loading own =
        Loading.of(
            "own.yaml",
            RULE.replace("user_level > 8", "active && 'x' != owner && today != ''")
                + "fix: {user_level: 1}\n");
    assertThat(own.hits(a -> a).get(0).evidence().stream().map(Evidence::column))
        .containsExactly("user_level", "active", "owner");
  }

  @Test
  void evidenceIsTheUserWhereNothingElseIsMentioned() {
    assertThat(Loading.when("can('version')").hits(a -> a)).isEmpty();
    assertThat(Loading.when("\"!can('add_lead')\"").hits(a -> a).get(0).evidence())
        .containsExactly(new Evidence("user", "crm", SourceLocation.of("")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "user == 'crm' && full_name == '' && user_group == ''",
        "kind == 'service' && active",
        "user_level == 1 && modify_leads == 0 && failed_login_count == 0",
        "!modify_users && !api_only_user",
        "modify_same_user_level",
        "owner == '' && purpose == '' && used_by == [] && !definition && !declared",
        "api_allowed_functions == ' ALL_FUNCTIONS ' && 'ALL_FUNCTIONS' in granted",
        "'add_lead' in granted && 'add_lead' in needed",
        "!group_known && allowed_campaigns == '' && admin_viewable_groups == ''",
        "!can('update_user') && !can('update_user', 'delete_user=Y')",
        "granted.all(a, needed.exists(b, a == b) || a in ['ALL_FUNCTIONS'])",
        "granted.exists(f, !can(f)) && !granted.all(f, can(f))",
        "granted.filter(f, f.startsWith('delete')).size() < size(granted)",
        "last_login_date.startsWith('2001-01-01') && last_login_date < today",
        "days_since(last_login_date) > 9000 && days_since(today) == 0",
        "days_since('0000-00-00 00:00:00') > 700000",
        "user.matches('^[a-z]+$') && !user.matches('^x')",
        "user in ['crm', 'erp'] ? true : false",
        "user_level * 2 + 1 == 3 && -user_level < 0 && 7 % 2 == 1 && 7 / 2 == 3 && 1 - 1 == 0",
      })
  void aConditionKnows(String when) {
    // In a block, so that no sign of it means anything to YAML.
    assertThat(Loading.when("|\n  " + when).rule().id()).isEqualTo("own");
    assertThat(Loading.when("|\n  " + when).hits(a -> a)).hasSize(1);
  }

  @Test
  void aConditionKnowsTheDeclarationAndTheGroup() {
    OwnRule rule =
        Loading.when(
                "|\n  kind == 'person' && owner == 'me' && purpose == 'calls' && definition"
                    + " && declared && used_by == ['a', 'b'] && needed == [] && group_known"
                    + " && allowed_campaigns.contains('-ALL') && admin_viewable_groups == 'X'")
            .rule();
    Account account =
        Account.builder("me")
            .column("user_group", "ADMIN")
            .declaration(
                new Declaration(true, Kind.PERSON, "me", "calls", List.of("a", "b"), List.of()))
            .build();
    SourceLocation place = new SourceLocation("groups.yaml", 3, 5);
    UserGroup group = new UserGroup("ADMIN", " -ALL-CAMPAIGNS- ", "X", "", place);
    List<Hit> hits = Loading.hits(rule, account, group);
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).evidence())
        .contains(new Evidence("allowed_campaigns", " -ALL-CAMPAIGNS- ", place))
        .contains(new Evidence("functions", "", SourceLocation.of("")));
  }

  @Test
  void callsAreAskedOfTheEvaluator() {
    Loading own = Loading.when("|\n  can('add_lead')");
    assertThat(own.hits(a -> a)).isEmpty();
    assertThat(
            own.hits(
                a ->
                    a.column("user_level", "8")
                        .column("vdc_agent_api_access", "1")
                        .column("modify_leads", "1")))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', kind == 'service', true",
    "'', user == 'crm', false",
    "'confidence: certain', kind == 'service', false",
    "'confidence: likely', user == 'crm', true"
  })
  void aFindingIsLikelyWhenItRestsOnAnInferredKindOrTheRuleSaysSo(
      String line, String when, boolean likely) {
    Loading own =
        Loading.of("own.yaml", RULE.replace("user_level > 8", when.replace("' ", "'")) + line);
    assertThat(own.hits(a -> a).get(0).inferred()).isEqualTo(likely);
  }

  @Test
  void aRuleThatFailsOnAccountsSaysSoOnce() {
    Loading own = Loading.when("|\n  1 / user_level == 1");
    assertThat(own.hits(a -> a)).hasSize(1);
    assertThat(own.hits(a -> a.column("user_level", "0"))).isEmpty();
    assertThat(own.hits(a -> a.column("user_level", "0"))).isEmpty();
    assertThat(own.hits(a -> a)).hasSize(1);
    assertThat(own.problems().stream().map(Loading::told))
        .containsExactly(
            "5:7 own cannot be told of crm, and perhaps of others: it divides by zero");
  }

  @Test
  void aDateThatIsNoneFailsTheRule() {
    Loading own = Loading.when("days_since(full_name) > 3");
    assertThat(own.hits(a -> a.column("full_name", "2026-13-01"))).isEmpty();
    assertThat(own.problems()).hasSize(1);
    assertThat(own.problems().get(0).reason()).contains("does not begin with a date");
  }

  @Test
  void theOtherRulesOfAFolderAreLoaded() {
    Loading loaded =
        Loading.of(
            Map.of(
                "own.yaml", bytes(RULE),
                "other.yaml", bytes(RULE),
                "third.md", bytes("---\n" + RULE.replace("own", "third") + "---\n"),
                "README.md", bytes("no rule"),
                "notes.txt", bytes("no rule"),
                ".hidden.yaml", bytes("no rule")));
    assertThat(loaded.rules().stream().map(OwnRule::id)).containsExactly("own", "third");
    assertThat(loaded.problems().stream().map(Problem::reason))
        .containsExactly("the file has another name than its rule");
  }

  @Test
  void oneIdIsForOneRule() {
    assertThat(
            Loading.of("not-api-only.yaml", RULE.replace("id: own", "id: not-api-only")).problem())
        .isEqualTo("1:5 there is a rule not-api-only already");
    Loading twice =
        Loading.of(Map.of("own.yaml", bytes(RULE), "own.md", bytes("---\n" + RULE + "---\n")));
    assertThat(twice.rules()).hasSize(1);
    assertThat(twice.problems().stream().map(Loading::told))
        .containsExactly("1:5 there is a rule own already");
  }

  @Test
  void aFolderThatIsNotThereOrEmptyIsAProblem() {
    List<Problem> problems = new ArrayList<>();
    assertThat(OwnRules.load(List.of("no/such", "a\0b"), Set.of(), Runs.CATALOG, problems))
        .isEmpty();
    assertThat(problems).hasSize(2);
    assertThat(Loading.of(Map.of()).problems().get(0).reason()).isEqualTo("there is no rule here");
    assertThat(Loading.of("own.yml", RULE).problems().get(0).hint())
        .isEqualTo("give it another name");
  }

  @Test
  void linesMayEndAsOnWindowsAndBeginWithAByteOrderMark() {
    String text = "\uFEFF" + RULE.replace("\n", "\r\n");
    assertThat(Loading.of("own.yaml", text).rule().id()).isEqualTo("own");
    assertThat(Loading.of("own.md", "\uFEFF---\r\n" + text.substring(1) + "---\r\n").rule().id())
        .isEqualTo("own");
    assertThat(Loading.of("own.yaml", text.replace("own", "öwn")).problem())
        .isEqualTo("1:5 an id is made of small letters, digits and dashes");
  }

  @Test
  void theReadmeNamesEveryVariableAndFunction() throws IOException {
    String readme = Files.readString(Path.of("examples/own-rules/README.md"));
    assertThat(Vocabulary.FUNCTIONS)
        .allSatisfy(name -> assertThat(readme).contains("`" + name + "("));
    assertThat(Vocabulary.variables().keySet())
        .filteredOn(name -> Flag.of(name).isEmpty())
        .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
