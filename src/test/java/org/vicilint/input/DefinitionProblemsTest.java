package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.testkit.Reading;

/** What is wrong with a definition's keys and values is said with its place; the rest is read. */
final class DefinitionProblemsTest {

  @Test
  void suggestsTheKeyThatWasMeant() {
    Estate estate = Reading.of("accounts:\n  - user: a\n    modfy_lists: 1\n    user_level: 8\n");

    assertThat(Reading.problems(estate))
        .containsExactly("-:3:5 modfy_lists is not a key of an account");
    assertThat(estate.problems().get(0).hint()).isEqualTo("did you mean modify_lists?");
    assertThat(estate.accounts().get(0).userLevel()).isEqualTo(8);
  }

  @Test
  void knowsKeysOfEachLevel() {
    assertThat(
            Reading.problems(
                """
                account: []
                accounts:
                  - {user: a, completely_else: 1}
                groups:
                  - {user_group: G, allowed_campaign: x}
                """))
        .containsExactly(
            "-:1:1 account is not a key of a definition",
            "-:3:15 completely_else is not a key of an account",
            "-:5:21 allowed_campaign is not a key of a group");
  }

  @Test
  void refusesWhatAColumnCannotHold() {
    Estate estate =
        Reading.of(
            """
            accounts:
              - user: a
                active: maybe
                modify_leads: 7
                user_level: high
                max_inbound_calls: 70000
                last_login_date: yesterday
                api_only_user: 2
                agentcall_manual: [1]
                user_group: G
            """);

    assertThat(Reading.problems(estate))
        .containsExactly(
            "-:3:13 active is neither Y nor N",
            "-:4:19 modify_leads has a value that the column cannot hold",
            "-:5:17 user_level is not a whole number",
            "-:6:24 max_inbound_calls is 70000, but the column holds 0 to 65535",
            "-:7:22 last_login_date is not a date and time",
            "-:8:20 api_only_user is neither 0 nor 1",
            "-:9:23 agentcall_manual takes a single value");
    Account account = estate.accounts().get(0);
    assertThat(account.userGroup()).isEqualTo("G");
    assertThat(account.active()).isTrue();
    assertThat(account.userLevel()).isEqualTo(1);
  }

  @Test
  void refusesALevelAboveNineButKeepsIt() {
    Estate estate = Reading.of("accounts: [{user: a, user_level: 12}, {user: b, user_level: 999}]");

    assertThat(Reading.problems(estate))
        .containsExactly(
            "-:1:34 user_level is 12, but VICIdial's levels are 0 to 9",
            "-:1:61 user_level is 999, but VICIdial's levels are 0 to 9");
    assertThat(estate.accounts().get(0).userLevel()).isEqualTo(12);
    assertThat(estate.accounts().get(1).userLevel()).isEqualTo(1);
  }

  @Test
  void cutsATextWhereTheServerWould() {
    Estate estate = Reading.of("accounts: [{user: a, full_name: %s}]".formatted("x".repeat(60)));

    assertThat(Reading.problems(estate))
        .containsExactly("-:1:33 full_name has 60 characters, but the column keeps 50");
    assertThat(estate.accounts().get(0).fullName()).isEqualTo("x".repeat(50));
  }

  @Test
  void refusesAListThatVicidialWouldCut() {
    String list = " " + "add_lead ".repeat(110) + "update_lead version ";
    Estate estate =
        Reading.of("accounts: [{user: a, api_allowed_functions: '%s'}]".formatted(list));

    assertThat(Reading.problems(estate))
        .containsExactly(
            "-:1:45 api_allowed_functions has 1011 characters, but the column keeps 1000: the last"
                + " 11 are lost, and the grant of 2 functions with them");
    assertThat(estate.accounts().get(0).apiAllowedFunctions())
        .isEqualTo(list.substring(0, 1000))
        .endsWith(" update_le");
  }

  @Test
  void demandsAUser() {
    Estate estate =
        Reading.of(
            """
            accounts:
              - full_name: nobody
              - user: ''
              - user: ~
              - user: [a]
              - user: b
            groups:
              - group_name: none
            """);

    assertThat(Reading.problems(estate))
        .containsExactly(
            "-:2:5 this has no user",
            "-:3:11 this has no user",
            "-:4:11 this has no user",
            "-:5:11 this has no user",
            "-:8:5 this has no user_group");
    assertThat(Reading.users(estate)).containsExactly("b");
  }

