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

/** {@code vicilint reach}. */
class ReachTest {
  private static final String ESTATE = "examples/takeover/before";

  @TempDir private Path folder;

  @Test
  void aPageOfTextHasAllThatIsLost() {
    Cli run = Cli.run("reach", "hr_sync", ESTATE);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("If the credential of hr_sync (level 8, ADMIN) leaks\nThe reach is ")
        .contains("By itself\n  Functions: 2\n    write 2: add_user, update_user\n")
        .contains("hands out logins 2: reset_agent_pass.php, reset_agent_pass_email.php")
        .contains("Lists in scope: none")
        .contains("Accounts that it can become: 10, the highest of level 8")
        .contains("level 8 ADMIN: 3 accounts in 1 step (mgr1, mgr2, mgr3)")
        .contains("No path to level 9.")
        .contains("  modify_same_user_level: 1 → 0\n")
        .contains("pages: known of build 250720-1841");
  }

  @Test
  void theWayToLevel9AndWhoSharesTheCredentialAreNamed() {
    assertThat(Cli.run("reach", "bi_export", ESTATE).out())
        .contains("A path to level 9, 1 step: bi_export → crm_api (same integration)")
        .contains("crm_api is held with bi_export by the integration crm")
        .contains("(own credential)\n  used_by: crm → (an integration of its own)");
  }

  @Test
  void theScoreIsTheSumOfItsParts() throws IOException {
    JsonNode reach = json(Cli.run("reach", "hr_sync", ESTATE, "--format", "json"));
    JsonNode score = reach.get("score");
    long points = 0;
    for (JsonNode part : score.get("parts")) {
      assertThat(part.get("points").asLong())
          .isEqualTo(part.get("count").asLong() * part.get("weight").asLong());
      points += part.get("points").asLong();
    }
    assertThat(score.get("total").asLong()).isEqualTo(points);
    assertThat(score.get("itself").asLong() + score.get("through_others").asLong())
        .isEqualTo(points);
    assertThat(count(score, "accounts")).isEqualTo(84); // 10 of 12 others, rounded up
    assertThat(count(score, "level")).isEqualTo(8);
    assertThat(count(score, "logins")).isEqualTo(2);
    assertThat(reach.get("becomes").get("count").asInt()).isEqualTo(10);
    assertThat(reach.get("functions"))
        .filteredOn(f -> f.get("through").asText().equals("itself"))
        .extracting(f -> f.get("function").asText())
        .containsExactly("add_user", "update_user");
    assertThat(reach.get("shrink").get("score_after").asLong())
        .isEqualTo(points - reach.get("shrink").get("removes").asLong());
  }

  @Test
  void jsonIsAsTheSchemaSays() throws IOException {
    for (String user : List.of("hr_sync", "crm_api", "bi_export", "admin_lindt", "1001")) {
      assertThat(Schemas.REACH.errors(Cli.run("reach", user, ESTATE, "--format", "json").out()))
          .isEmpty();
    }
    String ranking = Cli.run("reach", "--all", ESTATE, "--format", "json").out();
    assertThat(Schemas.REACH.errors(ranking)).isEmpty();
    assertThat(Schemas.REACH.errors(ranking.replace("\"rank\" : 1", "\"rank\" : 0"))).isNotEmpty();
  }

