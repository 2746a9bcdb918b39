package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** Records that are given more than once: word for word in exports, or not. */
class CopiesTest {
  private static final String EXPORTS = "src/test/resources/exports/";

  @TempDir private Path folder;

  @Test
  void anEstateInAllFormatsAtOnceIsTheEstate() {
    JsonNode once = json(EXPORTS + "estate-dump.sql");
    JsonNode all =
        json(
            EXPORTS + "estate-dump.sql",
            EXPORTS + "vicidial_users.tsv",
            EXPORTS + "vicidial_users.csv",
            EXPORTS + "vicidial_users.json",
            EXPORTS + "vicidial_users.xml",
            EXPORTS + "vicidial_users.outfile.csv",
            EXPORTS + "vicidial_user_groups.tsv");
    assertThat(all.get("problems")).isEmpty();
    assertThat(all.get("findings")).isEqualTo(once.get("findings"));
    assertThat(notes(all))
        .contains(
            "%svicidial_users.json: 64 accounts here stand in %sestate-dump.sql too, with the same values, and count once"
                .formatted(EXPORTS, EXPORTS))
        .anyMatch(note -> note.contains("vicidial_user_groups.tsv: 6 groups here stand in"));
  }

  @Test
  void oneOtherValueIsAProblem() throws IOException {
    String users = "user\tpass\tuser_level\tmodify_leads\na\tx\t8\t1\nb\ty\t1\t0\n";
    assertThat(problems(users, users)).isEmpty();
    for (String other :
        List.of(
            users.replace("x\t8\t1", "x\t8\t2"),
            users.replace("a\tx", "a\tz"),
            users.replace("a\tx", "A\tx"),
            "user\tpass\tuser_level\na\tx\t8\n",
            users.replace("modify_leads", "load_leads"))) {
      assertThat(problems(users, other))
          .as(other)
          .anyMatch(reason -> reason.matches("account [aA] is already at .*, which holds"));
    }
  }

  @Test
  void aCopyInDefinitionsStaysAProblem() throws IOException {
    String definition = "accounts:\n  - user: a\n    user_level: 1\n";
    Files.writeString(folder.resolve("one.yaml"), definition);
    Files.writeString(folder.resolve("two.yaml"), definition);
    Cli run = Cli.run("lint", folder.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.all()).contains("account a is already at", "duplicate-account");
    Files.delete(folder.resolve("two.yaml"));
    Files.writeString(folder.resolve("two.tsv"), "user\tuser_level\na\t1\n");
    assertThat(Cli.run("lint", folder.toString()).all()).contains("account a is already at");
  }

  @Test
  void aRowThatStandsTwiceInOneExportCountsOnce() throws IOException {
    String users = "user\tuser_level\na\t1\n";
    Path file = Files.writeString(folder.resolve("u.tsv"), users + "a\t1\n");
    JsonNode lint = json(file.toString());
    assertThat(Cli.run("lint", file.toString()).out()).contains("1 account checked");
    assertThat(notes(lint))
        .contains(
            file
                + ": 1 account here stands in this source too, with the same values, and counts once");
  }

  @Test
  void groupsAndSettingsThatDifferAreProblems() throws IOException {
    String groups = "user_group\tallowed_campaigns\tadmin_viewable_groups\nG\tONE -\t\n";
    String settings = "use_non_latin\tallow_ip_lists\n0\t1\n";
    assertThat(problems(groups, groups))
        .containsExactly("nothing to check here: no account was found");
    assertThat(problems(groups, groups.replace("ONE", "TWO")))
        .anyMatch(reason -> reason.startsWith("group G is already at"));
    assertThat(problems(settings, settings))
        .noneMatch(reason -> reason.contains("system_settings"));
    assertThat(problems(settings, settings.replace("0\t1", "0\t0")))
        .anyMatch(
            reason ->
                reason.matches(
                    "system_settings is already at .*, which holds, and says otherwise"));
  }

  private List<String> problems(String one, String two) throws IOException {
    Path a = Files.writeString(folder.resolve("1.tsv"), one);
    Path b = Files.writeString(folder.resolve("2.tsv"), two);
    List<String> reasons =
        json(a.toString(), b.toString()).get("problems").findValuesAsText("reason");
    return reasons.stream().filter(reason -> !reason.contains("lacks")).toList();
  }

  private static List<String> notes(JsonNode lint) {
    List<String> notes = new ArrayList<>();
    lint.get("notes").forEach(note -> notes.add(note.asText()));
    return notes;
  }

  private static JsonNode json(String... paths) {
    List<String> words = new ArrayList<>(List.of("lint", "--format", "json"));
    words.addAll(List.of(paths));
    return Vectors.parse(Cli.run(words.toArray(String[]::new)).out());
  }
}
