package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Estate;
import org.vicilint.testkit.Reading;

/** Phones are read with the estate, in whatever form: requests may name them. */
class PhonesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "phones: [ph1, ph2]",
        "phones:\n- {login: ph1}\n- {extension: '2', login: ph2, pass: x}",
        "{\"phones\": [\"ph1\", \"ph2\"]}",
        "extension\tlogin\tpass\n1\tph1\tx\n2\tph2\ty\n3\t\tz",
        "extension,dialplan_number,login\n1,2,ph1\n3,4,ph2",
        "[{\"login\": \"ph1\"}, {\"login\": \"ph2\", \"server_ip\": \"1.2.3.4\"}]"
      })
  void theLoginsAreKnown(String text) {
    Estate estate = Reading.of(text);
    assertThat(estate.phones().known()).isTrue();
    assertThat(estate.phones().has("PH1")).isTrue();
    assertThat(estate.phones().has("ph2")).isTrue();
    assertThat(estate.phones().has("ph3")).isFalse();
    assertThat(estate.problems())
        .allSatisfy(problem -> assertThat(problem.reason()).contains("no account was found"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phones: [{alias_id: multi}]",
        "alias_id\talias_name\tlogins_list\nmulti\tM\tph1,ph2",
        "[{\"alias_id\": \"multi\"}]"
      })
  void anAliasStandsForPhones(String text) {
    assertThat(Reading.of(text).phones().has("Multi")).isTrue();
    assertThat(Reading.of(text).phones().has("ph1")).isFalse();
  }

  @Test
  void withoutAnyNothingIsKnown() {
    assertThat(Reading.of("groups: [{user_group: A}]").phones().known()).isFalse();
    assertThat(Reading.of("phones: []").phones().known()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"phones: [{extension: x}]", "phones: [[a]]", "phones: ['']", "phones: x"})
  void whatIsNoPhoneIsSaid(String text) {
    assertThat(Reading.of(text).problems())
        .anyMatch(p -> p.reason().matches(".*(not a phone|takes a list).*"));
  }
}
