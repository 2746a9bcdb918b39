package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vicilint.model.Estate;
import org.vicilint.testkit.Reading;

final class ExportProblemsTest {

  private static void assertRead(String text, String users, String... problems) {
    Estate estate = Reading.of(text);
    assertThat(Reading.problems(estate)).containsExactly(problems);
    assertThat(String.join(" ", Reading.users(estate))).isEqualTo(users);
  }

  @Test
  void readsTheRowsBesideOneWithTooManyOrTooFewFields() {
    assertRead(
        "user\tuser_level\nx\ta\ty\nb\nc\t3\n",
        "c",
        "-:2:1 this record has 3 fields, but the header has 2",
        "-:3:1 this record has 1 fields, but the header has 2");
  }

  @Test
  void saysThatTheExportLooksCutOff() {
    assertRead(
        "user\tuser_level\tactive\na\t1\tY\nb\t7",
        "a",
        "-:3:1 this record has 2 fields, but the header has 3: the export looks cut off");
  }

  @Test
  void goesOnAfterAQuoteThatIsNotClosed() {
    assertRead(
        "user,full_name,user_level\na,\"x,1\nb,y,2\nc,z,3\n",
        "b c",
        "-:2:3 a quoted field is not closed");
  }

  @Test
  void goesOnAfterAQuoteThatALaterOneCloses() {
    assertRead(
        "user,full_name,user_level\na,\"x,1\nb,\"y\",2\nc,z,3\n",
        "b c",
        "-:2:3 something stands between a closing quote and the next comma");
    assertRead(
        "user,full_name,user_level\na,\"x,1\nb,y\",2,4\nc,z,3\n",
        "c",
        "-:2:1 a quoted field that begins here runs over several lines, and the record with it",
        "-:3:1 this record has 4 fields, but the header has 3");
  }

  @Test
  void givesUpAfterTooManyErrors() {
    Estate estate = Reading.of("user,full_name\n" + "a,\"b\"c\n".repeat(100) + "d,e\n");

    assertThat(estate.problems()).hasSize(22);
    assertThat(Reading.problems(estate)).last().asString().contains("too many errors");
  }

  @Test
  void demandsAUser() {
    assertRead("user,user_level\n,8\nb,7\n", "b", "-:2:1 this record has no user");
    assertRead(
        "[{\"user\": null, \"user_level\": 8}, {\"user\": \"b\", \"user_level\": 7}]",
        "b",
        "-:1:2 this record has no user");
  }

  @Test
  void refusesWhatAColumnCannotHold() {
    assertRead(
        "user,active,user_level,modify_users\na,perhaps,12,7\n",
        "a",
        "-:2:3 active is neither Y nor N",
        "-:2:11 user_level is 12, but VICIdial's levels are 0 to 9",
        "-:2:14 modify_users is neither 0 nor 1");
  }

  @Test
  void refusesOtherTablesAndTablesWithoutAHeader() {
    String reason =
        "this is not a table that vicilint reads, or its line of column names is missing";
    assertRead("user\tlead_id\nx\t1\n", "", "-:1:1 " + reason);
    assertThat(
            Reading.problems(
                Reading.of(InputFormat.CSV, "4,\"1001\",\"1234\",\"Maria\"\n".getBytes())))
        .containsExactly("-:1:1 " + reason);
  }

  @Test
  void suspectsAMisspeltColumn() {
    Estate estate = Reading.of("user\tfull_name\tuser_levl\na\tb\t9\n");

    assertThat(Reading.problems(estate))
        .containsExactly("-:1:16 user_levl is not a column of vicidial_users");
    assertThat(estate.problems().get(0).hint()).isEqualTo("did you mean user_level?");
    assertThat(
            Reading.problems(
                "[{\"user\":\"a\",\"full_name\":\"b\",\n\"user_levl\":9},"
                    + "{\"user\":\"c\",\"full_name\":\"d\",\"user_levl\":9}]"))
        .containsExactly("-:2:1 user_levl is not a column of vicidial_users");
  }

  @Test
  void refusesAColumnThatStandsTwice() {
    Estate estate = Reading.of("user,user_level,user_level\na,3,9\n");

    assertThat(Reading.problems(estate))
        .containsExactly("-:1:17 user_level stands here a second time; the first one holds");
    assertThat(estate.accounts().get(0).userLevel()).isEqualTo(3);
  }

  @Test
  void refusesDuplicateAccounts() {
    assertRead(
        "user,user_level\na,1\nA,2\n", "a", "-:3:1 account A is already at -:2:1, which holds");
  }

  @Test
  void showsTheLineWhenNothingInTheFileMayBeSecret() {
    String row = "\na,perhaps,1\n";

    assertThat(Reading.of("user,active,user_level" + row).problems().get(0).excerpt())
        .isEqualTo("a,perhaps,1");
    assertThat(Reading.of("user,active,pass" + row).problems().get(0).excerpt()).isNull();
    assertThat(Reading.of("user,active,pwd" + row).problems().get(0).excerpt()).isNull();
  }
}
