package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vicilint.model.Estate;
import org.vicilint.testkit.Reading;

final class JsonProblemsTest {

  @Test
  void keepsTheAccountsBeforeABreak() {
    String[] breaks = {
      "{\"accounts\": [{\"user\": \"a\"},\n {\"user\": nope}]}",
      "[{\"user\": \"a\", \"user_level\": 1},\n {\"user\": nope}]"
    };
    for (String text : breaks) {
      Estate estate = Reading.of(text);
      assertThat(Reading.users(estate)).containsExactly("a");
      assertThat(Reading.problems(estate)).singleElement().asString().startsWith("-:2:");
      assertThat(estate.problems().get(0).reason()).isEqualTo("this is not valid JSON");
    }
  }

  @Test
  void saysWhenTheTextEndsTooEarly() {
    Estate definitions = Reading.of("{\"accounts\": [{\"user\": \"a\"},\n {\"user\": \"b\"");
    Estate export = Reading.of("[{\"user\": \"a\", \"user_level\": 1},\n {\"user\": \"b\"");
    Estate list = Reading.of("[{\"user\": \"a\", \"user_level\": 1}\n");

    for (Estate estate : java.util.List.of(definitions, export, list)) {
      assertThat(Reading.users(estate)).containsExactly("a");
      assertThat(estate.problems()).singleElement();
      assertThat(estate.problems().get(0).reason()).isEqualTo("the JSON ends too early");
    }
  }

  @Test
  void refusesDuplicateKeys() {
    assertThat(Reading.problems("{\"accounts\": [{\"user\": \"a\", \"user\": \"b\"}]}"))
        .containsExactly("-:1:29 user stands here a second time; the first one holds");
    Estate export = Reading.of("[{\"user\": \"a\",\n\"user_level\": 3, \"user_level\": 9}]");
    assertThat(Reading.problems(export))
        .containsExactly("-:2:18 user_level stands here a second time; the first one holds");
    assertThat(export.accounts().get(0).userLevel()).isEqualTo(3);
  }

  @Test
  void refusesNestingThatIsTooDeep() {
    String deep = "[".repeat(200) + "]".repeat(200);
    Estate estate =
        Reading.of(
            "{\"accounts\": [{\"user\": \"a\", \"used_by\": " + deep + "}, {\"user\": \"b\"}]}");

    assertThat(Reading.problems(estate))
        .contains("-:1:69 lists or objects stand more than 32 deep");
    assertThat(Reading.users(estate)).containsExactly("a", "b");
  }

  @Test
  void stopsAtATextThatIsTooLong() {
    String user = "{\"user\": \"" + "x".repeat(2_000_000) + "\", \"user_level\": 1}";
    String export = "[{\"user\": \"a\", \"user_level\": 1},\n" + user + "]";
    String definitions = "{\"accounts\": [{\"user\": \"a\"},\n" + user + "]}";

    for (String text : java.util.List.of(export, definitions)) {
      Estate estate = Reading.of(text);
      assertThat(Reading.problems(estate))
          .containsExactly("-:2:10 a value is too large, or nested too deep");
      assertThat(Reading.users(estate)).containsExactly("a");
    }
  }

  @Test
  void refusesASecondObject() {
    Estate estate = Reading.of("{\"accounts\": [{\"user\": \"a\"}]}\n{\"accounts\": []}");

    assertThat(Reading.problems(estate))
        .containsExactly("-:2:1 something stands behind the end of the JSON object");
    assertThat(Reading.users(estate)).containsExactly("a");
  }

  @Test
  void refusesItemsThatAreNoRecords() {
    Estate estate = Reading.of("[1, [2], {\"user\": \"a\", \"user_level\": [7]}]");

    assertThat(Reading.problems(estate))
        .containsExactly(
            "-:1:2 this is not a record",
            "-:1:5 this is not a record",
            "-:1:38 user_level takes a single value");
    assertThat(Reading.users(estate)).containsExactly("a");
  }

  @Test
  void refusesRecordsOfOtherTables() {
    assertThat(Reading.problems("[{\"list_id\": 1}]"))
        .containsExactly("-:1:2 this record is of no table that vicilint reads");
  }

  @Test
  void refusesAnArrayWhereTheFormatSaysSomethingElse() {
    Estate estate = Reading.of(InputFormat.JSON, "12".getBytes());

    assertThat(Reading.problems(estate)).containsExactly("-:1:1 this is not a list of records");
  }
}
