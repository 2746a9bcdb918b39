package org.vicilint.profile.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.input.definition.WaiverReader;
import org.vicilint.model.Problem;
import org.vicilint.profile.ReachWeights;
import org.vicilint.testkit.EditorYaml;

/** The schema that editors use says what the reader says. */
final class ProfileSchemaTest {
  private static final Path FILE = Path.of("policies", "profile.schema.json");
  private static final JsonNode TREE = tree();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TREE);

  private static final String WAIVER =
      "rule: not-api-only, account: a, reason: r, owner: o, expires: 2027-01-31";

  @TempDir private Path folder;

  private static JsonNode tree() {
    try {
      return new ObjectMapper().readTree(FILE.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<ValidationMessage> validate(String yaml) throws IOException {
    return SCHEMA.validate(EditorYaml.read(yaml));
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "strict", "legacy", "ci"})
  void takesTheProfilesThatShip(String name) throws IOException {
    assertThat(validate(Files.readString(Path.of("policies", name + ".yaml")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: acme",
        "extends: ../other.yaml",
        "fail_on: never",
        "build: 80801-0047\nagent_build: 250122-1010a",
        "rules: {a: on, b: off, c: high, d: {on: true}, e: {severity: low}, f: {on: no}}",
        "rules: {stale-account: {on: yes, severity: low, days: 60}}",
        "rules: {can-become-others: {privileged_groups: ADMIN}}",
        "service_accounts: a*\nperson_accounts: []\nsystem_accounts: [a, b]",
        "waivers_need_expiry: off",
        "waivers: [{" + WAIVER + "}]",
        "waivers: [{" + WAIVER + ", function: [a, b], flag: modify_users}]",
        "waivers: []",
        "integrations: {forbidden_functions: 'delete_*', forbidden_categories: [users]}",
        "integrations: {forbidden_effects: [delete, control], highest_level: 7, takeover: on}",
        "exclude: k8s/",
        "exclude: [k8s/, '*.old.yaml', '!a.old.yaml']",
        "baseline: known.json",
        "integrations: {}",
        "reach: {weights: {read: 0, delete: 1000, logins: '7', accounts: 5}}",
        "reach: {weights: {}}",
      })
  void bothTakeWhatIsGood(String yaml) throws IOException {
    assertThat(validate(yaml)).isEmpty();
    assertThat(problems(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nam: acme",
        "name: ''",
        "extends:",
        "fail_on: hihg",
        "fail_on: [low]",
        "build: 2025-07-20",
        "rules: [a]",
        "rules: {a: maybe}",
        "rules: {a: }",
        "rules: {a: {}}",
        "rules: {'a b': on}",
        "rules: {a: {days: 3}}",
        "rules: {a: {serverity: low}}",
        "rules: {a: {on: off, severity: low}}",
        "rules: {stale-account: {on: false, days: 3}}",
        "rules: {stale-account: {days: 0}}",
        "rules: {stale-account: {privileged_groups: [a]}}",
        "rules: {can-become-others: {privileged_groups: ['']}}",
        "service_accounts: {a: b}",
        "service_accounts: [[a]]",
        "waivers_need_expiry: perhaps",
        "waivers: {" + WAIVER + "}",
        "waivers: [a]",
        "waivers: [{rule: a, account: b, reason: c, expires: 2027-01-31}]",
        "waivers: [{rule: a, account: [], reason: c, owner: d, expires: 2027-01-31}]",
        "waivers: [{" + WAIVER + ", until: 2028-01-31}]",
        "waivers: [{rule: a, account: b, reason: c, owner: d, expires: 31.1.2027}]",
        "exclude: {a: b}",
        "exclude: ['']",
        "baseline: [a]",
        "baseline: ''",
        "own_rules: {a: b}",
        "integrations: [a]",
        "integrations: {forbidden_effects: [destroy]}",
        "integrations: {highest_level: 10}",
        "integrations: {takeover: perhaps}",
        "integrations: {forbiden_functions: [a]}",
        "reach: 3",
        "reach: {weights: [1]}",
        "reach: {wheights: {read: 1}}",
        "reach: {weights: {reed: 1}}",
        "reach: {weights: {read: -1}}",
        "reach: {weights: {read: 1001}}",
        "reach: {weights: {read: much}}",
      })
  void bothRefuseWhatIsNot(String yaml) throws IOException {
    assertThat(validate(yaml)).isNotEmpty();
    assertThat(problems(yaml)).isNotEmpty();
  }

  private List<Problem> problems(String yaml) throws IOException {
    List<Problem> problems = new ArrayList<>();
    Files.writeString(folder.resolve("other.yaml"), "name: other\n");
    Files.createDirectories(folder.resolve("a"));
    new ProfileReader(problems)
        .read(Files.writeString(folder.resolve("a/p.yaml"), yaml).toString());
    return problems;
  }

  @Test
  void bothKnowTheSameKeys() {
    JsonNode top = TREE.at("/properties");
    JsonNode rules = top.at("/rules/properties");

    assertThat(names(top)).containsExactlyElementsOf(ProfileKeys.TOP);
    assertThat(names(top.at("/reach/properties"))).containsExactlyElementsOf(ProfileKeys.OF_REACH);
    assertThat(names(top.at("/reach/properties/weights/properties")))
        .containsExactlyElementsOf(ReachWeights.NAMES);
    assertThat(names(top.at("/waivers/items/properties")))
        .containsExactlyElementsOf(WaiverReader.KEYS);
    assertThat(names(TREE.at("/$defs/setting/anyOf/1/properties")))
        .containsExactlyElementsOf(ProfileKeys.OF_RULE);
    for (Map.Entry<String, List<String>> parameter : ProfileKeys.PARAMETERS.entrySet()) {
      Set<String> keys = new HashSet<>(ProfileKeys.OF_RULE);
      keys.add(parameter.getKey());
      for (String rule : parameter.getValue()) {
        assertThat(names(rules.path(rule).at("/anyOf/1/properties")))
            .containsExactlyInAnyOrderElementsOf(keys);
      }
    }
  }

  @Test
  void offersEveryRuleThatHasAPage() throws IOException {
    Set<String> pages;
    try (Stream<Path> files = Files.list(Path.of("rules"))) {
      pages =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".md"))
              .map(file -> file.substring(0, file.length() - 3))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    assertThat(names(TREE.at("/properties/rules/properties")))
        .as("policies/profile.schema.json lists the rules, so that editors can offer them")
        .containsAll(pages);
  }

  @Test
  void describesEveryKey() {
    assertThat(TREE.at("/properties").properties()).allSatisfy(ProfileSchemaTest::described);
    assertThat(TREE.at("/properties/waivers/items/properties").properties())
        .allSatisfy(ProfileSchemaTest::described);
  }

  private static void described(Map.Entry<String, JsonNode> key) {
    assertThat(key.getValue().path("description").asText()).isNotBlank();
  }
}
