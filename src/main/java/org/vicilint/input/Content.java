package org.vicilint.input;

/** What a source holds. */
enum Content {
  YAML_DEFINITIONS,
  JSON_DEFINITIONS,
  JSON_EXPORT,
  TSV,
  CSV,
  SQL,
  SHELL,
  XML,
  OUTFILE
}
