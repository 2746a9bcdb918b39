package org.vicilint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code vicilint schema}: prints the JSON Schema of what vicilint reads or writes. */
final class SchemaCommand implements Command {
  private record Schema(String resource, String summary) {}

  private static final Map<String, Schema> SCHEMAS =
      new TreeMap<>(
          Map.of(
              "cut",
              new Schema("/schema/cut.schema.json", "what cut --format json prints"),
              "definitions",
              new Schema("/schema/definitions.schema.json", "files of accounts and groups"),
              "integration",
              new Schema("/schema/integration.schema.json", "manifests of integrations"),
              "lint",
              new Schema("/schema/lint.schema.json", "what lint --format json prints"),
              "paths",
              new Schema("/schema/paths.schema.json", "what paths --format json prints"),
              "profile",
              new Schema("/policies/profile.schema.json", "vicilint.yaml and other profiles"),
              "reach",
              new Schema("/schema/reach.schema.json", "what reach --format json prints"),
              "usage",
              new Schema("/schema/usage.schema.json", "what usage --format json prints")));

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String arguments() {
    return "[NAME]";
  }

  @Override
  public String summary() {
    return "prints the JSON Schema of definitions, profiles or results";
  }

  @Override
  public Options options() {
    return Opts.common().addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
        Without NAME, lists the schemas. Editors complete and check YAML with them.

          vicilint schema definitions --output definitions.schema.json

        Exit status: 0 done, 2 wrong usage.
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    List<String> arguments = line.getArgList();
    if (arguments.size() > 1) {
      throw new UsageException("schema takes one name");
    }
    String text = arguments.isEmpty() ? list() : text(arguments.get(0));
    Output.write(Opts.last(line, Opts.OUTPUT), List.of(), streams, out -> out.print(text));
    return ExitStatus.OK;
  }

  private static String list() {
    StringBuilder list = new StringBuilder();
    SCHEMAS.forEach((name, schema) -> list.append("%-13s%s\n".formatted(name, schema.summary())));
    return list.toString();
  }

  private static String text(String name) throws UsageException, IOException {
    Schema schema = SCHEMAS.get(name);
    if (schema == null) {
      throw new UsageException(
          "there is no schema '%s'%s; there are %s"
              .formatted(
                  name,
                  Opts.didYouMean(name, SCHEMAS.keySet()),
                  String.join(", ", SCHEMAS.keySet())));
    }
    try (InputStream in = SchemaCommand.class.getResourceAsStream(schema.resource())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
