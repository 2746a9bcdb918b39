package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Estate;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RulePage;
import org.vicilint.rules.builtin.Checks;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Runs;
import org.vicilint.testkit.Vectors;
import org.yaml.snakeyaml.Yaml;

/** {@code vicilint rules new} writes files that compile, parse and lint, and writes over none. */
class NewRuleTest {
  private static final String CLASSES = "src/main/java/org/vicilint/rules/builtin/";
  private static final String LIST = CLASSES + "Checks.java";
  private static final String SCHEMA = "policies/profile.schema.json";
  private static final String CORPUS = "src/test/resources/corpus/";
  private static final Pattern ACCOUNTS = Pattern.compile("(?s)```yaml\n(.*?)```");

  @TempDir private Path checkout;

  @BeforeEach
  void copyWhatIsChanged() throws IOException {
    for (String file : List.of(LIST, SCHEMA, CLASSES + "NoOwner.java", "rules/no-owner.md")) {
      Path copy = checkout.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of(file), copy);
    }
    Files.createDirectories(checkout.resolve(CORPUS));
    Files.createFile(checkout.resolve(CLASSES + "../AccountRule.java"));
  }

  private String begin(String id) throws UsageException, IOException {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    new NewRule(checkout)
        .write(id, new Streams(new ByteArrayInputStream(new byte[0]), writer, writer, false));
    return out.toString();
  }

  private String read(String file) throws IOException {
    return Files.readString(checkout.resolve(file));
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(checkout)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(checkout.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static List<String> added(String before, String after) {
    List<String> lines = new ArrayList<>(after.lines().toList());
    before.lines().forEach(lines::remove);
    return lines.stream().map(String::strip).toList();
  }

  @Test
  void namesTheFilesAndTheNextSteps() throws Exception {
    assertThat(begin("no-such-thing"))
        .startsWith(
            """
            written  rules/no-such-thing.md
            written  src/main/java/org/vicilint/rules/builtin/NoSuchThing.java
            written  src/test/resources/corpus/no-such-thing.yaml
            changed  src/main/java/org/vicilint/rules/builtin/Checks.java
            changed  policies/profile.schema.json

            next:
              1.\s""")
        .contains("RulePagesTest", "CorpusTest", "ReferencePagesTest", "CHANGELOG.md");
    assertThat(files()).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aa-first", "no-ownership", "zz-last"})
  void addsALineToEachListInTheOrderOfIds(String id) throws Exception {
    String list = read(LIST);
    String schema = read(SCHEMA);
    begin(id);
    String name = NewRule.camel(id);
    List<String> ids = new ArrayList<>(Checks.all().stream().map(Rule::id).toList());
    ids.add(id);
    assertThat(
            Pattern.compile("new (\\w+)\\(\\)")
                .matcher(read(LIST))
                .results()
                .map(each -> each.group(1)))
        .containsExactlyElementsOf(ids.stream().sorted().map(NewRule::camel).toList());
    // The last line of the list ends it, so that the line before it gets a comma.
    assertThat(added(list, read(LIST)))
        .contains("new " + name + "()" + (id.startsWith("zz") ? ");" : ","))
        .hasSizeLessThanOrEqualTo(2);
    assertThat(added(schema, read(SCHEMA)))
        .containsExactly("\"" + id + "\": { \"$ref\": \"#/$defs/setting\" },");
    assertThat(Vectors.parse(read(SCHEMA)).at("/properties/rules/properties").has(id)).isTrue();
  }

  @Test
  void theClassAndTheListCompileAsTheyAre() throws Exception {
    begin("no-such-thing");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path classes = Files.createDirectory(checkout.resolve("classes"));
    StringWriter said = new StringWriter();
    boolean good;
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      good =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of(
                      "-Xlint:all", "-Werror", "-cp", "target/classes", "-d", classes.toString()),
                  null,
                  files.getJavaFileObjects(
                      checkout.resolve(LIST), checkout.resolve(CLASSES + "NoSuchThing.java")))
              .call();
    }
    assertThat(good).as(said.toString()).isTrue();
  }

  @Test
  void thePageHasTheFormOfTheOthers() throws Exception {
    begin("no-such-thing");
    String[] page = read("rules/no-such-thing.md").split("(?m)^---\n", 3);
    Map<String, Object> front = new Yaml().load(page[1]);
    Map<String, Object> other = new Yaml().load(read("rules/no-owner.md").split("(?m)^---\n")[1]);
    assertThat(front.keySet()).containsExactlyElementsOf(other.keySet());
    assertThat(front).containsEntry("id", "no-such-thing").containsEntry("severity", "low");
    assertThat((String) front.get("since")).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(RulePage.load("no-owner").category()).isEqualTo(front.get("category"));
    assertThat(page[2].lines().filter(line -> line.startsWith("## ")))
        .containsExactlyElementsOf(
            RulePage.load("no-owner").text().lines().filter(l -> l.startsWith("## ")).toList());
    List<String> examples = ACCOUNTS.matcher(page[2]).results().map(m -> m.group(1)).toList();
    assertThat(examples).hasSize(3);
    for (String example : examples) {
      Estate estate = PageExamples.estate(example, null, Runs.CATALOG);
      assertThat(estate.problems()).isEmpty();
      assertThat(estate.accounts()).hasSize(1);
    }
    assertThat(page[2]).contains("```\n\n```text\n```\n");
  }

  @Test
  void theEstateExpectsTheRuleAloneSoThatItsTestFailsUntilTheClassFindsIt() throws Exception {
    begin("no-such-thing");
    String estate = CORPUS + "no-such-thing.yaml";
    assertThat(read(estate).lines().filter(line -> line.startsWith("# expect: ")))
        .containsExactly("# expect: low no-such-thing faulty_loader");
    Cli run =
        Cli.run(
            "lint",
            checkout.resolve(estate).toString(),
            "--profile",
            "default",
            "--format",
            "json");
    JsonNode result = Vectors.parse(run.out());
    assertThat(result.get("findings")).as(run.out()).isEmpty();
    assertThat(result.get("complete").asBoolean()).as(run.out()).isTrue();
  }

  @Test
  void everyFileSaysWhatIsLeftToWrite() throws Exception {
    begin("no-such-thing");
    for (String file :
        List.of(
            "rules/no-such-thing.md",
            CLASSES + "NoSuchThing.java",
            CORPUS + "no-such-thing.yaml")) {
      assertThat(read(file)).contains("WRITE: ").doesNotContainPattern("@\\w+@");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "owner",
        "No-Owner",
        "no_owner",
        "no-owner-",
        "-no-owner",
        "no--owner",
        "no-owner2",
        "../no-owner",
        "no-owner\u001b[31m",
        "a-very-long-name-that-no-column-of-a-report-holds",
        "no-owner",
        "string-builder",
        "account-rule"
      })
  void refusesAnIdThatIsBadOrTaken(String id) throws IOException {
    Map<String, String> before = files();
    assertThatThrownBy(() -> begin(id))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching("('.*' is no id|there is a (rule|class) ).*")
        .message()
        .doesNotContain("\u001b");
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules/no-such-thing.md",
        CLASSES + "NoSuchThing.java",
        CORPUS + "no-such-thing.yaml"
      })
  void writesOverNoFile(String file) throws IOException {
    Files.writeString(checkout.resolve(file), "mine");
    Map<String, String> before = files();
    assertThatThrownBy(() -> begin("no-such-thing"))
        .isInstanceOf(UsageException.class)
        .hasMessage(file + " is there already; nothing is written");
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {LIST, SCHEMA})
  void worksInACheckoutOnly(String missing) throws IOException {
    Files.delete(checkout.resolve(missing));
    Map<String, String> before = files();
    assertThatThrownBy(() -> begin("no-such-thing"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("checkout");
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {LIST, SCHEMA})
  void aListThatIsNotThereIsWrongUsageAndNothingIsWritten(String file) throws IOException {
    Files.writeString(checkout.resolve(file), "class Checks {}\n");
    Map<String, String> before = files();
    assertThatThrownBy(() -> begin("no-such-thing"))
        .isInstanceOf(UsageException.class)
        .hasMessage(file + " has no list of rules; nothing is written");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void leavesNothingWhereAFileCannotBeWritten() throws IOException {
    Files.delete(checkout.resolve(CORPUS));
    Map<String, String> before = files();
    assertThatThrownBy(() -> begin("no-such-thing"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("its folder does not exist");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void theCommandLineTakesOneIdAndRefusesOneThatIsTaken() {
    assertThat(Cli.run("rules", "new").status()).isEqualTo(2);
    assertThat(Cli.run("rules", "new", "one-rule", "two-rules").err()).contains("or: new ID");
    Cli taken = Cli.run("rules", "new", "no-owner");
    assertThat(taken.status()).isEqualTo(2);
    assertThat(taken.err()).contains("there is a rule 'no-owner' already");
  }

  @Test
  void everyClassIsNamedAfterItsRule() {
    assertThat(Checks.all())
        .allSatisfy(
            rule ->
                assertThat(rule.getClass().getSimpleName()).isEqualTo(NewRule.camel(rule.id())));
  }
}
