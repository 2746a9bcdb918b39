package org.vicilint.document;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Fault of a YAML text, in our words: SnakeYAML's own messages quote the text, which may be a
 * password.
 */
record YamlErrors(Mark mark, String reason, String hint) {

  static YamlErrors of(MarkedYAMLException e) {
    String context = e.getContext() == null ? "" : e.getContext();
    Mark start = e.getContextMark() == null ? e.getProblemMark() : e.getContextMark();
    Mark here = e.getProblemMark() == null ? start : e.getProblemMark();
    if ("mapping values are not allowed here".equals(e.getProblem())) {
      return new YamlErrors(
          here, "a colon stands where none can be", "quote the text, or check the indentation");
    }
    return switch (context) {
      case "while scanning a quoted scalar" ->
          new YamlErrors(start, "a quoted text is not closed", "add the closing quote");
      case "while scanning a double-quoted scalar" ->
          new YamlErrors(
              here,
              "a backslash begins nothing that YAML knows",
              "use single quotes, or write the backslash twice");
      case "while scanning a simple key" ->
          new YamlErrors(
              start, "a key without a colon", "write the key, a colon, a blank and the value");
      case "while scanning for the next token" ->
          new YamlErrors(
              here,
              "no value can begin with this character",
              "quote the value; indent with blanks, not with tabs");
      case "while parsing a block mapping" ->
          new YamlErrors(
              here,
              "this does not fit the keys above it",
              "indent keys that belong together alike, and quote a text as a whole");
      case "while parsing a block collection" ->
          new YamlErrors(
              here, "this does not fit the list above it", "begin every item with a dash");
      case "while parsing a flow sequence" ->
          new YamlErrors(start, "a list in brackets is not closed", "add a comma or ]");
      case "while parsing a flow mapping" ->
          new YamlErrors(start, "a mapping in braces is not closed", "add a comma or }");
      default ->
          new YamlErrors(
              here, "this is not valid YAML", "check indentation, quotes and colons here");
    };
  }
}