  @Test
  void refusesDuplicateKeysAndKeepsTheFirst() {
    Estate estate = Reading.of("accounts:\n  - user: a\n    user_level: 8\n    user_level: 9\n");

    assertThat(Reading.problems(estate))
        .containsExactly("-:4:5 user_level stands here a second time; the first one holds");
    assertThat(estate.accounts().get(0).userLevel()).isEqualTo(8);
  }

  @Test
  void refusesDuplicateAccountsAsTheServersKeyComparesThem() {
    Estate estate =
        Reading.of(
            """
            accounts:
              - {user: loader, user_level: 8}
              - {user: "LOADER ", user_level: 9}
            groups:
              - {user_group: g}
              - {user_group: G}
            """);

    assertThat(Reading.problems(estate))
        .containsExactly(
            "-:3:12 account LOADER  is already at -:2:12, which holds",
            "-:6:5 group G is already at -:5:5, which holds");
    assertThat(estate.accounts()).hasSize(1);
    assertThat(estate.accounts().get(0).userLevel()).isEqualTo(8);
  }

  @Test
  void refusesKindsAndFunctionsThatAreNone() {
    assertThat(
            Reading.problems(
                """
                accounts:
                  - user: a
                    kind: robot
                    owner: [x]
                    functions: [add lead, "update_user:delete_user", [x], {update_user: Y}, ""]
                    used_by: [{x: y}]
                """))
        .containsExactly(
            "-:3:11 kind is none that vicilint knows",
            "-:4:12 owner takes a single value",
            "-:5:17 this is not the name of a function",
            "-:5:27 this is not a parameter and its value",
            "-:5:54 this is not the name of a function",
            "-:5:73 a function takes its parameters as a mapping",
            "-:5:77 this is not the name of a function",
            "-:6:15 this is not a name for used_by");
  }

  @Test
  void refusesWhatIsNoDefinition() {
    String reason = "this is not a definition: neither accounts nor groups are in it";
    assertThat(Reading.problems("- user: a\n")).containsExactly("-:1:1 " + reason);
    assertThat(Reading.problems("hello\n")).containsExactly("-:1:1 " + reason);
    assertThat(Reading.problems("user: a\nuser_level: 8\n")).containsExactly("-:1:1 " + reason);
    assertThat(Reading.problems("accounts: {user: a}\n"))
        .containsExactly("-:1:11 accounts takes a list");
    assertThat(Reading.problems("accounts:\n  - a\n"))
        .containsExactly("-:2:5 this is not a mapping of keys and values");
  }

  @Test
  void saysWhenThereIsNothingToCheck() {
    assertThat(Reading.problems("accounts: []\n"))
        .containsExactly("- nothing to check here: no account was found");
    assertThat(Reading.problems("groups: [{user_group: G}]\n"))
        .containsExactly("- nothing to check here: no account was found");
  }

  @Test
  void countsTheProblemsThatItDoesNotList() {
    StringBuilder text = new StringBuilder("accounts:\n");
    for (int i = 0; i < 150; i++) {
      text.append("  - {user: u").append(i).append(", active: x}\n");
    }

    assertThat(Reading.problems(text.toString()))
        .hasSize(101)
        .startsWith("- 50 more problems were found here than are listed");
  }

  @Test
  void showsTheLineWhenNothingInTheFileMayBeSecret() {
    String text = "accounts:\n  - user: a\n    active: maybe\n";

    assertThat(Reading.of(text).problems().get(0).excerpt()).isEqualTo("    active: maybe");
    assertThat(Reading.of(text + "    pass: x\n").problems().get(0).excerpt()).isNull();
    assertThat(Reading.of(text + "    # passe\n").problems().get(0).excerpt()).isNull();
    assertThat(Reading.of(text + "    pwd: x\n").problems())
        .allSatisfy(problem -> assertThat(problem.excerpt()).isNull());
  }

  @Test
  void cutsALongLineAroundItsPlace() {
    String text = "accounts: [{user: a, full_name: " + "x".repeat(300) + ", active: maybe}]";
    Estate estate = Reading.of(text);

    assertThat(estate.problems()).hasSize(2);
    assertThat(estate.problems().get(1).excerpt()).hasSize(160).endsWith("x, active: maybe}]");
  }
}
