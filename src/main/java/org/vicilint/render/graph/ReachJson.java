package org.vicilint.render.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.vicilint.blastradius.BlastRadius;
import org.vicilint.blastradius.EffectivePermissions;
import org.vicilint.blastradius.Mitigation;
import org.vicilint.blastradius.Permission;
import org.vicilint.blastradius.Score;
import org.vicilint.catalog.Api;
import org.vicilint.engine.ReachResult;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.render.Json;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.takeover.Step;

/** One reach for programs. */
public final class ReachJson {
  private ReachJson() {}

  /** Writes it as one object. */
  public static void write(Writer out, ReachResult result) throws IOException {
    BlastRadius reach = result.reach();
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", 1);
      json.writeStringField("tool", "vicilint");
      json.writeStringField("build", result.builds().of(Api.NON_AGENT).toString());
      json.writeStringField("agent_build", result.builds().of(Api.AGENT).toString());
      json.writeBooleanField("pages_certain", result.deeds().pagesCertain());
      json.writeNumberField("accounts", result.accounts());
      json.writeBooleanField("complete", result.complete());
      account(json, reach.account());
      json.writeStringField("kind", reach.kind().word());
      json.writeFieldName("score");
      score(json, reach.score());
      deeds(json, "functions", Permission.Kind.FUNCTION, reach);
      deeds(json, "operations", Permission.Kind.OPERATION, reach);
      deeds(json, "pages", Permission.Kind.PAGE, reach);
      json.writeObjectFieldStart("lists");
      lists(json, "itself", reach.itself(), result);
      lists(json, "all", reach.all(), result);
      json.writeEndObject();
      becomes(json, result);
      once(json, result);
      shared(json, reach);
      json.writeFieldName("shrink");
      shrink(json, result.shrink().orElse(null));
      Json.problems(json, result.problems());
      Json.texts(json, "notes", result.notes());
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  static void account(JsonGenerator json, Account account) throws IOException {
    json.writeStringField("user", account.user());
    json.writeNumberField("user_level", account.userLevel());
    json.writeStringField("user_group", account.userGroup());
    json.writeBooleanField("active", account.active());
  }

  static void score(JsonGenerator json, Score score) throws IOException {
    json.writeStartObject();
    json.writeNumberField("total", score.total());
    json.writeNumberField("itself", score.itself());
    json.writeNumberField("through_others", score.throughOthers());
    json.writeArrayFieldStart("parts");
    for (Score.Part part : score.parts()) {
      json.writeStartObject();
      json.writeStringField("name", part.name());
      json.writeNumberField("count", part.all());
      json.writeNumberField("count_itself", part.itself());
      json.writeNumberField("weight", part.weight());
      json.writeNumberField("points", part.points());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void deeds(
      JsonGenerator json, String name, Permission.Kind kind, BlastRadius reach) throws IOException {
    json.writeArrayFieldStart(name);
    for (Permission deed : reach.all().list(kind)) {
      int colon = deed.name().indexOf(':');
      json.writeStartObject();
      switch (kind) {
        case FUNCTION -> json.writeStringField("function", deed.name());
        case OPERATION -> {
          json.writeStringField("function", deed.name().substring(0, colon));
          json.writeStringField("operation", deed.name().substring(colon + 1));
        }
        case PAGE -> json.writeStringField("page", deed.name());
        default -> throw new IllegalStateException(kind.name());
      }
      json.writeStringField("effect", deed.effect().word());
      if (kind == Permission.Kind.PAGE) {
        json.writeStringField("page_effect", deed.pageEffect().word());
      }
      json.writeStringField(
          "through", reach.itself().list(kind).contains(deed) ? "itself" : "others");
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void lists(
      JsonGenerator json, String name, EffectivePermissions abilities, ReachResult result)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeBooleanField("used", abilities.usesLists());
    json.writeBooleanField("every_list", abilities.usesLists() && abilities.lists().everyList());
    Json.texts(
        json, "campaigns", ReachView.campaigns(abilities.lists().campaigns(), result.groups()));
    json.writeEndObject();
  }

  /** Writes the blast radius with a password that the APIs accept; null if it is no larger. */
  private static void once(JsonGenerator json, ReachResult result) throws IOException {
    if (result.once().isEmpty()) {
      json.writeNullField("with_usable_password");
      return;
    }
    BlastRadius once = result.once().get();
    json.writeObjectFieldStart("with_usable_password");
    json.writeFieldName("score");
    score(json, once.score());
    json.writeNumberField("count", once.accounts());
    if (once.accounts() == 0) {
      json.writeNullField("highest_level");
    } else {
      json.writeNumberField("highest_level", once.highestLevel());
    }
    json.writeEndObject();
  }

  private static void becomes(JsonGenerator json, ReachResult result) throws IOException {
    BlastRadius reach = result.reach();
    json.writeObjectFieldStart("becomes");
    json.writeNumberField("count", reach.accounts());
    if (reach.accounts() == 0) {
      json.writeNullField("highest_level");
    } else {
      json.writeNumberField("highest_level", reach.highestLevel());
    }
    ReachableJson.write(json, "accounts", reach.takeover());
    json.writeArrayFieldStart("path_to_level_9");
    for (Step step : result.highest().map(Path::steps).orElse(List.of())) {
      json.writeStartObject();
      json.writeStringField("by", step.kind().by());
      json.writeStringField("from", step.from().user());
      json.writeStringField("to", step.to().user());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void shared(JsonGenerator json, BlastRadius reach) throws IOException {
    json.writeArrayFieldStart("shared_with");
    for (ReachableAccounts.Shared each : reach.shared()) {
      json.writeStartObject();
      json.writeStringField("user", each.account().user());
      json.writeStringField("by", each.kind().by());
      json.writeStringField("integration", each.integration());
      json.writeStringField("from", each.from().user());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void shrink(JsonGenerator json, Mitigation shrink) throws IOException {
    if (shrink == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("by", shrink.by().word());
    json.writeBooleanField("certain", shrink.certain());
    json.writeNumberField("removes", shrink.removes());
    json.writeNumberField("score_before", shrink.before().score().total());
    json.writeNumberField("score_after", shrink.after().score().total());
    json.writeNumberField("becomes_before", shrink.before().accounts());
    json.writeNumberField("becomes_after", shrink.after().accounts());
    json.writeArrayFieldStart("changes");
    for (Change change : shrink.changes()) {
      Json.change(json, change);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
