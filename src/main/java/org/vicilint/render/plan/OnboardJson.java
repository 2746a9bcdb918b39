package org.vicilint.render.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.vicilint.access.LeastPrivilege;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Api;
import org.vicilint.engine.OnboardResult;
import org.vicilint.engine.Onboarding;
import org.vicilint.model.Change;
import org.vicilint.model.Integration;
import org.vicilint.render.FindingJson;
import org.vicilint.render.Json;

/** Whether integrations can start, for programs. */
public final class OnboardJson {
  private OnboardJson() {}

  /** Writes one object. */
  public static void write(Writer out, OnboardResult result) throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeStringField("tool", "vicilint");
      json.writeBooleanField("complete", result.complete());
      json.writeBooleanField("ready", result.ready());
      json.writeArrayFieldStart("integrations");
      for (Onboarding onboarding : result.onboardings()) {
        integration(json, onboarding, result);
      }
      json.writeEndArray();
      Json.problems(json, result.problems());
      Json.texts(json, "notes", result.notes());
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void integration(JsonGenerator json, Onboarding onboarding, OnboardResult result)
      throws IOException {
    Integration integration = onboarding.integration();
    json.writeStartObject();
    json.writeStringField("name", integration.name());
    json.writeStringField("owner", integration.owner());
    json.writeStringField("contact", integration.contact());
    json.writeStringField("purpose", integration.purpose());
    json.writeStringField("account", integration.account());
    json.writeStringField("user_group", integration.userGroup());
    json.writeBooleanField("exists", onboarding.account().isPresent());
    json.writeBooleanField("ready", result.ready(onboarding));
    Json.texts(json, "from", integration.from());
    json.writeStringField(
        "review", integration.review() == null ? null : integration.review().toString());
    json.writeArrayFieldStart("builds");
    for (Onboarding.OnBuild build : onboarding.builds()) {
      build(json, build);
    }
    json.writeEndArray();
    Json.texts(json, "others", onboarding.others());
    Json.texts(json, "beyond", onboarding.beyond().stream().map(Onboarding.Beyond::call).toList());
    json.writeArrayFieldStart("forbidden");
    for (Onboarding.Refused refused : onboarding.forbidden()) {
      json.writeStartObject();
      json.writeStringField("what", refused.what());
      json.writeStringField("reason", refused.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    changes(json, onboarding.changes());
    closed(json, onboarding.least());
    FindingJson.foreseen(json, onboarding.foreseen());
    json.writeArrayFieldStart("gates");
    for (OnboardResult.Item item : result.items(onboarding)) {
      json.writeStartObject();
      json.writeBooleanField("done", item.done());
      json.writeStringField("text", item.text());
      Json.texts(json, "details", item.details());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("definition", OnboardResult.definition(onboarding).orElse(null));
    json.writeEndObject();
  }

  private static void build(JsonGenerator json, Onboarding.OnBuild build) throws IOException {
    json.writeStartObject();
    json.writeStringField("build", build.builds().of(Api.NON_AGENT).toString());
    json.writeStringField("agent_build", build.builds().of(Api.AGENT).toString());
    json.writeArrayFieldStart("calls");
    for (Onboarding.Outcome outcome : build.calls()) {
      json.writeStartObject();
      json.writeStringField("function", outcome.call().function());
      json.writeStringField("operation", outcome.call().operation());
      boolean known = outcome.known();
      json.writeStringField(
          "decision", known ? outcome.decision().verdict().name() : Verdict.NO_FUNCTION.name());
      json.writeStringField(
          "gate",
          known ? outcome.decision().failed().map(g -> g.kind().word()).orElse(null) : "function");
      changes(json, known ? outcome.decision().opening() : List.of());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void closed(JsonGenerator json, LeastPrivilege least) throws IOException {
    json.writeArrayFieldStart("closed");
    for (LeastPrivilege.Closed closed : least.closed()) {
      json.writeStartObject();
      json.writeStringField("call", closed.call().toString());
      json.writeStringField("reason", closed.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void changes(JsonGenerator json, List<Change> changes) throws IOException {
    json.writeArrayFieldStart("changes");
    for (Change change : changes) {
      Json.change(json, change);
    }
    json.writeEndArray();
  }
}
