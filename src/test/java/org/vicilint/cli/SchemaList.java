package org.vicilint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A JSON Schema as a Markdown list: an entry a field, with its fields below it. */
final class SchemaList {
  private static final int WIDTH = 120;
  private static final int DEEPEST = 8;

  /** The beginning of the description of a column, which its name says as well. */
  private static final Pattern COLUMN = Pattern.compile("VICIdial's column \\w+\\.\\w+\\. ?");

  private static final Map<String, String> WORDS =
      Map.of("string", "text", "integer", "number", "boolean", "true or false", "array", "list");

  private final JsonNode root;
  private final Use use;

  /** Who writes what the schema describes. */
  enum Use {
    /** The program does: every kind of value counts, and what may be missing. */
    OUTPUT,
    /** A person does: other spellings of a value are left out. */
    INPUT
  }

  private SchemaList(JsonNode root, Use use) {
    this.root = root;
    this.use = use;
  }

  /** Returns the list of a schema's fields. */
  static String of(JsonNode schema, Use use) {
    SchemaList list = new SchemaList(schema, use);
    List<String> objects =
        list.objects(schema).stream().map(object -> list.fields(object, 0)).toList();
    return objects.size() == 1 ? objects.get(0) : "Either:\n\n" + String.join("\nOr:\n\n", objects);
  }

  /** Returns an entry a field; neighbours that differ in nothing but the name are one entry. */
  private String fields(JsonNode object, int depth) {
    if (depth > DEEPEST) {
      return "";
    }
    Set<String> required = new LinkedHashSet<>();
    object.path("required").forEach(name -> required.add(name.asText()));
    List<Map.Entry<String, JsonNode>> fields = List.copyOf(object.path("properties").properties());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < fields.size(); ) {
      String text = text(fields.get(i), required);
      String below = below(fields.get(i).getValue(), depth);
      List<String> names = new ArrayList<>();
      while (i < fields.size()
          && text(fields.get(i), required).equals(text)
          && below(fields.get(i).getValue(), depth).equals(below)) {
        names.add("`" + fields.get(i).getKey() + "`");
        i++;
      }
      out.append(entry(String.join(", ", names) + text, depth)).append(below);
    }
    JsonNode others = object.path("additionalProperties");
    if (others.isObject()) {
      String text = text(Map.entry("", others), Set.of());
      out.append(entry("*any name*" + text, depth)).append(below(others, depth));
    }
    return out.toString();
  }

  private String below(JsonNode schema, int depth) {
    return objects(schema).stream()
        .map(object -> fields(object, depth + 1))
        .collect(Collectors.joining());
  }

  private static String entry(String text, int depth) {
    String indent = "    ".repeat(depth);
    return wrapped(text, indent + "- ", indent + "  ");
  }

  /** Returns what is said behind a field's name. */
  private String text(Map.Entry<String, JsonNode> field, Set<String> required) {
    JsonNode schema = resolved(field.getValue());
    boolean mayMiss = !required.contains(field.getKey());
    String needed = "";
    if (use == Use.OUTPUT && mayMiss) {
      needed = ", optional";
    } else if (use == Use.INPUT && !mayMiss && !field.getKey().isEmpty()) {
      needed = ", needed";
    }
    String description = COLUMN.matcher(schema.path("description").asText("")).replaceAll("");
    return ": "
        + choice(use == Use.INPUT ? plain(kinds(schema)) : List.copyOf(kinds(schema)))
        + needed
        + (description.isEmpty() ? "" : ". " + description);
  }

  /** Returns the objects that a value may be or hold. */
  private List<JsonNode> objects(JsonNode field) {
    JsonNode schema = resolved(field);
    List<JsonNode> objects = new ArrayList<>();
    if (schema.has("properties") || schema.path("additionalProperties").isObject()) {
      objects.add(schema);
    } else if (schema.has("items")) {
      objects.addAll(objects(schema.get("items")));
    } else {
      alternatives(schema).forEach(each -> objects.addAll(objects(each)));
    }
    return objects.stream().distinct().toList();
  }

  /** Returns the kinds of value that a field may have, without repetition. */
  private Set<String> kinds(JsonNode field) {
    JsonNode schema = resolved(field);
    Set<String> kinds = new LinkedHashSet<>();
    if (schema.has("const")) {
      kinds.add("`" + schema.get("const").asText() + "`");
    } else if (schema.has("enum")) {
      schema.get("enum").forEach(word -> kinds.add(word.isNull() ? "null" : literal(word)));
    } else if (schema.has("items")) {
      Set<String> each = kinds(schema.get("items"));
      String of = choice(use == Use.INPUT ? plain(each) : List.copyOf(each));
      kinds.add(of.equals("object") ? "list" : "list of " + of);
      if (schema.path("type").toString().contains("null")) {
        kinds.add("null");
      }
    } else if (schema.has("type")) {
      JsonNode type = schema.get("type");
      (type.isArray() ? type : List.of(type))
          .forEach(each -> kinds.add(WORDS.getOrDefault(each.asText(), each.asText())));
    } else if (schema.has("properties")) {
      kinds.add("object");
    } else {
      alternatives(schema).forEach(each -> kinds.addAll(kinds(each)));
    }
    if (kinds.isEmpty()) {
      kinds.add("anything");
    }
    return kinds;
  }

  private static String literal(JsonNode word) {
    return "`" + word.asText() + "`";
  }

  /** Returns the kinds without those that only are other spellings of a value. */
  private static List<String> plain(Set<String> kinds) {
    List<String> plain = new ArrayList<>(kinds);
    plain.remove("null");
    if (plain.containsAll(List.of("`on`", "`off`"))) {
      plain.removeIf(kind -> kind.matches("`(true|false|on|off|yes|no|y|n|0|1)`"));
      plain.add(0, "on or off");
    } else if (plain.removeAll(List.of("`true`", "`false`")) && plain.contains("`Y`")) {
      plain.removeAll(List.of("`0`", "`1`"));
    }
    boolean literal = plain.stream().anyMatch(kind -> kind.startsWith("`"));
    List<String> scalars = List.of("text", "number", "true or false");
    String first = plain.stream().filter(scalars::contains).findFirst().orElse("");
    plain.removeIf(kind -> scalars.contains(kind) && (literal || !kind.equals(first)));
    return plain.isEmpty() ? List.of("empty") : plain;
  }

  private static List<JsonNode> alternatives(JsonNode schema) {
    List<JsonNode> all = new ArrayList<>();
    schema.path("anyOf").forEach(all::add);
    schema.path("oneOf").forEach(all::add);
    return all;
  }

  /** Returns a schema with the one that it refers to, which its own words go before. */
  private JsonNode resolved(JsonNode schema) {
    if (!schema.has("$ref")) {
      return schema;
    }
    JsonNode target = root.at(schema.get("$ref").asText().substring(1));
    ObjectNode both = resolved(target).deepCopy();
    schema.properties().forEach(own -> both.set(own.getKey(), own.getValue()));
    both.remove("$ref");
    return both;
  }

  private static String choice(List<String> words) {
    if (words.size() < 2) {
      return words.isEmpty() ? "" : words.get(0);
    }
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** Returns a text in lines of the documents' width, each with its beginning. */
  static String wrapped(String text, String first, String rest) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split("\\s+")) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line);
        line = new StringBuilder(rest);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    return lines.add(line).toString();
  }
}
