package org.vicilint.render.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.render.Json;
import org.vicilint.text.Printable;

/**
 * Findings as a Code Quality report of GitLab.
 *
 * <p>Only open findings are in it. GitLab compares the reports of two branches and knows no
 * suppression: what is waived or known to a baseline would be shown as new, and what is missing is
 * shown as resolved, which is what a waiver is for.
 */
public final class LintGitlab {
  private LintGitlab() {}

  /** Writes the whole report as one array. */
  public static void write(Writer out, LintResult result) throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartArray();
      for (Problem problem : result.problems()) {
        String identity = problem.place() + "\0" + problem.reason();
        UUID fingerprint = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
        issue(
            json,
            Printable.of(problem.reason()),
            "incomplete",
            unique(fingerprint.toString(), seen),
            "blocker",
            problem.place());
      }
      String user = "";
      for (Finding finding : result.findings()) {
        if (finding.open()) {
          if (!finding.user().equals(user)) {
            user = finding.user();
            seen.clear(); // a fingerprint belongs to one account
          }
          issue(
              json,
              Printable.of(finding.user()) + ": " + Printable.of(finding.message()),
              finding.rule(),
              unique(finding.fingerprint(), seen),
              severity(finding.severity()),
              finding.place());
        }
      }
      json.writeEndArray();
    }
    out.write('\n');
    out.flush();
  }

  private static void issue(
      JsonGenerator json,
      String description,
      String check,
      String fingerprint,
      String severity,
      SourceLocation place)
      throws IOException {
    json.writeStartObject();
    Json.ours(json, "description", description);
    json.writeStringField("check_name", check);
    json.writeStringField("fingerprint", fingerprint);
    json.writeStringField("severity", severity);
    json.writeObjectFieldStart("location");
    json.writeStringField("path", LintGithub.path(place));
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", Math.max(1, place.line()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** GitLab drops all but one of those that share a fingerprint. */
  private static String unique(String fingerprint, Map<String, Integer> seen) {
    int times = seen.merge(fingerprint, 1, Integer::sum);
    return times == 1 ? fingerprint : fingerprint + "-" + times;
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "blocker";
      case HIGH -> "critical";
      case MEDIUM -> "major";
      case LOW -> "minor";
      case INFO -> "info";
    };
  }
}
