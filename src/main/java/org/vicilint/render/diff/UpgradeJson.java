package org.vicilint.render.diff;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.diff.CallChange;
import org.vicilint.diff.DefaultEffect;
import org.vicilint.diff.GateChange;
import org.vicilint.diff.LoginChange;
import org.vicilint.diff.RequirementChange;
import org.vicilint.diff.UpgradedAccount;
import org.vicilint.engine.UpgradeResult;
import org.vicilint.model.Account;
import org.vicilint.model.Build;
import org.vicilint.model.Flag;
import org.vicilint.render.CatalogFields;
import org.vicilint.render.Json;

/**
 * The effects of an upgrade, for programs. The names of the fields are a contract, see
 * docs/stability.md.
 */
public final class UpgradeJson {
  private static final int SCHEMA_VERSION = 1;

  private UpgradeJson() {}

  /** Writes the whole result as one object. */
  public static void write(Writer out, UpgradeResult result) throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", SCHEMA_VERSION);
      json.writeStringField("tool", "vicilint");
      json.writeStringField("tool_version", result.version());
      json.writeStringField("from", result.from().nonAgent().toString());
      json.writeStringField("to", result.to().nonAgent().toString());
      json.writeStringField("agent_from", result.from().agent().toString());
      json.writeStringField("agent_to", result.to().agent().toString());
      json.writeNumberField("accounts_checked", Math.max(0, result.checked()));
      json.writeBooleanField("pages_compared", result.pagesNotCompared().isEmpty());
      json.writeBooleanField("complete", result.complete());
      json.writeBooleanField("failed", result.failed());
      json.writeObjectFieldStart("counts");
      json.writeNumberField("gained", result.count(CallChange.Kind.GAINED));
      json.writeNumberField("lost", result.count(CallChange.Kind.LOST));
      json.writeEndObject();
      json.writeArrayFieldStart("accounts");
      for (UpgradedAccount account : result.accounts()) {
        account(json, account, result);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("defaults");
      for (DefaultEffect effect : result.defaults()) {
        json.writeStartObject();
        json.writeStringField("default", effect.kind().word());
        Json.texts(json, "functions", effect.functions().stream().map(Function::name).toList());
        Json.texts(json, "accounts", effect.accounts().stream().map(Account::user).toList());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("logins");
      for (LoginChange login : result.logins()) {
        json.writeStartObject();
        json.writeStringField("api", login.api().word());
        Json.texts(json, "since", login.since().stream().map(Build::toString).toList());
        login(json, "before", login.before());
        login(json, "after", login.after());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("functions");
      for (RequirementChange demand : result.demands()) {
        demand(json, demand);
      }
      json.writeEndArray();
      Json.problems(json, result.problems());
      Json.texts(
          json,
          "notes",
          Stream.concat(result.unknown().stream(), result.allNotes().stream()).toList());
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void account(JsonGenerator json, UpgradedAccount upgraded, UpgradeResult result)
      throws IOException {
    Account account = upgraded.account();
    json.writeStartObject();
    json.writeStringField("user", account.user());
    json.writeStringField("kind", upgraded.change().kindAfter().word());
    Json.place(json, account.places().record());
    calls(json, CallChange.Kind.LOST, upgraded, result);
    calls(json, CallChange.Kind.GAINED, upgraded, result);
    pages(json, "gained_pages", result);
    pages(json, "lost_pages", result);
    DiffJson.reach(json, "wider", upgraded.change().reach(), true);
    DiffJson.reach(json, "narrower", upgraded.change().reach(), false);
    Json.texts(json, "known", upgraded.known());
    Json.texts(json, "unknown", upgraded.unknown());
    json.writeEndObject();
  }

  private static void calls(
      JsonGenerator json, CallChange.Kind kind, UpgradedAccount upgraded, UpgradeResult result)
      throws IOException {
    Account account = upgraded.account();
    json.writeArrayFieldStart(kind.word());
    for (CallChange call : upgraded.change().calls(kind)) {
      json.writeStartObject();
      DiffJson.call(json, call);
      json.writeArrayFieldStart("gates");
      for (GateChange gate : result.upgrade().gates(account, call)) {
        json.writeStartObject();
        DiffJson.gate(json, gate);
        json.writeStringField("since", result.history().since(call, gate, account).toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** On one build no page differs; between two that is not known, and null says so. */
  private static void pages(JsonGenerator json, String name, UpgradeResult result)
      throws IOException {
    if (result.pagesNotCompared().isPresent()) {
      json.writeNullField(name);
    } else {
      Json.texts(json, name, List.of());
    }
  }

  private static void login(JsonGenerator json, String name, LoginRequirement login)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeBooleanField("shared", login.shared());
    json.writeNumberField("user_level", login.userLevel());
    json.writeBooleanField("active", login.active());
    json.writeBooleanField("lock", login.lock());
    Json.texts(
        json,
        "flags",
        Arrays.stream(Flag.values())
            .filter(flag -> (login.flags() & flag.bit()) != 0)
            .map(Flag::column)
            .toList());
    json.writeNumberField("min_length", login.minLength());
    json.writeStringField("user_characters", login.userCharacters().set());
    json.writeStringField("password_characters", login.passwordCharacters().set());
    json.writeEndObject();
  }

  private static void demand(JsonGenerator json, RequirementChange demand) throws IOException {
    json.writeStartObject();
    json.writeStringField("function", demand.function().name());
    json.writeStringField(
        "operation", demand.operation() == null ? null : demand.operation().name());
    json.writeStringField("api", demand.function().api().word());
    json.writeStringField("effect", demand.effect().word());
    json.writeStringField("change", demand.change());
    Json.texts(json, "since", demand.since().stream().map(Build::toString).toList());
    json.writeFieldName("before");
    CatalogFields.requirement(json, demand.before());
    json.writeFieldName("after");
    CatalogFields.requirement(json, demand.after());
    json.writeEndObject();
  }
}
