package org.vicilint.render.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Severity;
import org.vicilint.render.Json;
import org.vicilint.rules.RulePage;

/**
 * The rules of a SARIF run, from their pages. Only a rule that found something carries its whole
 * page: GitHub shows it beside the alert, and all pages would make up most of a small file.
 */
final class SarifRules {
  /** GitHub cuts descriptions at this length. */
  private static final int MAX_DESCRIPTION = 1024;

  /** GitHub refuses a file with more tags of a rule; the page has all the references. */
  private static final int MAX_TAGS = 20;

  private static final Pattern CWE = Pattern.compile("CWE-(\\d+)\\b.*");

  /** The examples of a page, which are its tests, too. */
  private static final Pattern EXAMPLES = Pattern.compile("(?s)\n## Flagged\n.*?(?=\n## Fix\n|$)");

  private final JsonGenerator json;
  private final LintResult result;

  SarifRules(JsonGenerator json, LintResult result) {
    this.json = json;
    this.result = result;
  }

  /**
   * Writes the array of rules.
   *
   * @param found the ids of those that found something
   * @return where in the array each rule stands
   */
  Map<String, Integer> write(Set<String> found) throws IOException {
    Map<String, Integer> positions = new HashMap<>();
    json.writeArrayFieldStart("rules");
    for (RulePage page : new TreeMap<>(result.pages()).values()) {
      positions.put(page.id(), positions.size());
      rule(page, found.contains(page.id()));
    }
    json.writeEndArray();
    return positions;
  }

  private void help(RulePage page, String name, String text) throws IOException {
    if (page.ships()) {
      Json.ours(json, name, text);
    } else {
      json.writeStringField(name, text);
    }
  }

  private void rule(RulePage page, boolean found) throws IOException {
    Severity decided = result.profile().setting(page.id()).severity();
    Severity severity = decided == null ? page.severity() : decided;
    String why = page.why().isEmpty() ? page.title() : page.why();
    json.writeStartObject();
    json.writeStringField("id", page.id());
    json.writeStringField("name", page.id());
    text("shortDescription", page.title());
    text("fullDescription", why);
    if (page.url().isPresent()) {
      json.writeStringField("helpUri", page.url().get());
    }
    json.writeObjectFieldStart("help");
    help(page, "text", found ? withoutExamples(page.text()) : why);
    if (found) {
      help(page, "markdown", page.text());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(severity));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeStringField("category", page.category());
    json.writeArrayFieldStart("tags");
    for (String tag : tags(page)) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeStringField("precision", "high");
    json.writeStringField("security-severity", score(severity));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void text(String name, String text) throws IOException {
    boolean fits = text.length() <= MAX_DESCRIPTION;
    json.writeObjectFieldStart(name);
    json.writeStringField("text", fits ? text : text.substring(0, MAX_DESCRIPTION - 3) + "...");
    json.writeEndObject();
  }

  private static String withoutExamples(String page) {
    return EXAMPLES.matcher(page).replaceFirst("");
  }

  private static List<String> tags(RulePage page) {
    List<String> tags = new ArrayList<>(List.of("security", page.category()));
    for (String reference : page.references()) {
      Matcher cwe = CWE.matcher(reference);
      if (cwe.matches()) {
        tags.add(
            "external/cwe/cwe-"
                + "0".repeat(Math.max(0, 3 - cwe.group(1).length()))
                + cwe.group(1));
      }
    }
    return tags.stream().distinct().limit(MAX_TAGS).toList();
  }

  /** SARIF's own levels are fewer than ours. */
  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  /** GitHub makes critical, high, medium and low of it again. */
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "3.0";
      case INFO -> "1.0";
    };
  }
}
