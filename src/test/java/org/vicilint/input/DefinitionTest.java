package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Declaration;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.model.UserGroup;
import org.vicilint.testkit.Reading;

final class DefinitionTest {

  @Test
  void readsWhatTheDesignShows() {
    Estate estate =
        Reading.of(
            """
            accounts:
              - user: lead_loader
                full_name: Nightly lead loader
                kind: service                 # service, person or system
                owner: data-team@example.com
                purpose: posts the nightly lead file
                used_by: [nightly-loader]
                functions: [add_lead]
                user_level: 8
                user_group: LOADER
                api_only_user: 1
                vdc_agent_api_access: 1
                api_list_restrict: 1
                api_allowed_functions: [add_lead, update_lead]
                modify_leads: 1
            groups:
              - user_group: LOADER
                allowed_campaigns: [OUTBND, INBND]
                admin_viewable_groups: [LOADER, SALES]
            """);

    assertThat(estate.problems()).isEmpty();
    Account account = estate.accounts().get(0);
    assertThat(account.user()).isEqualTo("lead_loader");
    assertThat(account.fullName()).isEqualTo("Nightly lead loader");
    assertThat(account.userLevel()).isEqualTo(8);
    assertThat(account.userGroup()).isEqualTo("LOADER");
    assertThat(account.modifyLeads()).isEqualTo(1);
    assertThat(account.apiAllowedFunctions()).isEqualTo(" add_lead update_lead ");
    assertThat(account.has(Flag.API_ONLY_USER)).isTrue();
    assertThat(account.has(Flag.API_LIST_RESTRICT)).isTrue();
    assertThat(account.has(Flag.MODIFY_USERS)).isFalse();
    assertThat(account.declaration().kind()).isEqualTo(Kind.SERVICE);
    assertThat(account.declaration().owner()).isEqualTo("data-team@example.com");
    assertThat(account.declaration().usedBy()).containsExactly("nightly-loader");
    assertThat(account.declaration().need()).contains(List.of(Call.of("add_lead")));
    UserGroup group = estate.groups().find("loader").orElseThrow();
    assertThat(group.allowedCampaigns()).isEqualTo(" OUTBND INBND -");
    assertThat(group.adminViewableGroups()).isEqualTo(" LOADER SALES ");
  }

  @Test
  void keepsThePlaceOfEveryValue() {
    Account account =
        Reading.only(
            """
            accounts:
              - user: a
                user_level: 8
                functions: [add_lead]
            """);

    assertThat(account.places().record()).hasToString("-:2:5");
    assertThat(account.place("user")).hasToString("-:2:11");
    assertThat(account.place("user_level")).hasToString("-:3:17");
    assertThat(account.place("functions")).hasToString("-:4:16");
    assertThat(account.place("modify_leads")).hasToString("-:2:5");
  }

  @Test
  void takesVicidialsDefaultsForWhatIsNotSaid() {
    Account account = Reading.only("accounts: [{user: a, user_level: ~, active: , email: null}]");

    assertThat(account)
        .isEqualTo(
            Account.builder("a")
                .declaration(new Declaration(true, null, null, null, List.of(), null))
                .places(account.places())
                .build());
    assertThat(account.apiAllowedFunctions()).isEqualTo(" ALL_FUNCTIONS ");
    assertThat(account.has(Flag.MODIFY_SAME_USER_LEVEL)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "'1'", "Y", "y", "yes", "Yes", "true", "TRUE"})
  void readsEveryYesAlike(String yes) {
    String text = "accounts: [{user: a, active: %s, api_only_user: %s}]".formatted(yes, yes);
    Account account = Reading.only(text);

    assertThat(account.has(Flag.API_ONLY_USER)).isTrue();
    assertThat(account.active()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "N", "no", "False"})
  void readsEveryNoAlike(String no) {
    String text = "accounts: [{user: a, active: %s, modify_same_user_level: %s}]".formatted(no, no);
    Account account = Reading.only(text);

    assertThat(account.has(Flag.MODIFY_SAME_USER_LEVEL)).isFalse();
    assertThat(account.active()).isFalse();
  }

