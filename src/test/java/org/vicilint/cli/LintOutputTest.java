package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** The outputs of lint: what programs may rely on, and that all formats say the same. */
class LintOutputTest {
  private static final String EXAMPLE = "examples/callcenter";

  /** Programs read these: a name that goes or changes needs another schema_version. */
  private static final List<String> FIELDS =
      List.of(
          "accounts",
          "agent_build",
          "baselined",
          "because",
          "build",
          "changes",
          "column",
          "complete",
          "confidence",
          "counts",
          "critical",
          "evidence",
          "exact",
          "fail_on",
          "failed",
          "findings",
          "fingerprint",
          "from",
          "gone",
          "high",
          "hint",
          "info",
          "line",
          "low",
          "medium",
          "message",
          "name",
          "notes",
          "problems",
          "profile",
          "reason",
          "rule",
          "rules",
          "rules_skipped",
          "schema_version",
          "severity",
          "source",
          "status",
          "to",
          "tool",
          "tool_version",
          "user",
          "value",
          "waived");

  private static final Path JSON_PAGE = Path.of("docs/reference/json.md");

  @TempDir private Path outputs;

  @Test
  void theFieldNamesOfJsonAreFrozenAndDocumented() throws IOException {
    Cli run = Cli.run("lint", EXAMPLE, "no-such-file", "--format", "json");
    TreeSet<String> names = new TreeSet<>();
    collect(Vectors.parse(run.out()), names);
    assertThat(names)
        .as("a new field is added to FIELDS and to its schema; a lost one breaks programs")
        .containsExactlyElementsOf(FIELDS);
    String page = Files.readString(JSON_PAGE);
    Set<String> severities = Set.of("critical", "high", "medium", "low", "info");
    for (String name : FIELDS) {
      if (!severities.contains(name)) {
        assertThat(page).contains("`" + name + "`");
      }
    }
  }

  @Test
  void theFieldNamesOfTheOtherCommandsAreDocumented() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    collect(json("can", "campaign_report", "campaigns_list", EXAMPLE), names);
    collect(json("can", "list_cleaner", "update_list:delete_leads=Y", EXAMPLE), names);
    collect(json("catalog", "show", "update_list"), names);
    JsonNode rules = json("rules");
    rules.get("rules").forEach(rule -> names.addAll(fieldNames(rule)));
    String page = Files.readString(JSON_PAGE);
    assertThat(names)
        .contains("gates", "passed", "requires", "level_first", "references")
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private static JsonNode json(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--format";
    all[args.length + 1] = "json";
    return Vectors.parse(Cli.run(all).out());
  }

  private static Set<String> fieldNames(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void whatIsReadIsNeverWrittenOver(@TempDir Path folder) throws IOException {
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(accounts, "accounts:\n  - user: a\n");
    Path link = Files.createSymbolicLink(folder.resolve("link"), accounts);
    for (Path target : List.of(accounts, link)) {
      Cli run = Cli.run("lint", accounts.toString(), "--output", target.toString());
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains("it is one of the files being read");
    }
    assertThat(accounts).content().startsWith("accounts:");
  }

  @Test
  void anAccountsFileInTheFolderThatIsReadIsNeverWrittenOver() throws IOException {
    Path accounts = folder("accounts.yaml", "accounts:\n  - user: a\n");
    folder("more.json", "{\"accounts\": [{\"user\": \"b\"}]}");
    folder("export.csv", "user,user_level\nc,8\n");
    folder("export.json", "[{\"user\": \"d\", \"user_level\": 8}]");
    for (String name : List.of("accounts.yaml", "more.json", "export.csv", "export.json")) {
      Path file = accounts.resolveSibling(name);
      String before = Files.readString(file);
      Cli run = Cli.run("lint", file.getParent().toString(), "--output", file.toString());
      assertThat(run.status()).as(name).isEqualTo(2);
      assertThat(run.err()).contains("it is one of the files being read");
      assertThat(file).content().isEqualTo(before);
    }
    for (String name : List.of("f.json", "f.csv", "f.sarif", "f.md", "f.xml", "f.html", "f.txt")) {
      Path file = accounts.resolveSibling(name);
      for (int i = 0; i < 2; i++) {
        Cli run = Cli.run("lint", file.getParent().toString(), "--output", file.toString());
        assertThat(run.status()).as(name + run.err()).isEqualTo(3); // columns are missing
      }
      Files.delete(file);
    }
  }

  private Path folder(String name, String text) throws IOException {
    return Files.writeString(outputs.resolve(name), text);
  }

  @Test
  void aLinkStaysALinkAndAPrivateReportStaysPrivate(@TempDir Path folder) throws IOException {
    Path report = Files.writeString(folder.resolve("report"), "old");
    Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rw-------"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), report);
    Cli.run("lint", EXAMPLE, "--output", link.toString());
    assertThat(link).isSymbolicLink();
    assertThat(report).content().contains("accounts checked");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
        .isEqualTo("rw-------");
  }

  @Test
  void jsonIsAsciiAndEndsWithALineBreak() {
    String json = Cli.run("lint", EXAMPLE, "--format", "json").out();
    assertThat(json).isASCII().endsWith("}\n");
  }

  @Test
  void everyFormatHasTheSameFindings() {
    JsonNode json = Vectors.parse(Cli.run("lint", EXAMPLE, "--format", "json").out());
    String text = Cli.run("lint", EXAMPLE).out();
    String html = Cli.run("lint", EXAMPLE, "--format", "html").out();
    int findings = json.get("findings").size();
    assertThat(findings).isPositive();
    assertThat(Pattern.compile("(?m)^            at ").matcher(text).results().count())
        .isEqualTo(findings);
    assertThat(Pattern.compile("class=\"finding ").matcher(html).results().count())
        .isEqualTo(findings);
    for (JsonNode finding : json.get("findings")) {
      assertThat(html).contains("id=\"" + finding.get("fingerprint").asText() + "\"");
      assertThat(text).contains(finding.get("rule").asText());
    }
  }

  @Test
  void theStatusIsTheSameInEveryFormat() {
    assertThat(List.of("text", "json", "html"))
        .allSatisfy(
            format ->
                assertThat(Cli.run("lint", EXAMPLE, "--format", format).status()).isEqualTo(1));
  }

  @Test
  void theOrderOfPathsChangesNothing() {
    String people = EXAMPLE + "/accounts/people.yaml";
    String programs = EXAMPLE + "/accounts/integrations.yaml";
    String groups = EXAMPLE + "/groups.yaml";
    assertThat(Cli.run("lint", groups, people, programs).all())
        .isEqualTo(Cli.run("lint", programs, groups, people).all())
        .isEqualTo(Cli.run("lint", people, programs, groups).all());
  }

  @Test
  void thePageLoadsNothingAndRunsNothingButItsOwn() {
    String html = Cli.run("lint", EXAMPLE, "--format", "html").out();
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("default-src 'none'")
        .doesNotContain(" src=", "http:", "@import", "url(", "onclick", "style=\"");
    assertThat(Pattern.compile("<script").matcher(html).results().count()).isEqualTo(1);
    assertThat(Pattern.compile("<style").matcher(html).results().count()).isEqualTo(1);
  }

  private static void collect(JsonNode node, Set<String> names) {
    node.properties()
        .forEach(
            field -> {
              names.add(field.getKey());
              collect(field.getValue(), names);
            });
    if (node.isArray()) {
      node.forEach(each -> collect(each, names));
    }
  }
}
