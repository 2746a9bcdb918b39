package org.vicilint.input;

import java.util.List;
import java.util.regex.Pattern;

/** What vicilint itself has written, and what is no input of it, by the marks at its beginning. */
final class OwnOutput {
  private static final List<Pattern> MARKS =
      List.of(
          // Results and baselines.
          Pattern.compile(
              "\\{\\s*(\"schema_version\"\\s*:\\s*\\d+\\s*,\\s*)?\"tool\"\\s*:\\s*\"vicilint\".*",
              Pattern.DOTALL),
          // SARIF.
          Pattern.compile(
              "\\{[^\\[]{0,400}\"runs\"\\s*:\\s*\\[\\s*\\{\\s*\"tool\"\\s*:\\s*\\{\\s*\"driver\"\\s*:\\s*\\{\\s*\"name\"\\s*:\\s*\"vicilint\".*",
              Pattern.DOTALL),
          // JUnit.
          Pattern.compile("(<\\?xml[^>]*>\\s*)?<testsuites name=\"vicilint\".*", Pattern.DOTALL),
          // Code Quality: every finding has the fingerprint and the name of a rule.
          Pattern.compile(
              "\\[\\s*\\{\\s*\"description\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*+\"\\s*,\\s*\"check_name\"\\s*:\\s*\"[a-z-]+\"\\s*,\\s*\"fingerprint\"\\s*:\\s*\"[0-9a-f]{16,64}\".*",
              Pattern.DOTALL),
          // JSON Schemas, of definitions too.
          Pattern.compile(
              "\\{\\s*\"\\$schema\"\\s*:\\s*\"https?://json-schema\\.org/.*", Pattern.DOTALL));

  private OwnOutput() {}

  /**
   * Whether a text begins with such a mark.
   *
   * @param head the beginning of the text
   */
  static boolean marks(String head) {
    String text = head.stripLeading();
    return (text.startsWith("{") || text.startsWith("[") || text.startsWith("<"))
        && MARKS.stream().anyMatch(mark -> mark.matcher(text).matches());
  }
}
