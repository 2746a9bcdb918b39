package org.vicilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.profile.Glob;

/** Patterns of logins. */
class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "crm_*, crm_sync, true",
    "CRM_*, crm_sync, true",
    "*_api, crm_api, true",
    "*_api, crm_api2, false",
    "10??, 1001, true",
    "10??, 100, false",
    "*, x, true",
    "a*b*c, aXbYc, true",
    "a*b*c, aXcYb, false",
    "crm, crm_sync, false",
    "a.c, abc, false"
  })
  void starsAndQuestionMarks(String glob, String name, boolean fits) {
    assertThat(Glob.matches(glob, name)).isEqualTo(fits);
  }

  @Property
  void isWhatARegularExpressionSays(
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'c') String name,
      @ForAll @StringLength(max = 6) @CharRange(from = '`', to = 'c') String pattern) {
    String glob = pattern.replace('`', '*').replace('c', '?');
    String regex = glob.replace("*", ".*").replace("?", ".");
    assertThat(Glob.matches(glob, name)).isEqualTo(name.matches(regex));
  }
}
