package org.vicilint.render.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.vicilint.render.Json;
import org.vicilint.takeover.ReachableAccounts;

/** The accounts that a credential leads to, as JSON fields. */
final class ReachableJson {
  private ReachableJson() {}

  /**
   * Writes the reachable accounts by level and group, then those that only clones reach.
   *
   * @param name the name of the first field
   */
  static void write(JsonGenerator json, String name, ReachableAccounts reach) throws IOException {
    json.writeArrayFieldStart(name);
    for (ReachableAccounts.Part part : reach.parts()) {
      json.writeStartObject();
      json.writeNumberField("user_level", part.level());
      json.writeStringField("user_group", part.userGroup());
      json.writeNumberField("count", part.count());
      json.writeNumberField("steps", part.steps());
      Json.texts(json, "users", part.users());
      json.writeEndObject();
    }
    json.writeEndArray();
    clones(json, reach);
  }

  private static void clones(JsonGenerator json, ReachableAccounts reach) throws IOException {
    ReachableAccounts.WithClones more = reach.withClones();
    json.writeObjectFieldStart("with_clones");
    json.writeNumberField("count", more.count());
    if (more.count() == 0) {
      json.writeNullField("highest_level");
    } else {
      json.writeNumberField("highest_level", more.highestLevel());
    }
    Json.texts(json, "users", more.users());
    json.writeEndObject();
  }
}
