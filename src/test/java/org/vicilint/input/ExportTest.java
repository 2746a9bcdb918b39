package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Places;
import org.vicilint.model.Secret;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.testkit.Reading;

final class ExportTest {
  private static final String FOLDER = "src/test/resources/exports/";

  private static final Places NOWHERE = new Places(SourceLocation.of(""));

  private static Estate export(String name) {
    return Reading.paths(FOLDER + name);
  }

  /** The accounts without what differs from run to run and from format to format. */
  private static List<Account> comparable(Estate estate) {
    return estate.accounts().stream()
        .map(
            a -> {
              Secret s = a.secret();
              Secret blind =
                  new Secret(
                      s.known(),
                      s.hashed(),
                      0,
                      s.length(),
                      s.characters(),
                      s.equalsUser(),
                      s.installed(),
                      null);
              return a.with().places(NOWHERE).secret(blind).build();
            })
        .toList();
  }

  /** For each account the first one with the same password. */
  private static List<String> sharing(Estate estate) {
    return estate.accounts().stream()
        .map(
            a ->
                estate.accounts().stream()
                    .filter(b -> b.secret().fingerprint() == a.secret().fingerprint())
                    .findFirst()
                    .orElseThrow()
                    .user())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vicidial_users.csv", "vicidial_users.json"})
  void readsTheSameAccountsFromEveryFormat(String name) {
    Estate tsv = export("vicidial_users.tsv");
    Estate other = export(name);

    assertThat(tsv.problems()).isEmpty();
    assertThat(tsv.accounts()).hasSize(64);
    assertThat(other.problems()).isEmpty();
    assertThat(comparable(other)).isEqualTo(comparable(tsv));
    assertThat(sharing(other)).isEqualTo(sharing(tsv));
  }

  @Test
  void readsGroups() {
    Estate estate =
        Reading.paths(FOLDER + "vicidial_user_groups.tsv", FOLDER + "vicidial_users.tsv");

    assertThat(estate.problems()).isEmpty();
    assertThat(estate.groups().all())
        .extracting(UserGroup::userGroup)
        .containsExactly("ADMIN", "AGENTS", "LOADER", "QA", "REPORTS", "SALES");
    UserGroup sales = estate.groups().find("SALES").orElseThrow();
    assertThat(sales.allowedCampaigns()).isEqualTo(" OUTBND -");
    assertThat(sales.adminViewableGroups()).isEqualTo(" SALES ");
    assertThat(sales.place()).hasToString(FOLDER + "vicidial_user_groups.tsv:3:1");
  }

  @Test
  void readsGroupsFromJson() {
    Estate estate =
        Reading.of(
            "[{\"user_group\": \"G\", \"group_name\": \"x\", \"allowed_campaigns\": \" A -\"},"
                + " {\"user\": \"a\", \"user_level\": 1}]");

    assertThat(estate.problems()).isEmpty();
    assertThat(estate.groups().find("G").orElseThrow().allowedCampaigns()).isEqualTo(" A -");
  }

  @Test
  void knowsThePlacesOfRecordsAndInJsonOfValuesThatAreNotTheDefault() {
    Account tsv = Reading.only("user\tactive\tuser_level\tmodify_leads\na\tY\t8\t1\n");
    assertThat(tsv.places().record()).hasToString("-:2:1");
    assertThat(tsv.place("user_level")).hasToString("-:2:1");
    assertThat(tsv.places().mentions("active")).isTrue();
    assertThat(tsv.places().mentions("view_reports")).isFalse();

    Account csv =
        Reading.only("user,full_name,user_level,active\r\n\"a\",\"b \"\"c\"\"\r\nd\",\"8\",N\r\n");
    assertThat(csv.fullName()).isEqualTo("b \"c\"\r\nd");
    assertThat(csv.place("user_level")).hasToString("-:2:1");

    Account json = Reading.only("[{\"user\": \"a\",\n  \"user_level\": 8}]");
    assertThat(json.places().record()).hasToString("-:1:2");
    assertThat(json.place("user_level")).hasToString("-:2:17");
    assertThat(json.places().mentions("user_level")).isTrue();
    assertThat(json.places().mentions("active")).isFalse();
  }

  @Test
  void undoesTheEscapesOfMysql() {
    Account account = Reading.only("user\tfull_name\na\tx\\ty\\nz\\\\t\\0\\q\n");

    assertThat(account.fullName()).isEqualTo("x\ty\nz\\t\0\\q");
  }

  @Test
  void takesNullForWhatTheServerMakesOfIt() {
    String header =
        "user,full_name,user_level,active,modify_users,api_allowed_functions,last_login_date";
    for (String text :
        List.of(
            header + "\na,NULL,NULL,NULL,NULL,NULL,NULL\n",
            header + "\na,\\N,\\N,\\N,\\N,\\N,\\N\n",
            header + "\na,,,,,,\n",
            header.replace(',', '\t') + "\na\tNULL\tNULL\tNULL\tNULL\tNULL\tNULL\n",
            "[{\"user\":\"a\",\"full_name\":null,\"user_level\":null,\"active\":null,"
                + "\"modify_users\":null,\"api_allowed_functions\":null,"
                + "\"last_login_date\":null}]")) {
      Account account = Reading.only(text);
      assertThat(account.fullName()).isEmpty();
      assertThat(account.userLevel()).isZero();
      assertThat(account.active()).isFalse();
      assertThat(account.has(Flag.MODIFY_USERS)).isFalse();
      assertThat(account.apiAllowedFunctions()).isEmpty();
    }
  }

  @Test
  void tellsAQuotedNullFromNull() {
    assertThat(Reading.only("user,full_name\na,\"NULL\"\n").fullName()).isEqualTo("NULL");
    assertThat(Reading.only("user,full_name\nNULL,x\n").user()).isEqualTo("NULL");
  }

  @Test
  void ignoresColumnsThatASiteHasAdded() {
    assertThat(Reading.only("user,full_name,shoe_size\na,b,44\n").fullName()).isEqualTo("b");
  }

  @Test
  void readsHeadersInAnyCaseAndWithAByteOrderMark() {
    assertThat(Reading.only("\uFEFFUSER,Full_Name\na,b\n").fullName()).isEqualTo("b");
    assertThat(Reading.only("\uFEFFaccounts: [{user: a}]").place("user")).hasToString("-:1:19");
    assertThat(Reading.only("\uFEFF[{\"user\": \"a\", \"user_level\": 8}]").userLevel())
        .isEqualTo(8);
  }
}
