package org.vicilint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;

/**
 * Whom the server lets a caller change or clone. The cases are answers of a running 250720-1841.
 */
class UserScopeTest {
  private static final Groups GROUPS =
      new Groups(
          List.of(
              group("OADMIN", " ---ALL--- "),
              group("OSUB", " OSUB OAGENTS "),
              group("OAGENTS", ""),
              group("SHORT", " X ")));

  @ParameterizedTest
  @CsvSource({
    "9, OADMIN, 1, 9, OSUB, true",
    "9, OADMIN, 0, 8, OSUB, true",
    "9, OADMIN, 0, 9, OAGENTS, false",
    "8, OADMIN, 1, 8, OSUB, true",
    "8, OADMIN, 1, 9, OADMIN, false",
    "8, OMISSING, 0, 7, OAGENTS, true",
    "8, OMISSING, 0, 8, OADMIN, false",
    "8, OSUB, 0, 1, OAGENTS, true",
    "8, OSUB, 0, 7, OADMIN, false",
    "9, OSUB, 1, 9, OSUB, true",
    "9, OSUB, 1, 9, OADMIN, false",
    "8, SHORT, 1, 1, OADMIN, true",
  })
  void changesUpToItsLevel(
      int level, String group, String same, int named, String namedGroup, boolean covered) {
    assertThat(UserScope.ofUpdate(caller(level, group, same), GROUPS).covers(named, namedGroup))
        .isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "8, OADMIN, 1, 7, OADMIN, true",
    "8, OADMIN, 1, 8, OADMIN, false",
    "8, OMISSING, 0, 7, OSUB, true",
    "8, OSUB, 0, 1, OSUB, true",
    "8, OSUB, 0, 4, OADMIN, false",
    "9, OSUB, 1, 8, OSUB, true",
    "9, OADMIN, 1, 9, OADMIN, true",
    "9, OADMIN, 0, 9, OADMIN, false",
  })
  void clonesBelowItsLevelOrAnyAsAnAdministrator(
      int level, String group, String same, int named, String namedGroup, boolean covered) {
    assertThat(UserScope.ofCopy(caller(level, group, same), GROUPS).covers(named, namedGroup))
        .isEqualTo(covered);
  }

  @Test
  void groupsAreComparedWithoutCaseAndNoneIsViewableToo() {
    UserScope scope = UserScope.ofUpdate(caller(8, "osub", "1"), GROUPS);
    assertThat(scope.covers(1, "oAgents ")).isTrue();
    assertThat(scope.covers(1, "")).isTrue();
    assertThat(scope.covers(1, "---ALL---")).isTrue();
    assertThat(scope.within("OADMIN").covers(1, "OADMIN")).isFalse();
    assertThat(scope.within("OSUB").covers(1, "OSUB")).isTrue();
    assertThat(scope.within("OSUB").covers(1, "OAGENTS")).isFalse();
  }

  private static Account caller(int level, String group, String same) {
    return Account.builder("caller")
        .column("user_level", Integer.toString(level))
        .column("user_group", group)
        .column("modify_same_user_level", same)
        .build();
  }

  private static UserGroup group(String name, String viewable) {
    return new UserGroup(name, "", viewable, "", SourceLocation.of(""));
  }
}
