package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;

/** Findings claim no more than what was read: groups, kinds, and who logs in on a build. */
class WhatWasReadTest {
  private static final String LEFT =
      """
      accounts:
        - user: left
          kind: person
          pass: '1234'
          active: N
          user_level: 8
          vdc_agent_api_access: 1
          api_allowed_functions: ''
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"130328-0010, 1", "130603-2221, 0", "250720-1841, 0"})
  void aDefaultPasswordOfAnInactiveAccountCountsWhereItLogsIn(String agentBuild, int status) {
    Cli run =
        Cli.runWith(LEFT, "lint", "-", "--only", "default-password", "--agent-build", agentBuild);
    assertThat(run.status()).as(run.all()).isEqualTo(status);
    if (status == 1) {
      assertThat(run.out().replaceAll("\\s+", " "))
          .contains("it is inactive, but this build still lets it call");
    }
  }

  @ParameterizedTest
  @CsvSource({"130328-0010, true", "130603-2221, false", "250720-1841, false"})
  void aSharedPasswordOfAnInactiveAccountLeadsOnWhereItLogsIn(String agentBuild, boolean leads)
      throws IOException {
    Path file = folder.resolve("users.tsv");
    Files.writeString(
        file,
        "user\tpass\tuser_level\tactive\tvdc_agent_api_access\n"
            + "left\tx9Kq27LmZz\t1\tN\t1\nboss\tx9Kq27LmZz\t9\tY\t0\n");
    Cli run = Cli.run("paths", "left", file.toString(), "--agent-build", agentBuild);
    Cli cut = Cli.run("cut", file.toString(), "--agent-build", agentBuild);
    assertThat(cut.out())
        .as(cut.all())
        .contains(leads ? "Of 2 accounts, some reach others" : "No account reaches");
    assertThat(run.out()).contains("boss");
  }

  @ParameterizedTest
  @CsvSource({
    "6666, Admin, 0, person",
    "vdad, Outbound Auto Dial, 0, system",
    "6666, Admin, 1, person",
    "mgr1, Manager 1, 0, person",
    "aokoro, Ada Okoro, 0, person",
    "boss1, Aïsha O'Neil, 0, person",
    "crm_api, Ada Okoro, 0, service",
    "crm1, CRM Connector, 0, service",
    "hr1, Admin API, 0, service",
    "zz1, '', 0, service"
  })
  void theKindIsInferredWithCare(String user, String name, int apiOnly, String kind)
      throws IOException {
    Path file = folder.resolve("users.tsv");
    Files.writeString(
        file,
        "user\tfull_name\tuser_level\tmodify_users\tvdc_agent_api_access\tphone_login\tapi_only_user\n"
            + "%s\t%s\t8\t1\t1\t\t%d\n".formatted(user, name, apiOnly));
    Cli run = Cli.run("lint", file.toString());
    if (kind.equals("system")) {
      assertThat(run.out()).doesNotContain("likely a "); // no rule has anything to say of it
    } else {
      assertThat(run.out()).contains("likely a " + kind + ": ");
    }
  }

  @Test
  void theHintNamesTheProfileKeyThatSettlesTheKind() throws IOException {
    Path file = folder.resolve("users.tsv");
    Files.writeString(
        file,
        "user\tfull_name\tuser_level\tvdc_agent_api_access\tphone_login\nfeed1\tFeed\t8\t1\t\n");
    Cli run = Cli.run("lint", file.toString(), "--only", "not-api-only");
    assertThat(run.out()).contains("write person_accounts: [feed1] in vicilint.yaml");
    Path profile = folder.resolve("vicilint.yaml");
    Files.writeString(profile, "person_accounts: [feed1]\n");
    Cli settled =
        Cli.run("lint", file.toString(), "--only", "not-api-only", "--profile", profile.toString());
    assertThat(settled.out()).doesNotContain("person_accounts");
  }

  @Test
  void aGroupIsMissingForCertainOnlyWhenAnExportOfGroupsWasRead() throws IOException {
    Path groups = folder.resolve("groups.tsv");
    Files.writeString(groups, "user_group\tallowed_campaigns\nSALES\t OUTBND - \n");
    Path given = folder.resolve("groups.yaml");
    Files.writeString(given, "groups:\n  - user_group: SALES\n");
    Path file = folder.resolve("accounts.yaml");
    for (String group : new String[] {"ADMIN", "GONE"}) {
      Files.writeString(
          file, "accounts:\n  - user: mia\n    kind: person\n    user_group: " + group + "\n");
      Cli exported = Cli.run("lint", file.toString(), groups.toString(), "--only", "missing-group");
      assertThat(exported.out())
          .contains("high      missing-group\n", group + ", which does not exist");
      Cli described = Cli.run("lint", file.toString(), given.toString(), "--only", "missing-group");
      assertThat(described.out().contains("medium    missing-group  likely\n"))
          .as(described.out())
          .isEqualTo(group.equals("GONE"));
    }
  }
}
