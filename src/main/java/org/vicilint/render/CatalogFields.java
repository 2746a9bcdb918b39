package org.vicilint.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.vicilint.catalog.PageEffect;
import org.vicilint.catalog.Pages;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Build;
import org.vicilint.model.Flag;

/** Facts of the catalog as JSON fields, as all outputs write them. */
public final class CatalogFields {
  private static final int HIGHEST_MODIFY_LEADS = 6;

  private CatalogFields() {}

  /** Writes a requirement as an object; null where nothing is demanded. */
  public static void requirement(JsonGenerator json, Requirement entry) throws IOException {
    if (entry == null || entry.gone()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("since", entry.since().toString());
    json.writeNumberField("user_level", entry.userLevel());
    columns(json, entry);
    json.writeBooleanField("allowed_functions", entry.allowedFunctions());
    json.writeBooleanField("level_first", entry.levelFirst());
    json.writeBooleanField("list_scope", entry.listScope());
    json.writeStringField("refusal", entry.refusal());
    json.writeEndObject();
  }

  /** Writes the columns of an account that a requirement looks at. */
  public static void columns(JsonGenerator json, Requirement requirement) throws IOException {
    json.writeArrayFieldStart("flags");
    for (Flag flag : Flag.values()) {
      if ((requirement.flags() & flag.bit()) != 0) {
        json.writeString(flag.column());
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("modify_leads");
    for (int value = 0; value <= HIGHEST_MODIFY_LEADS; value++) {
      if ((requirement.modifyLeads() >> value & 1) != 0) {
        json.writeNumber(value);
      }
    }
    json.writeEndArray();
  }

  /** Of which build the pages are known, and what that means for the build asked about. */
  public static void basis(JsonGenerator json, Pages known, Build build) throws IOException {
    json.writeStringField("pages_build", known.build().toString());
    json.writeStringField("confidence", Requirements.confidence(known.certainOn(build)));
  }

  /** The effect of a page, and that of functions which it belongs to. */
  public static void effect(JsonGenerator json, PageEffect effect) throws IOException {
    json.writeStringField("effect", effect.word());
    json.writeStringField("effect_class", effect.effect().word());
  }
}
