package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Estate;
import org.vicilint.testkit.Reading;

final class RecognitionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts:\n  - user: a\n",
        "# user, user_level\naccounts:\n  - user: a\n",
        "---\naccounts: [{user: a, full_name: 'x, user, y'}]\n",
        "{\"accounts\": [{\"user\": \"a\"}]}",
        " \n[{\"user\": \"a\", \"user_level\": 1}]",
        "user\tuser_level\na\t1\n",
        "user,user_level\na,1\n",
        "\"user\",\"user_level\"\n\"a\",\"1\"\n"
      })
  void tellsTheFormatFromTheContent(String text) {
    Reading.only(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\r\n ", "\uFEFF"})
  void refusesAnEmptyFile(String text) {
    assertThat(Reading.problems(text)).containsExactly("- the file is empty");
  }

  @ParameterizedTest
  @CsvSource({
    "504B0304, this is a zip or Excel file",
    "53514C69746520666F726D6174, this is an SQLite database",
    "FFFE6100, this is UTF-16 text",
    "FEFF0061, this is UTF-16 text",
    "610062, this is a binary file",
    "3C3F786D6C, 'this is XML or HTML, but not what mysql --xml or mysqldump --xml writes'",
    "2B2D2D2D2B, this is a table drawn for a terminal",
    "2A2A2A2A2A2A2A20312E20726F77, this is a table drawn for a terminal",
  })
  void refusesWhatIsNoText(String hex, String reason) {
    Estate estate = Reading.of(java.util.HexFormat.of().parseHex(hex));

    assertThat(Reading.problems(estate)).containsExactly("- " + reason);
    assertThat(estate.problems().get(0).hint()).isNotBlank();
  }

  @Test
  void refusesOtherSeparators() {
    assertThat(Reading.problems("user;user_level\na;1\n"))
        .containsExactly("- the fields are not separated by commas or tabs");
  }

  @Test
  void goesOnAfterBytesThatAreNotUtf8() {
    byte[] yaml =
        "accounts:\n  - user: a\n    full_name: M\u00fcller\n  - user: b\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] tsv = "user\tfull_name\na\tM\u00fcller\nb\tx\n".getBytes(StandardCharsets.ISO_8859_1);

    Estate fromYaml = Reading.of(yaml);
    assertThat(Reading.problems(fromYaml)).containsExactly("-:3:17 these bytes are not UTF-8 text");
    assertThat(Reading.users(fromYaml)).containsExactly("a", "b");
    assertThat(fromYaml.problems().get(0).hint()).contains("--default-character-set=utf8mb4");
    Estate fromTsv = Reading.of(tsv);
    assertThat(Reading.problems(fromTsv)).containsExactly("-:2:4 these bytes are not UTF-8 text");
    assertThat(fromTsv.accounts().get(0).fullName()).isEqualTo("M\uFFFDller");
  }

  @Test
  void findsBadBytesFarBehindTheBeginning() {
    StringBuilder text = new StringBuilder("user,user_level\r\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("u").append(i).append(",1\r\n");
    }
    byte[] bytes = (text + "xy\u00ff,1\r\nlast,2\r\n").getBytes(StandardCharsets.ISO_8859_1);
    Estate estate = Reading.of(bytes);

    assertThat(Reading.problems(estate))
        .containsExactly("-:20002:3 these bytes are not UTF-8 text");
    assertThat(estate.accounts()).hasSize(20_002);
  }

  @Test
  void refusesANulFarBehindTheBeginning() {
    String text = "user\tfull_name\n" + "a\t" + "x".repeat(9000) + "\0\n";

    assertThat(Reading.problems(text)).contains("-:2:9003 a NUL byte stands in the text");
  }

  @Test
  void believesTheFormatThatIsGiven() {
    assertThat(Reading.users(Reading.of(InputFormat.TSV, "user\tpass\na\tb\n".getBytes())))
        .containsExactly("a");
    assertThat(Reading.problems(Reading.of(InputFormat.JSON, "accounts: []".getBytes())))
        .containsExactly("-:1:1 this is not valid JSON");
    assertThat(
            Reading.users(
                Reading.of(InputFormat.JSON, "{\"accounts\":[{\"user\":\"a\"}]}".getBytes())))
        .containsExactly("a");
    assertThat(
            Reading.users(
                Reading.of(InputFormat.DEFINITIONS, "{accounts: [{user: a}]}".getBytes())))
        .containsExactly("a");
  }
}
