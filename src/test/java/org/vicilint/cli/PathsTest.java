package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Schemas;
import org.vicilint.testkit.Vectors;

/** {@code vicilint paths} on small estates. */
class PathsTest {
  private static final String GROUPS =
      """
      groups:
        - {user_group: ALL, admin_viewable_groups: " ---ALL--- "}
        - {user_group: NORTH, admin_viewable_groups: [NORTH, DESK]}
        - {user_group: DESK, admin_viewable_groups: [DESK, ALL]}
        - {user_group: FLOOR, admin_viewable_groups: [FLOOR]}
      """;

  @TempDir private Path folder;

  @Test
  void anAccountSetsThePasswordOfAHigherOneWithinItsLevel() throws IOException {
    Cli run = paths(sync("hr_sync", 9, "ALL") + person("boss", 9, "ALL"), "hr_sync");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("hr_sync (level 9, ALL) reaches 1 other account; the highest has level 9.")
        .contains("function=update_user&agent_user=boss&agent_pass=<new password>")
        .contains("cut   hr_sync modify_same_user_level: 1 → 0");
  }

  @Test
  void nobodyIsReachedAboveTheCallersLevel() throws IOException {
    Cli run = paths(sync("hr_sync", 8, "ALL") + person("boss", 9, "ALL"), "hr_sync");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("hr_sync (level 8, ALL) reaches no other account.\n");
  }

  @Test
  void anInactiveAccountIsActivatedOnTheWay() throws IOException {
    Cli run =
        paths(sync("hr_sync", 9, "ALL") + person("gone", 9, "ALL") + "    active: N\n", "hr_sync");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("agent_user=gone&agent_pass=<new password>&active=Y");
  }

  @Test
  void aCloneOfAnInactiveAccountOpensNothing() throws IOException {
    String clone = sync("cloner", 9, "ALL").replace("update_user", "copy_user");
    Cli run = paths(clone + person("gone", 8, "ALL") + "    active: N\n", "cloner");
    assertThat(run.status()).isZero();
  }

  @Test
  void anAccountOfALowLevelIsRaisedAndSeesMore() throws IOException {
    // hr_sync sees DESK; latent has the rights of an editor, and no level for them. DESK sees ALL.
    String latent = sync("latent", 1, "DESK");
    Cli run =
        paths(
            sync("hr_sync", 8, "NORTH") + latent + person("mgr", 8, "ALL"),
            "hr_sync",
            "--to",
            "mgr");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("hr_sync → latent → mgr")
        .contains("agent_user=latent&agent_pass=<new password>&agent_user_level=8\n");
  }

  @Test
  void anAccountMovesItselfIntoAGroupThatSeesMore() throws IOException {
    Cli run =
        paths(sync("hr_sync", 8, "NORTH") + person("mgr", 8, "ALL"), "hr_sync", "--to", "mgr");
    assertThat(run.out())
        .contains("hr_sync puts itself into the group DESK with update_user")
        .contains("agent_user=hr_sync&agent_user_group=DESK\n")
        .contains("hr_sync sets the password of mgr with update_user");
  }

  @Test
  void itDoesNotMoveItselfWhereItMayNotNameItself() throws IOException {
    String strict = sync("hr_sync", 8, "NORTH") + "    modify_same_user_level: 0\n";
    Cli run = paths(strict + person("mgr", 7, "ALL"), "hr_sync", "--to", "mgr");
    assertThat(run.status()).isZero();
  }

  @Test
  void aSharedPasswordIsAStepWithoutARequest() throws IOException {
    String bi = person("bi_export", 7, "FLOOR") + "    pass: Same99\n";
    String crm = sync("crm", 9, "ALL") + "    pass: same99\n";
    Cli run = paths(bi + crm + person("boss", 9, "ALL"), "bi_export", "--to", "boss");
    assertThat(run.out())
        .contains("bi_export → crm → boss")
        .contains("crm has the password of bi_export");
    assertThat(run.all().toLowerCase(Locale.ROOT)).doesNotContain("same99");
  }

  @Test
  void aNewPasswordTellsNothingOfTheOldOne() throws IOException {
    String one = person("one", 7, "FLOOR") + "    pass: Same99\n";
    String other = person("other", 9, "DESK") + "    pass: Same99\n";
    Cli run = paths(sync("hr_sync", 8, "FLOOR") + one + other, "hr_sync", "--to", "other");
    assertThat(run.status()).isZero();
  }

  @Test
  void oneIntegrationHoldsTwoCredentials() throws IOException {
    String bi = person("bi_export", 7, "FLOOR") + "    used_by: [suite]\n";
    String crm = sync("crm", 9, "FLOOR") + "    used_by: [suite]\n";
    Cli run = paths(bi + crm, "bi_export");
    assertThat(run.out()).contains("the integration suite holds bi_export and crm");
  }

