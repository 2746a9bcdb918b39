package org.vicilint.render.diff;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.diff.AccessDiff;
import org.vicilint.diff.AccountChange;
import org.vicilint.diff.CallChange;
import org.vicilint.diff.GateChange;
import org.vicilint.diff.PageChange;
import org.vicilint.diff.ReachChange;
import org.vicilint.engine.DiffResult;
import org.vicilint.finding.Severity;
import org.vicilint.model.Change;
import org.vicilint.render.CatalogFields;
import org.vicilint.render.Json;
import org.vicilint.render.Requirements;

/**
 * Differences of access, for programs. The names of the fields are a contract, see
 * docs/stability.md.
 */
public final class DiffJson {
  private static final int SCHEMA_VERSION = 1;

  private DiffJson() {}

  /** Writes the whole result as one object. */
  public static void write(Writer out, DiffResult result) throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", SCHEMA_VERSION);
      json.writeStringField("tool", "vicilint");
      json.writeStringField("tool_version", result.version());
      json.writeStringField("before", result.beforeName());
      json.writeStringField("after", result.afterName());
      json.writeStringField("build", result.builds().nonAgent().toString());
      json.writeStringField("agent_build", result.builds().agent().toString());
      json.writeStringField("pages_build", result.knownPages().build().toString());
      json.writeStringField(
          "pages_confidence",
          Requirements.confidence(result.knownPages().certainOn(result.builds().nonAgent())));
      json.writeNumberField("accounts_before", result.before().estate().accounts().size());
      json.writeNumberField("accounts_after", result.after().estate().accounts().size());
      Json.texts(json, "fail_on_gain", result.limit().words());
      json.writeBooleanField("complete", result.complete());
      json.writeBooleanField("failed", result.failed());
      counts(json, result);
      json.writeArrayFieldStart("accounts");
      for (AccountChange change : result.changes()) {
        account(json, change, result.diff());
      }
      json.writeEndArray();
      Json.problems(json, result.problems());
      Json.texts(json, "notes", result.notes());
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void counts(JsonGenerator json, DiffResult result) throws IOException {
    json.writeObjectFieldStart("counts");
    for (AccountChange.Status status : AccountChange.Status.values()) {
      json.writeNumberField(status.word(), result.count(status));
    }
    for (CallChange.Kind kind : CallChange.Kind.values()) {
      json.writeNumberField(kind.word(), result.count(kind));
    }
    json.writeNumberField("gained_pages", result.pages(true));
    json.writeNumberField("lost_pages", result.pages(false));
    json.writeNumberField("wider", result.reach(true));
    json.writeNumberField("narrower", result.reach(false));
    json.writeEndObject();
    json.writeObjectFieldStart("gains");
    for (Map.Entry<Severity, Long> gains : result.gains().entrySet()) {
      json.writeNumberField(gains.getKey().word(), gains.getValue());
    }
    json.writeEndObject();
  }

  private static void account(JsonGenerator json, AccountChange change, AccessDiff diff)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("user", change.account().user());
    json.writeStringField("status", change.status().word());
    json.writeStringField(
        "renamed_from",
        change.status() == AccountChange.Status.RENAMED ? change.before().user() : null);
    json.writeStringField(
        "kind_before", change.kindBefore() == null ? null : change.kindBefore().word());
    json.writeStringField("kind", change.kindAfter() == null ? null : change.kindAfter().word());
    Json.place(json, change.account().places().record());
    for (CallChange.Kind kind : CallChange.Kind.values()) {
      json.writeArrayFieldStart(kind.word());
      for (CallChange call : change.calls(kind)) {
        json.writeStartObject();
        call(json, call);
        json.writeArrayFieldStart("gates");
        for (GateChange gate : diff.gates(change, call)) {
          json.writeStartObject();
          gate(json, gate);
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    pages(json, "gained_pages", change.pages(true));
    pages(json, "lost_pages", change.pages(false));
    reach(json, "wider", change.reach(), true);
    reach(json, "narrower", change.reach(), false);
    json.writeEndObject();
  }

  private static void pages(JsonGenerator json, String name, List<PageChange> pages)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (PageChange page : pages) {
      json.writeStartObject();
      json.writeStringField("page", page.page().name());
      CatalogFields.effect(json, page.effect());
      json.writeStringField("severity", page.gained() ? page.severity().word() : null);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The fields of a call, without its gates. */
  static void call(JsonGenerator json, CallChange call) throws IOException {
    json.writeStringField("function", call.function().name());
    json.writeStringField("operation", call.operation() == null ? null : call.operation().name());
    json.writeStringField("api", call.function().api().word());
    json.writeStringField("effect", call.effect().word());
    json.writeStringField(
        "severity", call.kind() == CallChange.Kind.GAINED ? call.severity().word() : null);
    json.writeStringField("before", word(call.before()));
    json.writeStringField("after", word(call.after()));
  }

  /** The fields of a gate. */
  static void gate(JsonGenerator json, GateChange gate) throws IOException {
    json.writeStringField("gate", gate.kind().word());
    json.writeStringField("name", gate.column());
    json.writeBooleanField("opened", gate.opened());
    json.writeStringField("required_before", gate.opened() ? gate.required() : gate.requiredOpen());
    json.writeStringField("required", gate.opened() ? gate.requiredOpen() : gate.required());
    json.writeStringField("before", gate.before());
    json.writeStringField("after", gate.after());
    Json.place(json, gate.place());
  }

  /** Writes a list of reach changes. */
  static void reach(JsonGenerator json, String name, List<ReachChange> changes, boolean wider)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (ReachChange reach : changes) {
      if (reach.wider() == wider) {
        json.writeStartObject();
        json.writeStringField("reach", reach.reach().word());
        Json.texts(json, "functions", reach.functions().stream().map(Function::name).toList());
        json.writeStringField("severity", wider ? reach.severity().word() : null);
        json.writeStringField("before", reach.before());
        json.writeStringField("after", reach.after());
        json.writeStringField("cause", reach.columns().isEmpty() ? reach.cause() : null);
        json.writeArrayFieldStart("changes");
        for (Change column : reach.columns()) {
          Json.change(json, column);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static String word(Verdict verdict) {
    return verdict == null ? null : verdict.name();
  }
}
