package org.vicilint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;

/** A table of groups that lacks a column, or has it under another name. */
class GroupColumnsTest {
  private static final String LACKS = "this table of groups lacks ";

  @TempDir private Path folder;

  @BeforeEach
  void aRestrictedAccount() throws IOException {
    accounts(1);
  }

  private void accounts(int restricted) throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        """
        accounts:
          - user: loader
            full_name: Loader
            kind: service
            owner: a@example.com
            purpose: loads
            functions: [add_lead]
            user_level: 8
            user_group: LOADER
            api_only_user: 1
            vdc_agent_api_access: 1
            api_list_restrict: %d
            api_allowed_functions: [add_lead]
            modify_leads: 2
        """
            .formatted(restricted));
  }

  @Test
  void withoutCampaignsNobodyKnowsWhichListsARestrictedAccountReaches() throws IOException {
    groups("user_group\tgroup_name\tcampaigns_allowed", "LOADER\tx\t -ALL-CAMPAIGNS- ");
    Cli lint = lint();
    assertThat(lint.status()).as(lint.all()).isEqualTo(3);
    assertThat(lint.err()).contains("g.tsv: problem: " + LACKS + "allowed_campaigns");
    Cli can = Cli.run("can", "loader", "add_lead", folder.toString());
    assertThat(can.status()).as(can.all()).isZero();
    assertThat(can.all()).contains("note: ").contains(LACKS + "allowed_campaigns");
    Files.delete(folder.resolve("g.tsv"));
    Files.writeString(
        folder.resolve("g.json"), "[{\"user_group\": \"LOADER\", \"group_name\": \"x\"}]");
    assertThat(lint().err()).contains("g.json: problem: " + LACKS + "allowed_campaigns");
  }

  @Test
  void withTheColumnTheFindingIsThere() throws IOException {
    groups("user_group\tallowed_campaigns\tadmin_viewable_groups", "LOADER\t -ALL-CAMPAIGNS- \t");
    assertThat(lint().out()).contains("unscoped-lists").doesNotContain(LACKS);
  }

  @Test
  void whereNobodyIsRestrictedCampaignsDecideNothing() throws IOException {
    accounts(0);
    groups("user_group\tgroup_name", "LOADER\tx");
    assertThat(lint().err()).isEmpty();
  }

  @Test
  void withoutWhatItsMembersSeeTheySeeAll() throws IOException {
    groups("user_group\tgroup_name\tallowed_campaigns", "LOADER\tx\tOUTBND -");
    Cli lint = lint();
    assertThat(lint.err()).isEmpty();
    assertThat(lint.out()).contains("lacks admin_viewable_groups");
  }

  @Test
  void inADefinitionWhatIsNotSaidIsMeant() throws IOException {
    Files.writeString(folder.resolve("g.yaml"), "groups:\n  - user_group: LOADER\n");
    assertThat(lint().all()).doesNotContain("lacks");
  }

  private void groups(String names, String values) throws IOException {
    Files.writeString(folder.resolve("g.tsv"), names + "\n" + values + "\n");
  }

  private Cli lint() {
    return Cli.run("lint", folder.toString());
  }
}
