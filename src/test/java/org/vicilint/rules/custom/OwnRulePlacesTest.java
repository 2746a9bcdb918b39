package org.vicilint.rules.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.model.Problem;
import org.vicilint.testkit.Loading;

/** Problems stand exactly where the fault is. */
class OwnRulePlacesTest {
  private static final String RULE =
      "id: own\ntitle: Own\nseverity: high\nmessage: is flagged\nwhen: active\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "active && user_leve > 8 | 5:17 | there is no variable 'user_leve'",
        "active > 8 | 5:14 | '>' does not go with bool, int",
        "user_level | 5:7 | the answer must be bool, and this is int",
        "user_level = 8 | 5:18 | '=' means nothing here",
        "active and user_level > 3 | 5:14 | 'and' does not fit here",
        "(user_level > 8 | 5:22 | a ) is missing here",
        "user_level > | 5:19 | the expression ends too early",
        "user == 'abc | 5:15 | this text does not end, or has a backslash that means nothing",
        "active && kan('add_lead') | 5:17 | there is no function 'kan'",
        "user.startWith('a') | 5:12 | there is no function 'startWith'",
        "can(8) | 5:7 | 'can' does not go with int",
        "can('ad_lead') | 5:11 | no build of VICIdial has a function 'ad_lead'",
        "can('add_lead', 'delete=Y') | 5:23 | add_lead has no operation 'delete=Y'",
        "user.matches('[') | 5:20 | this is not a pattern: missing closing ]",
        "user.matches(full_name) | 5:20 | matches() needs a pattern in quotes",
        "user.name == '' | 5:11 | nothing has parts that are named with a dot",
        "granted[0] == '' | 5:14 | '[]' cannot be used in rules",
        "granted + granted == granted | 5:15 | lists cannot be added",
        "granted.map(f, f) == [] | 5:15 | there is no function 'map'",
        "size([granted]) > 0 | 5:13 | a list cannot stand in a list",
        "user_level > 99999999999999999999 | 5:20 | this number is too large",
        "user == 'ä' && fo | 5:22 | there is no variable 'fo'",
        "if | 5:7 | CEL keeps this word for itself",
        "user in [1, 'a'] | 5:19 | the items of a list are of one kind",
        "user == null | 5:12 | '==' does not go with string, null",
        "!active | 5:7 | YAML takes a ! at the beginning for a tag",
        "granted.all(a, needed.all(b, a in needed && b in granted)) | 5:18 | this would take too long",
        "1.5 > 1.0 | 5:11 | '>' does not go with double, double",
        "b'a' == b'a' | 5:7 | this kind of value has no use here"
      })
  void inAPlainCondition(String when, String place, String reason) {
    Loading loaded = Loading.of("own.yaml", RULE.replace("active", when));
    assertThat(Loading.told(loaded.problems().get(0))).isEqualTo(place + " " + reason);
    assertThat(loaded.rules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "|N  activ > 1N; 6:3",
        "|N  active &&N    activ; 7:5",
        "|-NN    active &&NN      (activ)NN; 9:8",
        "|2N  active &&N    activ; 7:5",
        ">N  active &&N  activ &&N  active; 7:3",
        ">-NN  active &&NN    activN; 9:5",
        "activeN  &&N  activ; 7:3",
        "activ; 5:7",
        "'activ'; 5:8",
        "'user == ''crm'' && activ'; 5:27",
        "'user == ''crm''N    && activ'; 6:8",
        "\"user == 'crm' && activ\"; 5:25",
        "\"user == 'crm'NN  && activ\"; 7:6",
        "\"user == \\u0027crm' && activ\"; 5:7",
        "!!str activ; 5:13",
        "&a activ; 5:10",
        "| # commentN  activ; 6:3",
      })
  void inEveryWayToWriteAText(String when, String place) {
    String text = RULE.replace("active", when.replace("N", "\n"));
    assertThat(Loading.of("own.yaml", text).problems().stream().map(Loading::told))
        .containsExactly(place + " there is no variable 'activ'");
  }

  @Test
  void behindAPageTheLinesOfItsFrontMatterCount() {
    String page = "---\n" + RULE.replace("active", "activ") + "---\n# Own\n";
    assertThat(Loading.of("own.md", page).problem()).isEqualTo("6:7 there is no variable 'activ'");
  }

  @Test
  void aProblemShowsTheLineAndACaret() {
    Problem problem =
        Loading.of("own.yaml", RULE.replace("active", "user == '\uD83D\uDE00' && x"))
            .problems()
            .get(0);
    assertThat(problem.place().column()).isEqualTo(22);
    assertThat(problem.excerpt()).isEqualTo("when: user == '\uD83D\uDE00' && x");
    assertThat(problem.excerpt().substring(problem.caret())).isEqualTo("x");
    assertThat(problem.place().source()).endsWith("/own.yaml");
  }

  @Test
  void ofALongLineOnlyAPartIsShown() {
    String when = "active" + " && active".repeat(300) + " && activ";
    Problem problem = Loading.of("own.yaml", RULE.replace("active", when)).problems().get(0);
    assertThat(problem.excerpt()).hasSizeLessThanOrEqualTo(160);
    assertThat(problem.excerpt().substring(problem.caret())).isEqualTo("activ");
  }

  @Test
  void severalFaultsAreToldTogether() {
    String text =
        RULE.replace("high", "hihg").replace("active", "activ && usr == ''") + "fixx: 1\n";
    assertThat(Loading.of("own.yaml", text).problems())
        .extracting(p -> Loading.told(p) + "; " + p.hint())
        .containsExactly(
            "6:1 fixx is not a key of a rule; did you mean fix?",
            "3:11 this is none of critical, high, medium, low, info; did you mean high?",
            "5:7 there is no variable 'activ'; did you mean active? A text stands in quotes",
            "5:16 there is no variable 'usr'; did you mean user? A text stands in quotes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "message: is {usr}; 6:14; there is no variable 'usr'",
        "message: is {user; 6:13; this brace is not closed",
        "message: [a]; 6:10; message takes a single text",
        "message:; 6:9; message has no value",
        "confidence: sure; 6:13; this is none of certain, likely",
        "evidence: user; 6:11; evidence takes a list",
        "evidence: [user, today]; 6:18; today cannot be shown as evidence",
        "evidence: [usr]; 6:12; usr cannot be shown as evidence",
        "evidence: [[a]]; 6:12; an item of evidence takes a single text",
        "references: {a: b}; 6:13; references takes a list",
        "fix: user_level; 6:6; fix takes a mapping",
        "fix: {user_level: 10}; 6:19; user_level cannot be set to this",
        "fix: {user_level: []}; 6:19; user_level takes a single text",
        "fix: {modify_users: maybe}; 6:21; modify_users cannot be set to this",
        "fix: {active: 2}; 6:15; active cannot be set to this",
        "fix: {modify_user: 1}; 6:7; fix cannot set modify_user",
        "fix: {user: x}; 6:7; fix cannot set user",
        "fix: {api_allowed_functions: add_lead}; 6:30; api_allowed_functions cannot be set to this",
        "fix: {api_allowed_functions: [ad_lead]}; 6:31; no build of VICIdial has a function 'ad_lead'",
        "since: 1N- a; 7:1; this is not valid YAML: expected <block end>, but found '-'",
        "title: x; 6:1; title is here twice",
        "[a]: x; 6:1; this is not a key of a rule",
        "since: 'x; 6:8; this is not valid YAML: a quote is not closed",
      })
  void inEveryOtherKey(String line, String place, String reason) {
    String key = line.replaceAll(":.*", "");
    String text =
        (key.equals("message") ? RULE.replace("message: is flagged", "category: x") : RULE)
            + line.replace("N", "\n");
    assertThat(Loading.of("own.yaml", text).problem()).isEqualTo(place + " " + reason);
  }

  @ParameterizedTest
  @CsvSource({"id", "title", "severity", "message", "when"})
  void whatIsMissingIsNamed(String key) {
    String text = RULE.replaceAll("(?m)^" + key + ":.*\\n", "");
    assertThat(Loading.of("own.yaml", text).problem()).isEqualTo("1:1 the rule has no " + key);
  }

  @Test
  void aFileThatIsNoRuleIsAProblem() {
    assertThat(Loading.of("own.yaml", "").problem()).isEqualTo("1:1 this is not a rule");
    assertThat(Loading.of("own.yaml", "- a").problem()).isEqualTo("1:1 this is not a rule");
    assertThat(Loading.of("own.yaml", RULE + "---\n" + RULE).problem())
        .startsWith("6:1 this is not valid YAML");
    assertThat(Loading.of("own.md", "# Own\n").problem())
        .isEqualTo("1:1 this page has no front matter");
    assertThat(Loading.of("own.md", "---\n" + RULE).problem())
        .isEqualTo("1:1 this page has no front matter");
    assertThat(Loading.of("own.yaml", RULE + "since: \u0007").problem())
        .isEqualTo("6:8 this is not valid YAML: a character that it does not allow");
  }

  @Test
  void bytesThatAreNoTextHaveAPlace() {
    byte[] bytes = (RULE + "since: äx").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;
    assertThat(Loading.of(Map.of("own.yaml", bytes)).problem())
        .isEqualTo("6:9 this is not UTF-8 from here on");
  }
}
