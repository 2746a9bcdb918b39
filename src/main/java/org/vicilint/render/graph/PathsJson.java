package org.vicilint.render.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.vicilint.catalog.Api;
import org.vicilint.engine.PathsResult;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.render.Json;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.takeover.Step;

/** Paths for programs. */
public final class PathsJson {
  private static final int SCHEMA_VERSION = 1;

  private PathsJson() {}

  /** Writes the result as one object. */
  public static void write(Writer out, PathsResult result) throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", SCHEMA_VERSION);
      json.writeStringField("tool", "vicilint");
      json.writeStringField("build", result.builds().of(Api.NON_AGENT).toString());
      json.writeStringField("agent_build", result.builds().of(Api.AGENT).toString());
      json.writeStringField("to", result.goal());
      json.writeNumberField("accounts", result.accounts());
      json.writeBooleanField("complete", result.problems().isEmpty());
      json.writeBooleanField("reached", result.any());
      json.writeArrayFieldStart("from");
      for (PathsResult.From from : result.from()) {
        from(json, from);
      }
      json.writeEndArray();
      Json.texts(json, "with_clones", result.withClones().stream().map(Account::user).toList());
      Json.problems(json, result.problems());
      Json.texts(json, "notes", result.notes());
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void from(JsonGenerator json, PathsResult.From from) throws IOException {
    ReachableAccounts reach = from.reach();
    Account account = reach.from();
    json.writeStartObject();
    json.writeStringField("user", account.user());
    json.writeNumberField("user_level", account.userLevel());
    json.writeStringField("user_group", account.userGroup());
    json.writeNumberField("alike", from.alike());
    json.writeNumberField("count", reach.count());
    if (reach.count() == 0) {
      json.writeNullField("highest_level");
    } else {
      json.writeNumberField("highest_level", reach.highestLevel());
    }
    if (from.once().isPresent()) {
      json.writeNumberField("count_with_usable_password", from.once().get().count());
    }
    ReachableJson.write(json, "reaches", reach);
    json.writeArrayFieldStart("paths");
    for (Path path : from.paths()) {
      json.writeStartObject();
      json.writeArrayFieldStart("steps");
      for (Step step : path.steps()) {
        step(json, step);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("more_paths", from.more());
    json.writeEndObject();
  }

  private static void step(JsonGenerator json, Step step) throws IOException {
    json.writeStartObject();
    json.writeStringField("by", step.kind().by());
    held(json, "from", step.from());
    held(json, "to", step.to());
    json.writeStringField("call", step.call().isEmpty() ? null : step.call());
    json.writeArrayFieldStart("evidence");
    for (Evidence each : step.evidence()) {
      json.writeStartObject();
      json.writeStringField("name", each.column());
      json.writeStringField("value", each.value());
      Json.place(json, each.place());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName("cut");
    cut(json, step.cut());
    json.writeEndObject();
  }

  private static void held(JsonGenerator json, String name, Step.Held held) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("user", held.user());
    json.writeNumberField("user_level", held.level());
    json.writeStringField("user_group", held.userGroup());
    json.writeNumberField("alike", held.alike());
    json.writeEndObject();
  }

  private static void cut(JsonGenerator json, Step.Cut cut) throws IOException {
    if (cut == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("user", cut.user());
    json.writeBooleanField("certain", cut.certain());
    json.writeFieldName("change");
    Json.change(json, cut.change());
    json.writeEndObject();
  }
}
