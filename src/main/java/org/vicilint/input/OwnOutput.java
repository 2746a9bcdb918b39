package org.vicilint.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vicilint.document.JsonErrors;
import org.vicilint.input.definition.SignWords;
import org.vicilint.input.table.Table;

/**
 * Recognises vicilint's own outputs, which are no input of it: by a mark at their beginning, or,
 * where the format has no place for one, by their layout.
 */
final class OwnOutput {
  /** Marks of results and baselines. */
  private static final Pattern RESULT =
      Pattern.compile(
          "\\{\\s*(\"schema_version\"\\s*:\\s*\\d+\\s*,\\s*)?\"tool\"\\s*:\\s*\"vicilint\"");

  private static final Set<String> OF_RESULTS = Set.of("user_level", "modify_leads");

  /** Keys of an account in the list of accounts of a result. */
  private static final Set<String> OF_LISTS = Set.of("user", "active");

  private static final List<Pattern> MARKS =
      Stream.of(
              // A recommendation.
              "\\{\\s*\"account\"\\s*:\\s*(\\{\\s*\"user\"\\s*:|null\\s*,\\s*\"reasons\"\\s*:)",
              // SARIF.
              "\\{[^\\[]{0,400}\"runs\"\\s*:\\s*\\[\\s*\\{\\s*\"tool\"\\s*:\\s*\\{\\s*\"driver\"\\s*:\\s*\\{\\s*\"name\"\\s*:\\s*\"vicilint\"",
              // JUnit.
              "(<\\?xml[^>]*>\\s*)?<testsuites name=\"vicilint\"",
              // Code Quality: every finding has the name of a rule and a fingerprint.
              "\\[\\s*\\{\\s*\"description\"\\s*:\\s*\"(?:[^\"\\\\]++|\\\\.){0,500}+\"\\s*,\\s*\"check_name\"\\s*:\\s*\"[a-z-]+\"\\s*,\\s*\"fingerprint\"\\s*:\\s*\"[0-9a-f]{16,64}\"",
              // JSON Schemas, of definitions too.
              "\\{\\s*\"\\$schema\"\\s*:\\s*\"https?://json-schema\\.org/",
              // One object a line.
              "\\{\"user\":\"[^\"]*\",\"(api\":\"\\w+\",\"function|page)\":\"[^\"]*\",(\"operation\":\"[^\"]*\",)?\"decision\":",
              "\\{\"request\":\\d+,\"caller\":",
              "\\{\"line\":\\d+,\"status\":\"\\w+\",\"answer\":",
              // The first lines of tables.
              "rule,severity,confidence,status,user,message,source,",
              "user,api,function,operation,decision,gate,answer\\b",
              "user,page,decision,gate,confidence\\b",
              "user,status,api,function,state,granted_today,",
              "rank,user,user_level,user_group,active,score,")
          .map(Pattern::compile)
          .toList();

  private OwnOutput() {}

  /**
   * Whether a text begins so.
   *
   * @param head the beginning of the text
   */
  static boolean begins(String head) {
    String text = head.stripLeading();
    boolean marked =
        (RESULT.matcher(text).lookingAt() && !definitions(text))
            || MARKS.stream().anyMatch(mark -> mark.matcher(text).lookingAt());
    return marked && !accounts(text);
  }

  /** Whether a list of accounts has columns of them, which no result's list has. */
  private static boolean accounts(String text) {
    if (!text.startsWith("{")) {
      return false;
    }
    try (JsonParser parser = JsonErrors.parser(new StringReader(text))) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean list = parser.currentName().equals("accounts");
        if (parser.nextToken() == JsonToken.START_ARRAY && list) {
          if (anyAccount(parser)) {
            return true;
          }
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      return false; // the beginning of a text ends somewhere
    }
    return false;
  }

  private static boolean anyAccount(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        if (Table.USERS.column(key) != null && !OF_LISTS.contains(key)) {
          return true;
        }
        parser.nextToken();
        parser.skipChildren();
      }
    }
    return false;
  }

  /** Whether accounts stand behind the mark: no result has these columns as keys. */
  private static boolean definitions(String text) {
    return SignWords.QUOTED_KEYS
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .anyMatch(key -> SignWords.COLUMNS.contains(key) && !OF_RESULTS.contains(key));
  }
}
