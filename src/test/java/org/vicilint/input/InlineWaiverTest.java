package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Estate;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Waiver;
import org.vicilint.testkit.Reading;

final class InlineWaiverTest {
  private static final String WAIVE = "# vicilint: waive not-api-only -- ops: soon";

  /** {@code line:column account}, one a waiver. */
  private static List<String> waivers(String text) {
    Estate estate = Reading.of(text);
    assertThat(estate.problems()).isEmpty();
    return estate.waivers().stream()
        .map(w -> w.place().line() + ":" + w.place().column() + " " + w.accounts().get(0))
        .toList();
  }

  private static List<String> problems(String text) {
    Estate estate = Reading.of(text);
    assertThat(estate.waivers()).isEmpty();
    return Reading.problems(estate);
  }

  @Test
  void readsEverythingThatAWaiverSays() {
    Estate estate =
        Reading.of(
            """
            accounts:
              - user: crm
                # vicilint: waive unneeded-flag function add_user flag modify_users flag delete_users until 2027-01-31 -- ops@example.com: until then: the CRM
            """);

    assertThat(estate.problems()).isEmpty();
    assertThat(estate.waivers())
        .containsExactly(
            new Waiver(
                "unneeded-flag",
                List.of("crm"),
                List.of("add_user"),
                List.of("modify_users", "delete_users"),
                "until then: the CRM",
                "ops@example.com",
                LocalDate.of(2027, 1, 31),
                new SourceLocation("-", 3, 5)));
  }

  @Test
  void leavesItToTheProfileWhetherAWaiverMayHoldForEver() {
    Estate estate = Reading.of("accounts:\n  - user: crm " + WAIVE + "\n");

    assertThat(estate.waivers()).singleElement().satisfies(w -> assertThat(w.expires()).isNull());
  }

  @Test
  void belongsToTheAccountInWhoseLinesItStands() {
    assertThat(
            waivers(
                """
                accounts:
                  - user: a
                    user_level: 9 %1$s
                    # something else
                    %1$s
                    functions:
                      - add_lead
                      - update_lead %1$s
                  - user: b %1$s
                  - {user: c} %1$s
                groups:
                  - user_group: G
                """
                    .formatted(WAIVE)))
        .containsExactly("3:19 a", "5:5 a", "8:21 a", "9:13 b", "10:15 c");
  }

  @Test
  void aboveAnAccountItBelongsToThatOne() {
    assertThat(
            waivers(
                """
                accounts:
                  %1$s
                  - user: a
                    active: Y

                  # why
                  %1$s

                  -
                    %1$s
                    user: b
                %1$s
                  - # nothing
                    user: c
                """
                    .formatted(WAIVE)))
        .containsExactly("2:3 a", "7:3 b", "10:5 b", "12:1 c");
  }

  @Test
  void indentedLikeTheKeysAboveItBelongsToThem() {
    assertThat(
            waivers(
                """
                accounts:
                - user: a
                  user_level: 9
                  %1$s
                - user: b
                %1$s
                - user: c
                  %1$s
                """
                    .formatted(WAIVE)))
        .containsExactly("4:3 a", "6:1 c", "8:3 c");
  }

  @Test
  void lessIndentedAmongKeysItBelongsToThemAllTheSame() {
    assertThat(waivers("accounts:\n  - user: a\n" + WAIVE + "\n    user_level: 1\n"))
        .containsExactly("3:1 a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W\naccounts:\n  - user: a\n",
        "accounts: W\n  - user: a\n",
        "accounts:\n  - user: a\nW\n",
        "accounts:\n  - user: a\n  W\ngroups:\n  - user_group: G\n",
        "accounts:\n  - user: a\ngroups:\n  W\n  - user_group: G\n",
        "accounts:\n  - user: a\ngroups:\n  - user_group: G W\n",
        "accounts:\n  - user: a\ngroups: W\n",
        "accounts:\n  - user: a\n--- W\n",
      })
  void belongsToNoAccountOutsideOfThem(String text) {
    assertThat(problems(text.replace("W", WAIVE)))
        .singleElement()
        .asString()
        .endsWith("this comment belongs to no account");
  }

