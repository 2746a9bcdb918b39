package org.vicilint.render.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vicilint.access.DangerousGrant;
import org.vicilint.access.LeastPrivilege;
import org.vicilint.engine.Foreseen;
import org.vicilint.engine.Observed;
import org.vicilint.engine.Recommendation;
import org.vicilint.engine.UsageResult;
import org.vicilint.finding.Finding;
import org.vicilint.render.Json;

/**
 * A recommendation for programs: {@code account}, column by column as VICIdial writes them, and
 * {@code reasons}, by column, and by call for what cannot be had, or only with power over others.
 */
public final class RecommendJson {
  private RecommendJson() {}

  /** Writes the recommendation as one object. */
  public static void write(Writer out, Recommendation result) throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      if (result.none().isPresent()) {
        json.writeNullField("account");
        reasons.put("account", result.none().get());
      } else {
        account(json, result, reasons);
      }
      for (LeastPrivilege.Closed closed : result.least().closed()) {
        add(reasons, closed.call().toString(), "out of reach, " + closed.reason());
      }
      for (String name : result.wanted().refused()) {
        add(reasons, name, "left out: it is refused today");
      }
      for (DangerousGrant power : result.powers()) {
        add(reasons, power.call(), power.reach() + ". Safer: " + power.safer());
      }
      for (Finding finding : result.foreseen()) {
        add(reasons, finding.rule(), Foreseen.sentence(finding));
      }
      json.writeObjectFieldStart("reasons");
      for (Map.Entry<String, String> reason : reasons.entrySet()) {
        json.writeStringField(reason.getKey(), reason.getValue());
      }
      json.writeEndObject();
      if (result.observed() != null) {
        observed(json, result.observed());
      }
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void account(
      JsonGenerator json, Recommendation result, Map<String, String> reasons) throws IOException {
    json.writeObjectFieldStart("account");
    json.writeStringField("user", result.least().account().user());
    for (LeastPrivilege.Setting setting : result.proposal().settings()) {
      json.writeStringField(setting.column(), setting.value());
      reasons.put(setting.column(), setting.reason());
    }
    json.writeEndObject();
    if (!result.proposal().openGroup().isEmpty()) {
      reasons.put("user_group", "not said; " + result.proposal().openGroup());
    }
  }

  private static void observed(JsonGenerator json, Observed observed) throws IOException {
    json.writeObjectFieldStart("usage");
    json.writeStringField("first", UsageResult.time(observed.period().first()));
    json.writeStringField("last", UsageResult.time(observed.period().last()));
    json.writeBooleanField("in_log", observed.inLog());
    Json.texts(json, "called", observed.called());
    Json.texts(json, "ambiguous", observed.ambiguous());
    Json.texts(json, "unused", observed.unused());
    json.writeEndObject();
  }

  private static void add(Map<String, String> reasons, String key, String reason) {
    reasons.merge(key, reason, (one, other) -> one + "; " + other);
  }
}
