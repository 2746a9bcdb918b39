package org.vicilint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of api_allowed_functions, as the server reads it. */
class FunctionListTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      value = {
        " add_lead update_lead |true",
        "add_lead update_lead|false",
        "add_lead,update_lead|false",
        " add_lead,update_lead |false",
        " add_lead|false",
        "add_lead |false",
        " add_leads |false",
        "XALL_FUNCTIONSX|true",
        " all_functions |false",
        "  add_lead  |true"
      })
  void aNameCountsWithABlankOnBothSides(String text, boolean granted) {
    assertThat(FunctionList.grants(text, "add_lead")).isEqualTo(granted);
  }

  @Test
  void whatIsLostIsNamed() {
    assertThat(FunctionList.lost("a b c")).containsExactly("a", "c");
    assertThat(FunctionList.lost(" a,b c ")).containsExactly("a", "b");
    assertThat(FunctionList.lost(" a b ")).isEmpty();
    assertThat(FunctionList.lost("")).isEmpty();
  }

  @Test
  void addingANameGrantsItAndNothingElse() {
    assertThat(FunctionList.plus(" a b ", "c")).isEqualTo(" a b c ");
    assertThat(FunctionList.plus("", "c")).isEqualTo(" c ");
    assertThat(FunctionList.plus("a,b", "c")).isEqualTo("a,b c ");
    assertThat(FunctionList.plus("a b", "b")).isEqualTo(" a b ");
  }

  @Test
  void takingNamesAwayNeverGrantsWhatWasNotGranted() {
    assertThat(FunctionList.without(" a b ,c", List.of("a"))).isEqualTo(" b ");
    assertThat(FunctionList.without(" a ", List.of("a"))).isEmpty();
  }
}
