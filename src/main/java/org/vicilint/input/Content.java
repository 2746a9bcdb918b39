package org.vicilint.input;

/** Kind of content of a source. */
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
