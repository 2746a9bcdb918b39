package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** {@code vicilint can}. */
class CanTest {
  private static final String ESTATE =
      """
      accounts:
        - user: wallboard
          user_level: 7
          vdc_agent_api_access: 1
          view_reports: 1
          api_allowed_functions: " campaigns_list agent_status "
        - user: lists
          user_level: 8
          vdc_agent_api_access: 1
          modify_lists: 1
          user_group: GONE
          api_list_restrict: 1
          failed_login_count: 12
          last_login_date: "2025-07-20 18:40:00"
      groups:
        - user_group: ADMIN
      """;

  @Test
  void yesComesFirst() {
    Cli run = can("wallboard", "agent_status");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("Yes: wallboard may call agent_status on build 250720-1841")
        .contains("ok  user_level is 7; needed: at least 7  (-:3:17)")
        .doesNotContain("The server answers");
  }

  @Test
  void noNamesTheGateTheAnswerAndTheSmallestChange() {
    Cli run = can("wallboard", "campaigns_list");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("No: wallboard may not call campaigns_list")
        .contains("NO  user_level is 7; needed: at least 8")
        .contains("USER DOES NOT HAVE PERMISSION TO GET CAMPAIGN INFO: |wallboard|0|")
        .endsWith("The smallest change that opens it:\n  user_level: 7 → 8\n");
  }

  @Test
  void theBuildDecides() {
    assertThat(can("wallboard", "campaigns_list", "--build", "240703-1657").status()).isZero();
  }

  @Test
  void anOperationNeedsMoreThanItsFunction() {
    Cli plain = can("lists", "update_list", "--build", "140812-0939");
    assertThat(plain.status()).as(plain.all()).isZero();
    Cli operation = can("lists", "update_list:delete_list=Y", "--build", "140812-0939");
    assertThat(operation.status()).isEqualTo(1);
    assertThat(operation.out())
        .contains("Operation\n")
        .contains("NOTICE: update_list USER DOES NOT HAVE PERMISSION TO DELETE LISTS: |lists|0")
        .contains("delete_lists: 0 → 1");
  }

  @Test
  void anOperationMayHaveAnyValue() {
    assertThat(can("lists", "add_list:custom_fields_copy=1102").out())
        .contains("custom_fields_modify");
  }

  @Test
  void aParameterThatIsNotKnownIsNoAnswer() {
    Cli typo = can("lists", "update_list:delete_lists=Y");
    assertThat(typo.status()).isEqualTo(2);
    assertThat(typo.out()).isEmpty();
    assertThat(typo.err()).contains("did you mean 'delete_list=Y'?");
    assertThat(can("wallboard", "agent_status:stage=csv").err()).contains("it has none");
  }

  @Test
  void aMissingGroupRefusesBeforeAnythingElse() {
    Cli run = can("lists", "update_list");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("ERROR: user_group DOES NOT EXIST: |lists|GONE|")
        .contains("user_group: GONE → (an existing group)");
  }

  @Test
  void aFunctionThatTheBuildDoesNotHaveIsRefused() {
    Cli run = can("lists", "hopper_bulk_insert", "--build", "240703-1657");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("240703-1657 does not have it")
        .contains("NO FUNCTION SPECIFIED");
  }

  @Test
  void aLockIsJudgedWhenTheTimeIsKnown() {
    Cli locked = can("lists", "add_list", "--at", "2025-07-20 18:50:00");
    assertThat(locked.out())
        .contains("ERROR: Too many login attempts, try again in 15 minutes: |lists|LOCK|")
        .contains("failed_login_count: 12 → 0");
    assertThat(can("lists", "add_list", "--at", "2025-07-20 18:56:00").status()).isZero();
    Cli unknown = can("lists", "add_list");
    assertThat(unknown.status()).isZero();
    assertThat(unknown.out()).contains("not judged: the time on the server is not known");
    assertThat(unknown.err()).contains("is not judged without --at");
  }

  @Test
  void versionAsksForNoLogin() {
    Cli run = can("wallboard", "version");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("asks for no login");
  }

  @Test
  void anAccountThatIsNotThereIsNoAnswer() {
    Cli run = can("walboard", "agent_status");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("there is no account 'walboard'")
        .contains("did you mean 'wallboard'");
  }

  @Test
  void loginsAreComparedWithoutCaseAsTheServerDoes() {
    assertThat(can("WallBoard", "agent_status").status()).isZero();
  }

  @Test
  void jsonHasTheGatesAndTheFieldsOfTheMatrix() {
    JsonNode json = Vectors.parse(can("wallboard", "campaigns_list", "--format", "json").out());
    assertThat(json.get("decision").asText()).isEqualTo("PERMISSION");
    assertThat(json.get("gate").asText()).isEqualTo("level_and_flags");
    assertThat(json.get("gates"))
        .anySatisfy(
            gate -> {
              assertThat(gate.get("name").asText()).isEqualTo("user_level");
              assertThat(gate.get("required").asText()).isEqualTo("at least 8");
              assertThat(gate.get("actual").asText()).isEqualTo("7");
              assertThat(gate.get("passed").asBoolean()).isFalse();
              assertThat(gate.get("line").asInt()).isEqualTo(3);
            });
    assertThat(json.get("changes").get(0).get("to").asText()).isEqualTo("8");
  }

  private static Cli can(String user, String function, String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "can";
    args[1] = user;
    args[2] = function;
    args[3] = "-";
    System.arraycopy(more, 0, args, 4, more.length);
    return Cli.runWith(ESTATE, args);
  }

  @Test
  void noAnswerIsYesWhereALockCannotBeJudged() {
    Cli run =
        Cli.runWith(
            """
            accounts:
              - user: k2
                user_level: 8
                modify_leads: 1
                vdc_agent_api_access: 1
                failed_login_count: 12
                last_login_date: garbage
            """,
            "can",
            "k2",
            "add_lead",
            "-",
            "--at",
            "2026-12-01 11:00:00");
    assertThat(run.status()).as(run.all()).isEqualTo(3);
    assertThat(run.out()).startsWith("Not known, since not everything could be read.");
  }
}