  @Test
  void whatAnotherPasswordWouldOpenIsAField() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"),
            """
            accounts:
              - user: sync
                pass: "p@ss!"
                kind: service
                user_level: 9
                vdc_agent_api_access: 1
                modify_users: 1
                api_allowed_functions: [update_user]
              - {user: boss, kind: person, user_level: 9, pass: "boss1"}
            """);
    String text = Cli.run("reach", "sync", file.toString(), "--format", "json").out();
    assertThat(Schemas.REACH.errors(text)).isEmpty();
    JsonNode once = Vectors.parse(text).get("with_usable_password");
    assertThat(once.get("count").asInt()).isEqualTo(1);
    assertThat(once.get("highest_level").asInt()).isEqualTo(9);
    assertThat(once.get("score").get("total").asLong())
        .isGreaterThan(Vectors.parse(text).get("score").get("total").asLong());
    JsonNode usable = json(Cli.run("reach", "boss", file.toString(), "--format", "json"));
    assertThat(usable.get("with_usable_password").isNull()).isTrue();
  }

  @Test
  void weightsOfTheProfileCount() throws IOException {
    Path profile = folder.resolve("p.yaml");
    Files.writeString(
        profile,
        "reach: {weights: {read: 0, write: 0, control: 0, delete: 0, logins: 0, lists: 0, accounts: 0, level: 5}}\n");
    JsonNode reach =
        json(
            Cli.run(
                "reach", "hr_sync", ESTATE, "--format", "json", "--profile", profile.toString()));
    assertThat(reach.get("score").get("total").asInt()).isEqualTo(40);
    assertThat(Cli.run("profile", "--profile", profile.toString()).out())
        .containsPattern("reach\\.weights\\.level +5 ");
  }

  @Test
  void theRankingIsTheSameInEveryFormat() throws IOException {
    Cli csv = Cli.run("reach", "--all", ESTATE, "--format", "csv");
    assertThat(csv.status()).isZero();
    List<String> rows = csv.out().lines().skip(1).map(row -> row.split(",")[1]).toList();
    List<String> objects = new ArrayList<>();
    JsonNode json = json(Cli.run("reach", "--all", ESTATE, "--format", "json"));
    for (JsonNode each : json.get("ranking")) {
      objects.add(each.get("user").asText());
      JsonNode one = json(Cli.run("reach", each.get("user").asText(), ESTATE, "--format", "json"));
      assertThat(each.get("score")).isEqualTo(one.get("score").get("total"));
      assertThat(each.get("becomes")).isEqualTo(one.get("becomes").get("count"));
    }
    assertThat(objects).hasSize(13).isEqualTo(rows);
    assertThat(objects).startsWith("bi_export", "crm_api", "hr_sync");
    Cli text = Cli.run("reach", "--all", ESTATE, "--limit", "2");
    assertThat(text.out()).contains("   1  bi_export").contains("11 more").doesNotContain("tl1");
  }

  @Test
  void thePageHasNoScriptAndNothingFromElsewhere() {
    Cli run = Cli.run("reach", "crm_api", ESTATE, "--format", "html");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("default-src 'none'; style-src 'sha256-")
        .contains("<h1>Reach of crm_api (level 9, ADMIN)</h1>")
        .contains("least privilege")
        .contains("</code> <details><summary>and ")
        .doesNotContain("<script", "http://", "https://", "src=");
  }

  @Test
  void hostileNamesTakeNothingOver() throws IOException {
    String evil = "\\u001b[31m<b>=x\\u202e";
    Path file = folder.resolve("estate.yaml");
    Files.writeString(
        file,
        """
        accounts:
          - {user: "=cmd%1$s", kind: service, user_level: 9, user_group: "<i>G", vdc_agent_api_access: 1, modify_users: 1, used_by: ["<u>%1$s"], api_allowed_functions: [update_user], functions: [update_user]}
          - {user: "other", kind: person, user_level: 9, user_group: "<i>G", used_by: ["<u>%1$s"]}
        groups:
          - {user_group: "<i>G"}
        """
            .formatted(evil));
    for (String[] how :
        new String[][] {
          {"reach", "other", "--format", "text"},
          {"reach", "other", "--format", "json"},
          {"reach", "other", "--format", "html"},
          {"reach", "--all", "--format", "text"},
          {"reach", "--all", "--format", "csv"},
          {"reach", "--all", "--format", "json"}
        }) {
      List<String> args = new ArrayList<>(List.of(how));
      args.add(2, file.toString());
      Cli run = Cli.run(args.toArray(String[]::new));
      assertThat(run.out()).as(String.join(" ", how)).doesNotContain("\u001b", "\u202e");
      if (how[3].equals("html")) {
        assertThat(run.out()).doesNotContain("<b>=x", "<u>", "<i>");
      }
      if (how[3].equals("csv")) {
        assertThat(run.out().lines()).noneMatch(row -> row.matches("\\d+,\"?=.*"));
      }
    }
  }

  @Test
  void whatIsMissingOrUnreadIsIncomplete() throws IOException {
    Cli missing = Cli.run("reach", "hr_synk", ESTATE);
    assertThat(missing.status()).isEqualTo(3);
    assertThat(missing.err()).contains("did you mean 'hr_sync'?");
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(broken, "accounts:\n  - {user: a, user_level: 9, nosuchkey: 1}\n");
    for (String format : List.of("text", "json", "html")) {
      Cli run = Cli.run("reach", "a", broken.toString(), "--format", format);
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.out().toLowerCase(Locale.ROOT)).contains("complete");
    }
    assertThat(Cli.run("reach", "--all", broken.toString()).out()).contains("incomplete:");
    assertThat(Cli.run("reach").status()).isEqualTo(2);
    assertThat(Cli.run("reach", "a", ESTATE, "--format", "csv").status()).isEqualTo(2);
    assertThat(Cli.run("reach", "--all", ESTATE, "--format", "html").status()).isEqualTo(2);
  }

  @Test
  void aPathWhereTheUserShouldStandIsWrongUsage() {
    Cli folder = Cli.run("reach", ESTATE);
    assertThat(folder.status()).isEqualTo(2);
    assertThat(folder.err())
        .contains(ESTATE + " is a folder: USER or --all is missing before it, or PATH after it");
    assertThat(Cli.run("reach", ESTATE + "/accounts.yaml").err()).contains("is a file: USER or");
    assertThat(Cli.runWith("accounts:\n  - user: a\n", "reach", "-").status()).isEqualTo(2);
    Cli two = Cli.run("reach", ESTATE, "examples/takeover/after");
    assertThat(two.status()).isEqualTo(3);
    assertThat(two.err()).contains(ESTATE + " is a folder: USER or --all is missing before it");
  }

  @Test
  void pagesOfOtherBuildsAreNotCertain() throws IOException {
    JsonNode reach =
        json(Cli.run("reach", "hr_sync", ESTATE, "--format", "json", "--build", "240419-1819"));
    assertThat(reach.get("pages_certain").asBoolean()).isFalse();
    assertThat(Cli.run("reach", "hr_sync", ESTATE, "--build", "240419-1819").out())
        .contains("likely");
    String[] ranking = {"reach", "--all", ESTATE, "--format", "csv", "--build", "240419-1819"};
    assertThat(Cli.run(ranking).out().lines().skip(1)).allMatch(row -> row.endsWith(",likely"));
    assertThat(Cli.run("reach", "--all", ESTATE, "--format", "csv").out().lines().skip(1))
        .allMatch(row -> row.endsWith(",certain"));
  }

  private static long count(JsonNode score, String name) {
    for (JsonNode part : score.get("parts")) {
      if (part.get("name").asText().equals(name)) {
        return part.get("count").asLong();
      }
    }
    throw new AssertionError(name);
  }

  private static JsonNode json(Cli run) throws IOException {
    assertThat(run.status()).isZero();
    return Vectors.parse(run.out());
  }
}
