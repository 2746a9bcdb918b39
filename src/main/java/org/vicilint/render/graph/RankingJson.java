package org.vicilint.render.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.vicilint.blastradius.BlastRadiusAnalysis;
import org.vicilint.blastradius.Score;
import org.vicilint.catalog.Api;
import org.vicilint.engine.RankingResult;
import org.vicilint.render.Json;

/** A ranking by reach for programs. */
public final class RankingJson {
  private RankingJson() {}

  /** Writes it as one object. */
  public static void write(Writer out, RankingResult result) throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", 1);
      json.writeStringField("tool", "vicilint");
      json.writeStringField("build", result.builds().of(Api.NON_AGENT).toString());
      json.writeStringField("agent_build", result.builds().of(Api.AGENT).toString());
      json.writeBooleanField("pages_certain", result.pagesCertain());
      json.writeNumberField("accounts", result.ranking().size());
      json.writeBooleanField("complete", result.complete());
      json.writeArrayFieldStart("ranking");
      for (BlastRadiusAnalysis.Standing each : result.ranking()) {
        standing(json, each);
      }
      json.writeEndArray();
      Json.problems(json, result.problems());
      Json.texts(json, "notes", result.notes());
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void standing(JsonGenerator json, BlastRadiusAnalysis.Standing each)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("rank", each.rank());
    ReachJson.account(json, each.account());
    Score score = each.score();
    json.writeNumberField("score", score.total());
    json.writeNumberField("itself", score.itself());
    json.writeNumberField("through_others", score.throughOthers());
    json.writeNumberField("becomes", each.accounts());
    if (each.accounts() == 0) {
      json.writeNullField("highest_level");
    } else {
      json.writeNumberField("highest_level", each.highestLevel());
    }
    json.writeNumberField("becomes_with_clones", each.withClones());
    json.writeObjectFieldStart("points");
    for (Score.Part part : score.parts()) {
      json.writeNumberField(part.name(), part.points());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
