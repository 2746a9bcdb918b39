package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** {@code vicilint explain-build}, from the command line. */
class ExplainBuildTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          250720-1841 ~ non_agent ~ exact ~ 250720-1841 ~ true ~ 250122-1010 ~ 0
          VERSION: 2.14-190|BUILD: 240703-1657|DATE: 2025-07-20 18:41:00|EPOCH: 1753036860 ~ non_agent ~ exact ~ 240703-1657 ~ true ~ 240429-2220 ~ 0
          {"answer":"VERSION: 2.14-82|BUILD: 250122-1010|DATE"} ~ agent ~ exact ~ 250122-1010 ~ true ~ 250720-1841 ~ 0
          250719-0000 ~ non_agent ~ between ~ 250620-1007 ~ false ~ 250122-1010 ~ 0
          270101-0000 ~ non_agent ~ newer ~ 250720-1841 ~ false ~ 250122-1010 ~ 1
          70101-0000 ~ non_agent ~ older ~ null ~ false ~ null ~ 1
          200824-2330 ~ non_agent ~ exact ~ 200824-2330 ~ false ~ 200403-1510 ~ 0
          """)
  void itSaysWhichEntryAppliesAndHowWellItIsKnown(
      String line,
      String api,
      String known,
      String applies,
      boolean confirmed,
      String other,
      int s) {
    Cli run = Cli.run("explain-build", line, "--format", "json");
    assertThat(run.status()).isEqualTo(s);
    JsonNode json = Vectors.parse(run.out());
    assertThat(json.get("api").asText()).isEqualTo(api);
    assertThat(json.get("known").asText()).isEqualTo(known);
    assertThat(json.get("applies").asText()).isEqualTo(applies);
    assertThat(json.get("confirmed").asBoolean()).isEqualTo(confirmed);
    assertThat(json.get("other_api_build").asText()).isEqualTo(other);
    assertThat(Cli.runWith("a line before\n" + line, "explain-build", "--format", "json").out())
        .isEqualTo(run.out());
  }

  @Test
  void twoRevisionsUnderOneNameAreTold() {
    assertThat(Cli.run("explain-build", "200824-2330").out()).contains("Two revisions go by");
    assertThat(Cli.run("explain-build", "200403-1510").out()).contains("update_fields");
    assertThat(Cli.run("explain-build", "200403-1510", "--api", "non_agent").out())
        .contains("behave as\n  the older, 200331-1207");
    assertThat(Cli.run("explain-build", "90522-0506").err()).contains("--api agent");
  }

  @Test
  void aBuildIsShownAsItWasGiven() {
    for (String build : List.of("000101-0000", "80801-0047", "250720-1841")) {
      assertThat(Cli.run("explain-build", build).out()).startsWith(build + "  ");
    }
  }

  @Test
  void withoutABuildItIsIncomplete() {
    for (String text :
        new String[] {"", "nonsense", "999999-9999", "\u001b[31m\0", "x".repeat(100_000)}) {
      Cli run = Cli.runWith(text, "explain-build");
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.all())
          .isEqualTo(
              "vicilint: there is no build in what was given; builds look like 250720-1841\n");
    }
  }
}