  @Test
  void cannotTellOneOfSeveralAccountsInALine() {
    assertThat(problems("accounts: [{user: a}, {user: b}] " + WAIVE + "\n"))
        .containsExactly("-:1:34 several accounts stand in this line");
    assertThat(waivers("accounts: [{user: a},\n  {user: b}, " + WAIVE + "\n  {user: c}]\n"))
        .containsExactly("2:14 b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "full_name: \"x W\"",
        "full_name: 'it''s W'",
        "full_name: xW",
        "full_name: \"x \\\" W\"",
        "full_name: 'x\n      W\n      y'",
        "full_name: \"x\n      W\"",
        "full_name: |\n      x\n      W",
        "full_name: >-\n      W\n\n      W",
        "? |\n      W\n    : 1",
      })
  void isNoTextThatLooksLikeOne(String value) {
    Estate estate =
        Reading.of(
            "accounts:\n  - user: a\n    " + value.replace("W", WAIVE) + "\n    active: Y\n");

    assertThat(estate.waivers()).isEmpty();
    assertThat(Reading.problems(estate)).noneMatch(problem -> problem.contains("comment"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "full_name: Bob's W",
        "full_name: \"x # y\" W",
        "full_name: 'x' W",
        "full_name: \"x\n      y\" W",
        "full_name: |\n      x\n    W",
        "full_name: \"\\u0085 \uD83D\uDE00\" W",
        "used_by: [a, b] W",
        "full_name: rock 'n roll W",
        "full_name: |  W\n      x",
        "purpose: the text vicilint W",
      })
  void isAnyCommentBehindAText(String value) {
    assertThat(
            waivers("accounts:\n  - user: a\n    " + value.replace("W", WAIVE) + "\n  - user: b\n"))
        .singleElement()
        .asString()
        .endsWith(" a");
  }

  @Test
  void countsLinesAsTheParserDoes() {
    assertThat(
            waivers(
                "accounts:\r\n  - user: a\r\n    full_name: \"x\u2028y\"\r\n"
                    + "  - user: b\r    active: Y "
                    + WAIVE
                    + "\n  - user: c\n"))
        .containsExactly("6:15 b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# vicilint: waive",
        "# vicilint: waive not-api-only",
        "# vicilint: waive not-api-only until 2027-01-31",
        "# vicilint: waive not-api-only -- reason",
        "# vicilint: waive not-api-only -- ops: ",
        "# vicilint: waive not-api-only - ops: reason",
        "# vicilint: waive -- ops: reason",
        "# vicilint: waive not-api-only until -- ops: reason",
        "# vicilint: waive a b -- ops: reason",
        "# vicilint: waive not-api-only flag -- ops: reason",
        "# vicilint: wave not-api-only -- ops: reason",
        "# vicilint: ignore not-api-only",
        "# vicilint waive not-api-only -- ops: reason",
        "#vicilint:",
      })
  void saysTheRightFormWhenItIsNoWaiver(String comment) {
    Estate estate = Reading.of("accounts:\n  - user: a\n    active: Y " + comment + "\n");

    assertThat(estate.waivers()).isEmpty();
    assertThat(Reading.problems(estate))
        .containsExactly("-:3:15 this comment does not waive anything");
    assertThat(estate.problems().get(0).hint())
        .isEqualTo("write # vicilint: waive RULE until YYYY-MM-DD -- owner: reason");
    assertThat(estate.problems().get(0).excerpt()).isEqualTo("    active: Y " + comment);
    assertThat(estate.problems().get(0).caret()).isEqualTo(14);
  }

  @Test
  void saysWhichWordIsWrong() {
    String text = "accounts:\n  - user: a\n    # vicilint: waive %s -- ops: reason\n";

    assertThat(problems(text.formatted("r until 2027-02-30")))
        .containsExactly("-:3:5 what stands behind until is not a date");
    assertThat(problems(text.formatted("r flag modify_user")))
        .containsExactly("-:3:5 this is not the name of a column");
    assertThat(problems(text.formatted("r function add-user")))
        .containsExactly("-:3:5 this is not the name of a function");
    assertThat(problems(text.formatted("*"))).containsExactly("-:3:5 this is not the id of a rule");
    assertThat(Reading.of(text.formatted("r flag modify_user")).problems().get(0).hint())
        .isEqualTo("did you mean modify_users?");
  }

  @Test
  void leavesOtherCommentsAlone() {
    assertThat(
            waivers(
                """
                # vicilint reads this
                accounts: # see vicilint: the manual
                  - user: a # not for vicilint: waive
                # for example "# vicilint: waive not-api-only -- ops: reason"
                """))
        .isEmpty();
  }

  @Test
  void doesNotWaiveForOthersByANameLikeAPattern() {
    assertThat(problems("accounts:\n  - user: 'api*' " + WAIVE + "\n"))
        .singleElement()
        .asString()
        .startsWith("-:2:18 the waiver would be one for other accounts, too");
  }

  @Test
  void goesToNobodyFromAnAccountThatCouldNotBeRead() {
    Estate estate =
        Reading.of(
            """
            accounts:
              - user: a
              - user: b: c %1$s
                active: Y %1$s
              - full_name: nobody %1$s
              - "text" %1$s
              - user: z
            """
                .formatted(WAIVE));

    assertThat(estate.waivers()).isEmpty();
    assertThat(Reading.users(estate)).containsExactly("a", "z");
    assertThat(Reading.problems(estate)).contains("-:3:12 a colon stands where none can be");
  }

  @Test
  void isNotFooledByAliases() {
    assertThat(
            waivers(
                """
                accounts:
                  - &a
                    user: a
                    active: N %1$s
                """
                    .formatted(WAIVE)))
        .containsExactly("4:15 a");
    Estate estate = Reading.of("accounts:\n  - &a {user: a}\n  - *a " + WAIVE + "\n  - user: b\n");
    assertThat(estate.waivers()).isEmpty();
    assertThat(Reading.problems(estate)).contains("-:3:8 this comment belongs to no account");
  }
}
