package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vicilint.model.Estate;
import org.vicilint.source.Limits;
import org.vicilint.testkit.Reading;

/** Broken and hostile YAML: the place is exact, and the accounts beside it are read. */
final class YamlProblemsTest {

  private static String around(String broken) {
    return """
    accounts:
      - user: first
        user_level: 7
    %s
      - user: last
        user_level: 8
    groups:
      - user_group: G
    """
        .formatted(broken.stripTrailing());
  }

  private static void assertRead(String broken, String... problems) {
    Estate estate = Reading.of(around(broken));
    assertThat(Reading.problems(estate)).containsExactly(problems);
    assertThat(Reading.users(estate)).contains("first", "last");
    assertThat(estate.groups().find("G")).isPresent();
  }

  @Test
  void goesOnAfterAQuoteThatIsNotClosed() {
    assertRead("  - user: x\n    full_name: \"open\n", "-:5:16 a quoted text is not closed");
  }

  @Test
  void goesOnAfterAQuoteThatALaterOneCloses() {
    Estate estate =
        Reading.of(
            """
            accounts:
              - user: x
                full_name: "open
              - user: y
                full_name: "closed"
              - user: z
            """);

    assertThat(Reading.problems(estate))
        .containsExactly("-:5:17 this does not fit the keys above it");
    assertThat(Reading.users(estate)).containsExactly("y", "z");
  }

  @Test
  void goesOnAfterAColonTooMany() {
    assertRead("  - user: x: y\n", "-:4:12 a colon stands where none can be");
  }

  @Test
  void goesOnAfterAKeyWithoutAColon() {
    assertRead("  - user: x\n    user_level\n    active: Y\n", "-:5:5 a key without a colon");
  }

  @Test
  void goesOnAfterATab() {
    assertRead("  - user: x\n\tuser_level: 8\n", "-:5:1 no value can begin with this character");
  }

  @Test
  void goesOnAfterWrongIndentation() {
    assertRead(
        "  - user: x\n      active: Y\n   user_level: 8\n",
        "-:5:13 a colon stands where none can be");
  }

  @Test
  void goesOnAfterABracketThatIsNotClosed() {
    assertRead(
        "  - user: x\n    functions: [add_lead\n    active: Y\n",
        "-:5:16 a list in brackets is not closed");
  }

  @Test
  void goesOnAfterSeveralErrors() {
    Estate estate =
        Reading.of(
            """
            accounts:
            - user: a
            - user: b: c
            - user: d
            - user: "e
            - user: f
            ---
            accounts:
            - user: g
            """);

    assertThat(Reading.problems(estate))
        .containsExactly(
            "-:3:10 a colon stands where none can be", "-:5:9 a quoted text is not closed");
    assertThat(Reading.users(estate)).containsExactly("a", "d", "f", "g");
  }

  @Test
  void givesUpAfterTooManyErrors() {
    Estate estate = Reading.of("accounts:\n" + "  - user: b: c\n".repeat(50));

    assertThat(estate.problems()).hasSize(22);
    assertThat(Reading.problems(estate)).last().asString().contains("too many errors");
  }

  @Test
  void refusesNestingThatIsTooDeep() {
    assertRead(
        "  - user: x\n    used_by: " + "[".repeat(60_000) + "\n",
        "-:5:43 lists or mappings stand more than 32 deep");
  }

  @Test
  void refusesTagsAndTakesNothingForTheValue() {
    Estate estate =
        Reading.of(
            """
            accounts:
              - user: a
                user_level: !!java.lang.Integer 9
                active: !!str N
                full_name: !vault x
            """);

    assertThat(Reading.problems(estate))
        .containsExactly("-:3:17 this tag is not read", "-:5:16 this tag is not read");
    assertThat(estate.accounts().get(0).userLevel()).isEqualTo(1);
    assertThat(estate.accounts().get(0).active()).isFalse();
  }

  @Test
  void refusesMergeKeys() {
    assertThat(
            Reading.problems(
                """
                accounts:
                  - &base
                    user: a
                  - <<: *base
                    user: b
                """))
        .containsExactly("-:4:5 a merge key is not read");
  }

  @Test
  void refusesAliasesOfNothingAndOfThemselves() {
    assertRead(
        "  - user: x\n    used_by: *none\n    functions: &f [add_lead, *f]\n",
        "-:5:14 an alias names nothing above it",
        "-:6:30 an alias stands within what it names",
        "-:6:30 this is not the name of a function");
  }

  @Test
  void refusesTooManyAliases() {
    String text = "accounts:\n  - user: &u a\n    used_by: [" + "*u, ".repeat(200) + "x]\n";

    assertThat(Reading.problems(text)).contains("-:3:415 the file holds more than 100 aliases");
  }

  @Test
  void readsABillionLaughsInNoTime() {
    StringBuilder text = new StringBuilder("accounts: [{user: a}]\nx: &a0 [l, l]\n");
    for (int i = 1; i < 30; i++) {
      text.append("x%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }

    assertThat(Reading.users(text.toString())).containsExactly("a");
  }

  @Test
  void refusesKeysThatAreNoWords() {
    assertRead(
        "  - user: x\n    ? [a, b]\n    : 1\n    {c: d}: 2\n    active: Y\n",
        "-:5:7 a list or mapping cannot be a key",
        "-:7:5 a list or mapping cannot be a key");
  }

  @Test
  void replacesControlCharacters() {
    assertRead(
        "  - user: x\n    full_name: a\u0007b\n", "-:5:17 a control character stands in the text");
  }

  @Test
  void stopsAtALineThatWouldTakeTooLong() {
    Estate estate =
        Reading.of("accounts:\n  - user: a\n    owner: " + "x".repeat(70_000) + "\n  - user: b\n");

    assertThat(Reading.problems(estate))
        .containsExactly("-:3:1 this line is too long: the rest is not read");
    assertThat(Reading.users(estate)).containsExactly("a");
  }

  @Test
  void stopsAtTooManyValues() {
    Limits few = new Limits(1000, 1000, 32, 100, 20, 100);
    Estate estate =
        new EstateReader(null, few)
            .read(
                java.util.List.of("-"),
                new java.io.ByteArrayInputStream(
                    ("accounts:\n" + "  - {user: a}\n".repeat(20)).getBytes()));

    assertThat(Reading.problems(estate)).anyMatch(p -> p.contains("holds too many values"));
  }

  @Test
  void readsWindowsLineEnds() {
    Estate estate =
        Reading.of(
            "accounts:\r\n  - user: a\r\n    active: x\r\n  - user: b: c\r\n  - user: d\r\n");

    assertThat(Reading.problems(estate))
        .containsExactly(
            "-:3:13 active is neither Y nor N", "-:4:12 a colon stands where none can be");
    assertThat(Reading.users(estate)).containsExactly("a", "d");
  }

  @Test
  void readsADocumentOnceThatEndsBeforeAnError() {
    assertThat(Reading.problems(Reading.of("just text\n# heading\nmore\n")))
        .containsExactly(
            "-:1:1 this is not a definition: neither accounts nor groups are in it",
            "-:3:1 this is not valid YAML");
    Estate estate = Reading.of("---\n{accounts: [{user: a, active: x}]}\n![x](y)\n");
    assertThat(Reading.problems(estate))
        .containsExactly("-:2:31 active is neither Y nor N", "-:3:1 this is not valid YAML");
  }
}
