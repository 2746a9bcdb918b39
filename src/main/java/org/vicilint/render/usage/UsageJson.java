package org.vicilint.render.usage;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.vicilint.catalog.Api;
import org.vicilint.engine.ScriptWords;
import org.vicilint.engine.UsageResult;
import org.vicilint.engine.UsedAccount;
import org.vicilint.engine.UsedFunction;
import org.vicilint.engine.UsedFunction.State;
import org.vicilint.model.LoggedFunction;
import org.vicilint.model.Outcome;
import org.vicilint.model.Period;
import org.vicilint.model.ScriptRows;
import org.vicilint.model.Sources;
import org.vicilint.model.Usage;
import org.vicilint.render.Json;

/**
 * Usage for programs. The names of the fields are a contract: see {@code vicilint schema usage}.
 */
public final class UsageJson {
  /** Grows when a field is renamed, removed or changes its meaning; not when one is added. */
  private static final int SCHEMA_VERSION = 1;

  private UsageJson() {}

  /** Writes the whole result as one object. */
  public static void write(Writer out, UsageResult result) throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", SCHEMA_VERSION);
      json.writeStringField("tool", "vicilint");
      json.writeStringField("build", result.builds().nonAgent().toString());
      json.writeStringField("agent_build", result.builds().agent().toString());
      json.writeBooleanField("complete", result.complete());
      log(json, result.usage());
      json.writeArrayFieldStart("accounts");
      for (UsedAccount account : result.accounts()) {
        account(json, account);
      }
      json.writeEndArray();
      scripts(json, result.usage());
      Json.texts(json, "notes", result.notes());
      Json.problems(json, result.problems());
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void log(JsonGenerator json, Usage usage) throws IOException {
    json.writeObjectFieldStart("log");
    json.writeBooleanField("known", usage.known());
    json.writeNumberField("calls", usage.rows());
    json.writeNumberField("outside", usage.outside());
    json.writeNumberField("other_rows", usage.scriptRows());
    period(json, usage.period());
    json.writeObjectFieldStart("whole");
    period(json, usage.log());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void scripts(JsonGenerator json, Usage usage) throws IOException {
    json.writeArrayFieldStart("other_scripts");
    for (ScriptRows rows : usage.scripts()) {
      json.writeStartObject();
      json.writeStringField("script", rows.script());
      json.writeStringField("function", rows.function());
      json.writeStringField("file", ScriptWords.file(rows));
      json.writeNumberField("rows", rows.rows());
      json.writeArrayFieldStart("users");
      for (Map.Entry<String, Long> user : rows.users().entrySet()) {
        json.writeStartObject();
        json.writeStringField("user", user.getKey());
        json.writeNumberField("rows", user.getValue());
        json.writeEndObject();
      }
      json.writeEndArray();
      period(json, rows.period());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void account(JsonGenerator json, UsedAccount account) throws IOException {
    json.writeStartObject();
    json.writeStringField("user", account.user());
    json.writeStringField("status", account.status());
    if (account.account() == null) {
      json.writeNullField("active");
    } else {
      json.writeBooleanField("active", account.account().active());
    }
    json.writeNumberField("calls", account.logged() == null ? 0 : account.logged().calls());
    period(json, account.logged() == null ? null : account.logged().period());
    sources(json, account.logged() == null ? Sources.NONE : account.logged().sources());
    for (Api api : Api.values()) {
      json.writeObjectFieldStart(api.word());
      json.writeNumberField("granted", account.granted(api));
      for (State state : State.values()) {
        json.writeNumberField(state.word(), account.count(state, api));
      }
      json.writeEndObject();
    }
    json.writeArrayFieldStart("functions");
    for (UsedFunction function : account.functions()) {
      function(json, function);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void function(JsonGenerator json, UsedFunction function) throws IOException {
    LoggedFunction logged = function.logged();
    json.writeStartObject();
    json.writeStringField("api", function.api() == null ? null : function.api().word());
    json.writeStringField("function", function.name());
    json.writeStringField("state", function.state().word());
    json.writeBooleanField("granted", function.granted());
    Json.texts(json, "candidates", function.candidates());
    json.writeStringField("logged_as", logged == null ? null : logged.function());
    json.writeObjectFieldStart("calls");
    json.writeNumberField("granted", logged == null ? 0 : logged.count(Outcome.GRANTED));
    json.writeNumberField("refused", logged == null ? 0 : logged.refused());
    json.writeNumberField("errors", logged == null ? 0 : logged.count(Outcome.ERROR));
    json.writeNumberField("unknown", logged == null ? 0 : logged.count(Outcome.UNKNOWN));
    json.writeEndObject();
    json.writeObjectFieldStart("refused_by");
    for (Outcome outcome : Outcome.values()) {
      if (logged != null && outcome.refused() && logged.count(outcome) > 0) {
        json.writeNumberField(outcome.word(), logged.count(outcome));
      }
    }
    json.writeEndObject();
    period(json, logged == null ? null : logged.period());
    sources(json, logged == null ? Sources.NONE : logged.sources());
    json.writeNumberField("rows_with_password", logged == null ? 0 : logged.secrets());
    json.writeEndObject();
  }

  private static void period(JsonGenerator json, Period period) throws IOException {
    json.writeStringField("first", period == null ? null : UsageResult.time(period.first()));
    json.writeStringField("last", period == null ? null : UsageResult.time(period.last()));
  }

  private static void sources(JsonGenerator json, Sources sources) throws IOException {
    Json.texts(json, "sources", sources.names());
    json.writeBooleanField("more_sources", sources.tooMany());
  }
}
