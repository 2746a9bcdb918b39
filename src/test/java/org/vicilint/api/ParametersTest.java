package org.vicilint.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.model.Build;

/** What the data file says of parameters holds together, and fits VICIdial's columns. */
class ParametersTest {
  private static final Parameters PARAMETERS = Parameters.known();
  private static final Build NEWEST = Build.parse("250720-1841").orElseThrow();

  @Test
  void everyNameThatIsUsedIsDefined() {
    PARAMETERS
        .functions()
        .values()
        .forEach(f -> assertThat(PARAMETERS.byName()).containsKeys(names(f)));
    assertThat(PARAMETERS.byName())
        .containsKeys(
            PARAMETERS.updates().stream().map(UpdateStep::parameter).toArray(String[]::new));
    assertThat(PARAMETERS.byName().keySet()).containsAll(PARAMETERS.meant().values());
    assertThat(PARAMETERS.byName())
        .doesNotContainKeys(PARAMETERS.meant().keySet().toArray(String[]::new));
  }

  @Test
  void everyColumnHoldsWhatItDoesInVicidial() throws IOException {
    Map<String, String> types = types();
    for (Parameter parameter : PARAMETERS.byName().values()) {
      if (!parameter.column().isEmpty()) {
        String type = types.get(parameter.column());
        ColumnCoercion expected =
            switch (type.replaceAll("\\(.*", "")) {
              case "varchar" ->
                  new ColumnCoercion.Text(Integer.parseInt(type.replaceAll("\\D", "")));
              case "text" -> new ColumnCoercion.Text(65_535);
              case "tinyint" -> new ColumnCoercion.Whole(0, 255);
              case "smallint" -> new ColumnCoercion.Whole(-32_768, 32_767);
              default ->
                  type.equals("enum('0','1')")
                      ? new ColumnCoercion.Switch()
                      : new ColumnCoercion.Text(1); // Y or N
            };
        assertThat(parameter.holds()).as(parameter.name()).isEqualTo(expected);
      }
    }
  }

  @Test
  void onlyPasswordsAreSecret() {
    assertThat(PARAMETERS.byName().values().stream().filter(Parameter::secret).map(Parameter::name))
        .containsExactlyInAnyOrder("agent_pass", "phone_pass");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agent_pass|pa ss!w@rd|passwrd",
        "agent_full_name|O'Brien <b>|OBrien b",
        "agent_full_name|a/b:c@d.e_f-g+h|a/b:c@d.e_f-g+h",
        "email|a+b'c%d@e.f|a b'c%d@e.f",
        "wrapup_seconds_override|-5x|-5",
        "in_groups|A B,C-D_E;|AB,C-D_E",
        "group_id|A-B_C|AB_C",
        "active|Yes|Y",
        "voicemail_id|--BLANK--|BLANK",
        "agent_user|ünï|n"
      })
  void theServerKeepsWhatItKeeps(String parameter, String sent, String kept) {
    assertThat(PARAMETERS.byName().get(parameter).clean(sent, NEWEST)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "agent_user_level, 300, 255",
    "agent_user_level, 007, 7",
    "wrapup_seconds_override, -99999, -32768",
    "wrapup_seconds_override, 5-3, 5",
    "wrapup_seconds_override, -, 0",
    "hotkeys_active, 2, 1",
    "hotkeys_active, 01, 0",
    "hotkeys_active, 3, ''",
    "voicemail_id, 123456789012, 1234567890"
  })
  void aColumnMakesOfATextWhatMySqlDoes(String parameter, String sent, String held) {
    assertThat(PARAMETERS.byName().get(parameter).holds().store(sent)).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({"10, 9, 1", "-1, -1, 0", "08, 8, 0", "--5, -1, -1", "99999999999999999999, 9, 1"})
  void numbersAreComparedAsPhpDoes(String text, int number, int sign) {
    assertThat(Integer.signum(Php.compare(text, number))).isEqualTo(sign);
  }

  private static String[] names(Signature signature) {
    return signature.names(NEWEST).toArray(String[]::new);
  }

  private static Map<String, String> types() throws IOException {
    Map<String, String> types = new TreeMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                ParametersTest.class.getResourceAsStream("/catalog/columns.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line : in.lines().toList()) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.get(0).equals("vicidial_users")) {
          types.put(cells.get(1), cells.get(2));
        }
      }
    }
    return types;
  }
}
