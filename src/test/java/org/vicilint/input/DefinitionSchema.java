package org.vicilint.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vicilint.catalog.Catalog;
import org.vicilint.input.definition.DefinitionKeys;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.ColumnType;
import org.vicilint.input.table.Table;
import org.vicilint.model.Kind;

/**
 * Makes the JSON Schema of definitions from what the reader knows of columns and keys. The result
 * stands in {@code src/main/resources/schema/definitions.schema.json}.
 */
final class DefinitionSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_DIGITS = 18;
  private static final String WORD = "[A-Za-z0-9_]{1,60}";
  private static final List<String> LISTS =
      List.of("api_allowed_functions", "allowed_campaigns", "admin_viewable_groups");

  private static final Map<String, String> DECLARATIONS =
      Map.of(
          "kind", "Who uses the account: service, person or system. Left out: inferred.",
          "owner", "Who answers for the account: a team or role that outlives a person.",
          "purpose", "What the account is for.",
          "used_by", "The integrations that hold this credential.",
          "functions",
              "What the account calls: its need. An operation is written update_list: {delete_leads:"
                  + " Y}, or update_list:delete_leads=Y.");

  private DefinitionSchema() {}

  static ObjectNode make() {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "vicilint definitions");
    schema.put(
        "description",
        "Accounts and user groups of VICIdial. Keys are VICIdial's columns, and those of vicilint:"
            + " kind, owner, purpose, used_by, functions. What is not mentioned has VICIdial's"
            + " default.");
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    schema
        .putArray("anyOf")
        .add(required("accounts"))
        .add(required("groups"))
        .add(required("phones"));
    ObjectNode top = schema.putObject("properties");
    top.set("accounts", listOf("The accounts.", "account"));
    top.set("groups", listOf("The user groups.", "group"));
    top.set("phones", listOf("The logins of phones, which requests may name.", "phone"));
    ObjectNode defs = schema.putObject("$defs");
    defs.set("account", record(Table.USERS, "user", "An account, a row of vicidial_users."));
    defs.set(
        "group", record(Table.GROUPS, "user_group", "A group, a row of vicidial_user_groups."));
    defs.set("phone", phone());
    defs.set("on_off_digit", onOff(JSON.numberNode(0), JSON.numberNode(1)));
    defs.set("on_off_letter", onOff(JSON.textNode("Y"), JSON.textNode("N")));
    defs.set(
        "time",
        textsOrNothing(
            "^\\s*\\d{4}-\\d\\d-\\d\\d([ Tt]\\d\\d:\\d\\d(:\\d\\d)?([.,]\\d{1,9})?( ?([Zz]|[+-]\\d\\d(:?\\d\\d)?))?)?\\s*$"));
    defs.set(
        "single",
        JSON.objectNode().set("type", array(List.of("string", "number", "boolean", "null"))));
    defs.set("word", word());
    defs.set("function", function());
    defs.set("parameters", parameters());
    return schema;
  }

  /** A login, or an alias for several phones; a row of the table may say more. */
  private static ObjectNode phone() {
    ObjectNode phone = JSON.objectNode().put("type", "object");
    phone.putArray("required").add("login");
    phone.putObject("properties").set("login", ref("word"));
    ObjectNode alias = JSON.objectNode().put("type", "object");
    alias.putArray("required").add("alias_id");
    alias.putObject("properties").set("alias_id", ref("word"));
    return anyOf(ref("word"), phone, alias);
  }

  private static ObjectNode record(Table table, String name, String description) {
    ObjectNode record = JSON.objectNode();
    record.put("description", description);
    record.put("type", "object");
    record.put("additionalProperties", false);
    record.putArray("required").add(name);
    ObjectNode properties = record.putObject("properties");
    for (String column : table.names()) {
      properties.set(column, column(table, table.column(column), column.equals(name)));
    }
    if (table == Table.USERS) {
      DefinitionKeys.OF_DECLARATION.stream()
          .sorted()
          .forEach(key -> properties.set(key, described(DECLARATIONS.get(key), declared(key))));
    }
    return record;
  }

  private static ObjectNode column(Table table, Column column, boolean name) {
    String text = "VICIdial's column " + table.name() + "." + column.name() + ".";
    if (column.secret()) {
      text += " Best left out: a definition is no place for a secret.";
    } else if (!name) {
      text +=
          " Left out: " + (column.defaultText().isEmpty() ? "empty" : column.defaultText()) + ".";
    }
    return described(text, name ? nameOf(column) : values(column));
  }

  private static ObjectNode nameOf(Column column) {
    ObjectNode text = JSON.objectNode().put("type", "string").put("pattern", "\\S");
    text.put("maxLength", ((ColumnType.Text) column.type()).most());
    return anyOf(text, plain());
  }

  private static ObjectNode values(Column column) {
    ColumnType type = column.type();
    if (column.name().equals("phone_pass")) {
      return JSON.objectNode(); // nothing is ever read of it
    }
    if (type instanceof ColumnType.Time) {
      return ref("time");
    }
    if (type instanceof ColumnType.Whole whole) {
      ObjectNode number = JSON.objectNode();
      number.set("type", array(List.of("integer", "null")));
      number.put("minimum", whole.least());
      number.put("maximum", column.name().equals("user_level") ? 9 : whole.most());
      return anyOf(number, texts("^\\s*[+-]?\\d{1,18}\\s*$"));
    }
    if (type instanceof ColumnType.Choice choice) {
      return choice(choice);
    }
    ObjectNode single = JSON.objectNode();
    single.set("type", array(List.of("string", "number", "boolean", "null")));
    int most = ((ColumnType.Text) type).most();
    if (most < Integer.MAX_VALUE) {
      single.put("maxLength", most);
    }
    if (most <= MOST_DIGITS) {
      single.put("exclusiveMaximum", (long) Math.pow(10, most));
    }
    if (!LISTS.contains(column.name())) {
      return single;
    }
    boolean functions = column.name().equals("api_allowed_functions");
    ObjectNode list = JSON.objectNode().put("type", "array");
    list.set("items", functions ? anyOf(names(true), ref("word")) : ref("word"));
    return anyOf(list, single);
  }

  private static ObjectNode choice(ColumnType.Choice choice) {
    List<String> values = choice.values();
    if (values.size() == 2 && values.containsAll(List.of("0", "1"))) {
      return ref("on_off_digit");
    }
    if (values.size() == 2 && values.containsAll(List.of("Y", "N"))) {
      return ref("on_off_letter");
    }
    ArrayNode all = JSON.arrayNode();
    for (String value : values) {
      all.add(
          value.matches("\\d+") ? JSON.numberNode(Integer.parseInt(value)) : JSON.textNode(value));
    }
    all.addNull();
    ObjectNode plain = JSON.objectNode();
    plain.set("enum", all);
    return anyOf(plain, texts("^\\s*(" + anyCase(values) + ")\\s*$"));
  }

  private static ObjectNode onOff(JsonNode on, JsonNode off) {
    ObjectNode usual = JSON.objectNode();
    usual.putArray("enum").add(on).add(off);
    ObjectNode others = JSON.objectNode();
    others.putArray("enum").add(0).add(1).add(true).add(false).addNull();
    List<String> words = List.of("0", "1", "y", "n", "yes", "no", "true", "false");
    return anyOf(usual, others, texts("^\\s*(" + anyCase(words) + ")\\s*$"));
  }

  private static ObjectNode declared(String key) {
    return switch (key) {
      case "kind" -> {
        List<String> kinds = Arrays.stream(Kind.values()).map(Kind::word).toList();
        ObjectNode plain = JSON.objectNode();
        plain.set("enum", array(kinds).addNull());
        yield anyOf(plain, texts("^\\s*(" + anyCase(kinds) + ")\\s*$"));
      }
      case "used_by" -> anyOf(arrayOf(ref("word")), ref("single"));
      case "functions" ->
          anyOf(arrayOf(ref("function")), ref("function"), JSON.objectNode().put("type", "null"));
      default -> ref("single");
    };
  }

  /** A function, with an operation behind a colon, or with several in a mapping. */
  private static ObjectNode function() {
    String parameter = "(custom_fields_copy(=.*)?|" + WORD + "=\\s*" + WORD + ")";
    ObjectNode mapping = JSON.objectNode().put("type", "object");
    mapping.set("propertyNames", JSON.objectNode().put("pattern", "^" + WORD + "$"));
    mapping.set("additionalProperties", ref("parameters"));
    return anyOf(
        names(false),
        JSON.objectNode().put("type", "boolean"),
        JSON.objectNode().put("type", "integer").put("minimum", 0),
        texts("^\\s*" + WORD + "(:\\s*" + parameter + ")?\\s*$"),
        mapping);
  }

  private static ObjectNode parameters() {
    ObjectNode parameters = JSON.objectNode();
    parameters.set("type", array(List.of("object", "null")));
    parameters.set("propertyNames", JSON.objectNode().put("pattern", "^" + WORD + "$"));
    parameters.putObject("properties").set("custom_fields_copy", JSON.objectNode());
    parameters.set(
        "additionalProperties",
        anyOf(
            JSON.objectNode().put("type", "boolean"),
            JSON.objectNode().put("type", "integer").put("minimum", 0),
            texts("^\\s*" + WORD + "\\s*$")));
    return parameters;
  }

  /** A word of a list. */
  private static ObjectNode word() {
    return anyOf(texts("\\S"), plain());
  }

  /** What the reader takes for a word, and YAML does not. */
  private static ObjectNode plain() {
    ObjectNode plain = JSON.objectNode();
    plain.set("type", array(List.of("number", "boolean")));
    return plain;
  }

  /** The functions of the catalog, so that editors offer them. */
  private static ObjectNode names(boolean all) {
    ArrayNode names = array(Catalog.load().names().stream().sorted().toList());
    if (all) {
      names.insert(0, "ALL_FUNCTIONS");
    }
    ObjectNode offered = JSON.objectNode();
    offered.set("enum", names);
    return offered;
  }

  private static ObjectNode listOf(String description, String item) {
    ObjectNode list = JSON.objectNode().put("description", description);
    list.set("type", array(List.of("array", "null")));
    list.set("items", ref(item));
    return list;
  }

  private static ObjectNode arrayOf(ObjectNode items) {
    ObjectNode list = JSON.objectNode().put("type", "array");
    list.set("items", items);
    return list;
  }

  private static ObjectNode described(String description, ObjectNode schema) {
    ObjectNode all = JSON.objectNode().put("description", description);
    all.setAll(schema);
    return all;
  }

  private static ObjectNode required(String key) {
    ObjectNode schema = JSON.objectNode();
    schema.putArray("required").add(key);
    return schema;
  }

  private static ObjectNode texts(String pattern) {
    return JSON.objectNode().put("type", "string").put("pattern", pattern);
  }

  private static ObjectNode textsOrNothing(String pattern) {
    return anyOf(texts(pattern), JSON.objectNode().put("type", "null"));
  }

  private static ObjectNode ref(String name) {
    return JSON.objectNode().put("$ref", "#/$defs/" + name);
  }

  private static ObjectNode anyOf(JsonNode... schemas) {
    ObjectNode any = JSON.objectNode();
    any.putArray("anyOf").addAll(List.of(schemas));
    return any;
  }

  private static ArrayNode array(Collection<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /** A pattern for the words in any case: the dialect of JSON Schema has no flag for it. */
  private static String anyCase(List<String> words) {
    return words.stream()
        .map(word -> word.chars().mapToObj(c -> letter((char) c)).collect(Collectors.joining()))
        .collect(Collectors.joining("|"));
  }

  private static String letter(char c) {
    return Character.isLetter(c)
        ? "[" + Character.toLowerCase(c) + Character.toUpperCase(c) + "]"
        : String.valueOf(c);
  }
}