  @Test
  void aPasswordThatTheApiCannotTakeKeepsItOutToday() throws IOException {
    String odd = sync("hr_sync", 8, "ALL") + "    pass: 'p@ss!'\n";
    Cli run = paths(odd + person("mgr", 8, "ALL"), "hr_sync");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("reaches no other account")
        .contains("With a password that the API takes, it would reach 1 other account");
  }

  @Test
  void aLoginThatTheApiDoesNotKeepIsNotReached() throws IOException {
    Cli run = paths(sync("hr_sync", 9, "ALL") + person("o'brien", 1, "ALL"), "hr_sync");
    assertThat(run.status()).isZero();
    Cli old =
        paths(
            sync("hr_sync", 9, "ALL") + person("o'brien", 1, "ALL"),
            "hr_sync",
            "--build",
            "200403-1510");
    assertThat(old.status()).isEqualTo(1);
    assertThat(old.out()).contains("agent_user=o%27brien&");
  }

  @Test
  void jsonHasTheSetTheStepsAndTheCuts() throws IOException {
    Cli run =
        paths(sync("hr_sync", 9, "ALL") + person("boss", 9, "ALL"), "hr_sync", "--format", "json");
    JsonNode result = Vectors.parse(run.out());
    assertThat(result.get("schema_version").asInt()).isEqualTo(1);
    assertThat(result.get("agent_build").asText()).isEqualTo("250122-1010");
    JsonNode from = result.get("from").get(0);
    assertThat(from.get("count").asInt()).isEqualTo(1);
    assertThat(from.get("highest_level").asInt()).isEqualTo(9);
    JsonNode step = from.get("paths").get(0).get("steps").get(0);
    assertThat(step.get("by").asText()).isEqualTo("update_user");
    assertThat(step.get("to").get("user").asText()).isEqualTo("boss");
    assertThat(step.get("cut").get("change").get("name").asText())
        .isEqualTo("modify_same_user_level");
    assertThat(step.get("evidence")).anyMatch(e -> e.get("name").asText().equals("modify_users"));
  }

  @Test
  void withoutAUserAllThatReachTheTargetAreShown() throws IOException {
    String estate = sync("sync1", 9, "ALL") + sync("sync2", 9, "ALL") + person("agent", 1, "FLOOR");
    Cli run = paths(estate, null, "--to", "agent");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("2 accounts of 3 reach agent.")
        .contains("sync1 (level 9, ALL), and 1 alike");
    assertThat(paths(person("agent", 1, "FLOOR"), null).status()).isZero();
  }

  @Test
  void namesTakeNoTerminalOver() throws IOException {
    String hostile =
        "  - user: \"evil\\u001b[31m&x=<y>\"\n    user_level: 1\n    user_group: ALL\n";
    Cli run = paths(sync("hr_sync", 9, "ALL") + hostile, "hr_sync", "--build", "200403-1510");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .doesNotContain("\u001b")
        .contains("agent_user=evil%1B%5B31m%26x%3D%3Cy%3E&");
    Cli picture =
        paths(
            sync("hr_sync", 9, "ALL") + hostile,
            "hr_sync",
            "--build",
            "200403-1510",
            "--format",
            "mermaid");
    assertThat(picture.out()).doesNotContain("\u001b", "<y>").startsWith("flowchart LR\n");
  }

  @Test
  void whatIsMissingOrUnreadIsIncomplete() throws IOException {
    Cli missing = paths(sync("hr_sync", 9, "ALL"), "hr_synk");
    assertThat(missing.status()).isEqualTo(3);
    assertThat(missing.err()).contains("did you mean 'hr_sync'?");
    assertThat(paths(sync("hr_sync", 9, "ALL"), "hr_sync", "--to", "nobody").status()).isEqualTo(3);
    Cli broken = paths(sync("hr_sync", 9, "ALL") + "    nosuchkey: 1\n", "hr_sync");
    assertThat(broken.status()).isEqualTo(3);
    assertThat(broken.out()).contains("incomplete");
    Cli nobody = Cli.runWith("accounts:\n  - nosuchkey: 1\n", "paths", "-");
    assertThat(nobody.status()).isEqualTo(3);
    assertThat(nobody.out())
        .startsWith("By what could be read, and no more: 0 accounts of 0 reach level 9.\n");
    assertThat(paths(sync("hr_sync", 9, "ALL"), "hr_sync", "--to", "level:12").status())
        .isEqualTo(2);
    assertThat(paths(sync("hr_sync", 9, "ALL"), "hr_sync", "--limit", "0").status()).isEqualTo(2);
  }

