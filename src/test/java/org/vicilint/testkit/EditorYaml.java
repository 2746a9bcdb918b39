package org.vicilint.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vicilint.document.Node;
import org.vicilint.document.YamlReader;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;

/** YAML as an editor reads it before it asks a schema: YAML 1.2, in which on and off are texts. */
public final class EditorYaml {
  private EditorYaml() {}

  /** The first document of a text without errors. */
  public static JsonNode read(String yaml) throws IOException {
    ProblemLog log = new ProblemLog("-", 10);
    Source source = Source.of("-", yaml.getBytes(StandardCharsets.UTF_8));
    List<Node> documents = YamlReader.documents(source, log, Limits.DEFAULT);
    assertThat(log.all()).isEmpty();
    return json(documents.get(0));
  }

  private static JsonNode json(Node node) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (node instanceof Node.Entries entries) {
      ObjectNode object = json.objectNode();
      entries.entries().forEach(e -> object.set(e.key(), json(e.value())));
      return object;
    }
    if (node instanceof Node.Items items) {
      ArrayNode array = json.arrayNode();
      items.items().forEach(item -> array.add(json(item)));
      return array;
    }
    Node.Scalar scalar = (Node.Scalar) node;
    if (scalar.isNull()) {
      return json.nullNode();
    }
    if (scalar.plain() && scalar.text().matches("true|false")) {
      return json.booleanNode(scalar.text().equals("true"));
    }
    boolean number = scalar.plain() && scalar.text().matches("-?\\d{1,18}");
    return number ? json.numberNode(Long.parseLong(scalar.text())) : json.textNode(scalar.text());
  }
}