  @Test
  void keepsTextsAsTheyAreWritten() {
    Account account =
        Reading.only(
            "accounts: [{user: 010, full_name: 12:30, user_group: 'null', user_level: 08}]");

    assertThat(account.user()).isEqualTo("010");
    assertThat(account.fullName()).isEqualTo("12:30");
    assertThat(account.userGroup()).isEqualTo("null");
    assertThat(account.userLevel()).isEqualTo(8);
  }

  @Test
  void readsFunctionsInEveryWayOfWritingThem() {
    Account account =
        Reading.only(
            """
            accounts:
              - user: a
                functions:
                  - add_lead
                  - update_user:delete_user=Y
                  - update_list: {delete_list: yes, custom_fields_copy: 101}
                  - update_did: {delete_did: N}
                  - version:
                  - agent_ingroup_info:stage=change
            """);

    assertThat(account.declaration().functions())
        .containsExactly(
            Call.of("add_lead"),
            new Call("update_user", "delete_user=Y"),
            new Call("update_list", "delete_list=Y"),
            new Call("update_list", "custom_fields_copy"),
            Call.of("update_did"),
            Call.of("version"),
            new Call("agent_ingroup_info", "stage=change"));
  }

  @Test
  void tellsAnEmptyListOfFunctionsFromNone() {
    assertThat(Reading.only("accounts: [{user: a, functions: []}]").declaration().need())
        .contains(List.of());
    assertThat(Reading.only("accounts: [{user: a}]").declaration().need()).isEmpty();
  }

  @Test
  void takesVicidialsOwnTextForAListAsItIs() {
    assertThat(
            Reading.only("accounts: [{user: a, api_allowed_functions: 'add_lead,version'}]")
                .apiAllowedFunctions())
        .isEqualTo("add_lead,version");
    assertThat(
            Reading.only("accounts: [{user: a, api_allowed_functions: []}]").apiAllowedFunctions())
        .isEmpty();
    UserGroup group =
        Reading.of("accounts: [{user: a}]\ngroups: [{user_group: G, allowed_campaigns: ' A -'}]")
            .groups()
            .find("G")
            .orElseThrow();
    assertThat(group.allowedCampaigns()).isEqualTo(" A -");
  }

  @Test
  void keepsTheWordForAllCampaigns() {
    String text =
        """
        accounts: [{user: a}]
        groups: [{user_group: G, allowed_campaigns: [-ALL-CAMPAIGNS-]}]
        """;
    assertThat(Reading.of(text).groups().find("G").orElseThrow().allCampaigns()).isTrue();
  }

  @Test
  void readsJsonOfTheSameShape() {
    String json =
        """
        {"accounts": [
          {"user": "a", "user_level": 8, "api_only_user": true, "active": "Y", "email": null,
           "functions": ["add_lead", {"update_user": {"delete_user": true}}]}
        ]}
        """;
    Account account = Reading.only(json);

    assertThat(account.userLevel()).isEqualTo(8);
    assertThat(account.has(Flag.API_ONLY_USER)).isTrue();
    assertThat(account.declaration().functions())
        .containsExactly(Call.of("add_lead"), new Call("update_user", "delete_user=Y"));
    assertThat(account.place("user_level")).hasToString("-:2:31");
  }

  @Test
  void readsEveryDocumentOfAFile() {
    assertThat(Reading.users("accounts: [{user: b}]\n---\n---\naccounts: [{user: a}]\n"))
        .containsExactly("a", "b");
  }

  @Test
  void readsBracesWithoutQuotesAsYaml() {
    assertThat(Reading.users("{accounts: [{user: a}]}")).containsExactly("a");
  }

  @Test
  void resolvesAliases() {
    Estate estate =
        Reading.of(
            """
            accounts:
              - user: a
                api_allowed_functions: &grant [add_lead]
              - user: b
                api_allowed_functions: *grant
            """);

    assertThat(estate.problems()).isEmpty();
    assertThat(estate.accounts().get(1).apiAllowedFunctions()).isEqualTo(" add_lead ");
  }
}