  private Cli paths(String accounts, String user, String... more) throws IOException {
    Path file = folder.resolve("estate.yaml");
    Files.writeString(file, "accounts:\n" + accounts + GROUPS);
    List<String> args = new ArrayList<>();
    args.add("paths");
    if (user != null) {
      args.add(user);
    }
    args.add(file.toString());
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  /** A sees A and C, C sees A and B, B sees D: alone, the account does not get from A to B. */
  private static final String CLONING =
      """
      accounts:
        - user: boss_api
          kind: service
          user_level: 9
          user_group: A
          vdc_agent_api_access: 1
          modify_users: 1
          api_allowed_functions: [copy_user, update_user]
        - {user: target, kind: person, user_level: 8, user_group: D}
        - {user: agent, kind: person, user_level: 1, user_group: C}
      groups:
        - {user_group: A, admin_viewable_groups: [A, C]}
        - {user_group: B, admin_viewable_groups: [D]}
        - {user_group: C, admin_viewable_groups: [A, B]}
        - {user_group: D, admin_viewable_groups: [D]}
      """;

  @Test
  void whatClonesDoTogetherIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("cloning.yaml"), CLONING);
    Cli run = Cli.run("paths", "boss_api", file.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("boss_api (level 9, A) reaches 1 other account; the highest has level 1.")
        .contains(
            "With clones (copy_user) it reaches 1 more account, the highest of level 8: target.");
    Cli target = Cli.run("paths", "boss_api", "--to", "target", file.toString());
    assertThat(target.status()).isEqualTo(1);
    assertThat(target.out()).contains("There is no path to target without clones.");
    Cli all = Cli.run("paths", "--to", "level:8", file.toString());
    assertThat(all.status()).isEqualTo(1);
    assertThat(all.out())
        .startsWith("0 accounts of 3 reach level 8 or more.")
        .contains("With clones (copy_user) also: boss_api;");
  }

  @Test
  void whatOnlyClonesReachIsReached() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cloning.yaml"), CLONING.replaceAll("(?m)^.*user: agent.*\n", ""));
    Cli run = Cli.run("paths", "boss_api", file.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("boss_api (level 9, A) reaches no other account.\n\nWith clones (copy_user)");
    JsonNode json =
        Vectors.parse(Cli.run("paths", "boss_api", file.toString(), "--format", "json").out());
    assertThat(json.get("reached").asBoolean()).isTrue();
    assertThat(json.get("from").get(0).get("count").asInt()).isZero();
    assertThat(json.get("from").get(0).get("with_clones").toString())
        .isEqualTo("{\"count\":1,\"highest_level\":8,\"users\":[\"target\"]}");
    assertThat(Cli.run("reach", "boss_api", file.toString()).out())
        .contains(
            "Accounts that it can become: none\n  With clones (copy_user) it reaches 1 other");
    assertThat(Cli.run("reach", "boss_api", file.toString(), "--format", "html").out())
        .contains("With clones (copy_user) it reaches 1 other account");
    assertThat(Cli.run("paths", "boss_api", file.toString(), "--format", "svg").status())
        .isEqualTo(1);
    assertThat(Cli.run("paths", file.toString(), "--user", "target", "--format", "svg").status())
        .isZero();
    assertThat(Cli.run("paths", file.toString(), "--to", "level:8", "--format", "svg").status())
        .isEqualTo(1);
    assertThat(Cli.run("paths", file.toString(), "--to", "level:9", "--format", "svg").status())
        .isZero();
    assertThat(Cli.run("reach", "--all", file.toString()).out())
        .contains(
            "With clones (copy_user) these can become more, which no score counts: boss_api.");
    assertThat(Cli.run("lint", "--only", "can-become-others", file.toString()).out())
        .contains("may with clones (copy_user) become 1 other account; the highest has level 8");
  }

  @Test
  void jsonIsAsTheSchemasSay() throws IOException {
    Path cloning = Files.writeString(folder.resolve("cloning.yaml"), CLONING);
    for (String estate : List.of("examples/takeover/before", cloning.toString())) {
      String all = Cli.run("paths", estate, "--to", "level:8", "--format", "json").out();
      assertThat(Schemas.PATHS.errors(all)).isEmpty();
      assertThat(Schemas.PATHS.errors(all.replace("\"reached\"", "\"rached\""))).isNotEmpty();
      assertThat(Schemas.CUT.errors(Cli.run("cut", estate, "--format", "json").out())).isEmpty();
      assertThat(Schemas.REACH.errors(Cli.run("reach", "--all", estate, "--format", "json").out()))
          .isEmpty();
    }
    for (String user : List.of("hr_sync", "crm_api", "bi_export", "1001")) {
      String one = Cli.run("paths", user, "examples/takeover/before", "--format", "json").out();
      assertThat(Schemas.PATHS.errors(one)).as(user).isEmpty();
    }
  }

  private static String sync(String user, int level, String group) {
    return """
          - user: %s
            kind: service
            user_level: %d
            user_group: %s
            vdc_agent_api_access: 1
            modify_users: 1
            api_allowed_functions: [update_user]
        """
        .formatted(user, level, group);
  }

  private static String person(String user, int level, String group) {
    return "  - user: \"%s\"\n    kind: person\n    user_level: %d\n    user_group: %s\n"
        .formatted(user, level, group);
  }
}
