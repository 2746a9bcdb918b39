package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.input.definition.DefinitionKeys;
import org.vicilint.input.table.Table;
import org.vicilint.testkit.EditorYaml;
import org.vicilint.testkit.Reading;

/** The schema that editors use for definitions says what the reader says. */
final class DefinitionSchemaTest {
  private static final Path FILE = Path.of("src/main/resources/schema/definitions.schema.json");
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(DefinitionSchema.make());

  /** One value of each sort that somebody may write behind a key. */
  private static final List<String> VALUES =
      List.of(
          "0",
          "1",
          "2",
          "6",
          "9",
          "10",
          "256",
          "-1",
          "99999999999",
          "Y",
          "N",
          "y",
          "true",
          "false",
          "Yes",
          "no",
          "'1'",
          "'0'",
          "' 1 '",
          "'3'",
          "''",
          "null",
          "~",
          "ENABLED",
          "enabled",
          "DISABLED",
          "2_DIGITS",
          "abc",
          "2025-01-31",
          "2025-01-31 10:00:00",
          "31.1.2025",
          "[a, b]",
          "[]",
          "[[a]]",
          "[null]",
          "{a: b}",
          "[1]",
          "service",
          "Person",
          "add_lead",
          "'update_list:delete_leads=Y'",
          "'update_list:delete_leads'",
          "'a:custom_fields_copy'",
          "{update_list: {delete_leads: Y}}",
          "{update_list: {a: }}",
          "[{update_list: {delete_leads: true}}, add_lead]",
          "{update_list: [a]}",
          "{'a b': }",
          "'two words'",
          "{add_lead: }",
          "{a: {'b c': 1}}");

  private static Set<ValidationMessage> validate(String yaml) throws IOException {
    return SCHEMA.validate(EditorYaml.read(yaml));
  }

  /** For a changed column or key: mvn test -Dtest=DefinitionSchemaTest -Dvicilint.refresh */
  @Test
  void theFileIsWhatTheReaderKnows() throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    String made =
        new ObjectMapper().writer(printer).writeValueAsString(DefinitionSchema.make()) + "\n";
    if (System.getProperty("vicilint.refresh") != null) {
      Files.writeString(FILE, made);
    }
    assertThat(FILE).content().isEqualTo(made);
  }

  /** Without what is said of a run that has groups only. */
  private static List<String> problems(String yaml) {
    return Reading.problems(yaml).stream().filter(p -> !p.contains("no account was")).toList();
  }

  static Stream<String> keys() {
    return Stream.concat(
        DefinitionKeys.OF_ACCOUNT.stream().map(key -> "accounts " + key),
        Table.GROUPS.names().stream().map(key -> "groups " + key));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void bothSayTheSameOfEveryKeyAndValue(String listAndKey) throws IOException {
    String list = listAndKey.split(" ")[0];
    String key = listAndKey.split(" ")[1];
    String name = list.equals("accounts") ? "user" : "user_group";
    List<String> taken = new ArrayList<>();
    for (String value : VALUES) {
      String given = key.equals(name) ? "" : "    " + name + ": a\n";
      String yaml = list + ":\n  - " + key + ": " + value + "\n" + given;
      List<String> problems = problems(yaml);
      boolean good = problems.isEmpty();
      assertThat(validate(yaml).isEmpty()).as(yaml + problems).isEqualTo(good);
      if (good) {
        taken.add(value);
      }
    }
    assertThat(taken).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts: []",
        "groups:",
        "accounts: [{user: a}]\ngroups: [{user_group: b, allowed_campaigns: [C, D]}]",
        "accounts: [{user: 6666}]",
      })
  void bothTakeWhatIsGood(String yaml) throws IOException {
    assertThat(validate(yaml)).isEmpty();
    assertThat(problems(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account: []",
        "accounts: {}",
        "accounts: a",
        "accounts: [a]",
        "accounts: [null]",
        "accounts: [{}]",
        "accounts: [{full_name: a}]",
        "accounts: [{user: ' '}]",
        "accounts: [{user: a, user_levle: 8}]",
        "accounts: [{user: a, User: b}]",
        "accounts: [{user: a}]\nothers: []",
        "accounts: [{user: a, allowed_campaigns: [C]}]",
        "groups: [{user: a}]",
        "groups: [{user_group: a, owner: b}]",
        "[{user: a}]",
        "accounts: [{user: a123456789012345678901234567890}]",
      })
  void bothRefuseWhatIsNot(String yaml) throws IOException {
    assertThat(validate(yaml)).isNotEmpty();
    assertThat(problems(yaml)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "examples/callcenter/accounts/people.yaml",
        "examples/callcenter/accounts/integrations.yaml",
        "examples/callcenter/groups.yaml",
        "examples/own-rules/accounts/integrations.yaml",
      })
  void takesTheExamples(String file) throws IOException {
    assertThat(validate(Files.readString(Path.of(file)))).isEmpty();
  }

  @Test
  void describesEveryKeyAndOffersTheFunctions() {
    JsonNode schema = DefinitionSchema.make();
    for (String list : List.of("account", "group")) {
      assertThat(schema.at("/$defs/" + list + "/properties"))
          .allSatisfy(key -> assertThat(key.path("description").asText()).isNotBlank());
    }
    assertThat(schema.at("/$defs/function/anyOf/0/enum").toString()).contains("\"add_lead\"");
    assertThat(schema.at("/$defs/account/properties/api_allowed_functions").toString())
        .contains("ALL_FUNCTIONS", "\"add_lead\"");
  }
}
