package org.vicilint.input.requests;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.document.Keys;
import org.vicilint.source.ProblemLog;

/** JSON lines: {@code {"caller": ..., "function": ..., "params": {...}}}. */
final class JsonRequests {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Keys beside recorded requests that say nothing of them. */
  private static final Set<String> ASIDE = Set.of("request", "response", "answer", "comment");

  private static final Set<String> KEYS =
      Set.of("caller", "user", "function", "params", "requests", "source_user");

  private final RequestList requests;
  private final ProblemLog log;

  JsonRequests(RequestList requests, ProblemLog log) {
    this.requests = requests;
    this.log = log;
  }

  /** Whether a line is a whole object without any key that a request has. */
  static boolean other(String line) {
    try (JsonParser parser = FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        if (KEYS.contains(key) || key.startsWith("agent_")) {
          return false;
        }
        parser.nextToken();
        parser.skipChildren();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  void read(String text) throws IOException {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        requests.begin();
        try (JsonParser parser = FACTORY.createParser(lines.get(i))) {
          line(parser, i + 1);
        } catch (JsonProcessingException e) {
          log.add(
              i + 1,
              Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getColumnNr()),
              "this line is not a JSON object",
              "write one object a line, with caller, function and params");
        }
      }
    }
  }

  private void line(JsonParser parser, int number) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    boolean good = parser.nextToken() == JsonToken.START_OBJECT;
    if (!good) {
      log.add(number, 1, "this is not a JSON object", "begin the line with a brace");
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (ASIDE.contains(key)) {
        parser.skipChildren();
      } else if (key.equals("params") && token == JsonToken.START_OBJECT) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          good &= value(parser, parser.nextToken(), name, number, values);
        }
      } else if (key.equals("params") && token != JsonToken.VALUE_NULL) {
        parser.skipChildren();
        log.add(number, 1, "params is not an object", "write the parameters in braces");
        good = false;
      } else {
        good &= value(parser, token, key, number, values);
      }
    }
    if (parser.nextToken() != null) {
      log.add(number, 1, "something stands behind the object", "write one object a line");
      return;
    }
    if (good) {
      requests.entry(values, number, 1);
    }
  }

  private boolean value(
      JsonParser parser, JsonToken token, String name, int number, Map<String, String> values)
      throws IOException {
    if (token.isStructStart()) {
      parser.skipChildren();
      log.add(
          number,
          1,
          Keys.quote(name) + " is not a single value, so this is no request",
          "write caller, function and params, and single values in params");
      return false;
    }
    if (token != JsonToken.VALUE_NULL) {
      values.put(name, parser.getText());
    }
    return true;
  }
}
