package org.vicilint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.PageEffect;
import org.vicilint.catalog.Pages;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Build;
import org.vicilint.model.Flag;

/** The administration pages for programs. */
public final class PageCatalogJson {
  private PageCatalogJson() {}

  /** Writes the pages with what opens them, and how sure that is on the build. */
  public static void write(Writer out, List<Page> pages, Pages known, Build build)
      throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeStringField("tool", "vicilint");
      json.writeStringField("build", build.toString());
      basis(json, known, build);
      json.writeArrayFieldStart("pages");
      for (Page page : pages) {
        page(json, page);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  /** Of which build the pages are known, and what that means for the build asked about. */
  static void basis(JsonGenerator json, Pages known, Build build) throws IOException {
    json.writeStringField("pages_build", known.build().toString());
    json.writeStringField("confidence", PageCatalogText.confidence(known.certainOn(build)));
  }

  /** The effect of a page, and that of functions which it belongs to. */
  static void effect(JsonGenerator json, PageEffect effect) throws IOException {
    json.writeStringField("effect", effect.word());
    json.writeStringField("effect_class", effect.effect().word());
  }

  private static void page(JsonGenerator json, Page page) throws IOException {
    json.writeStartObject();
    json.writeStringField("page", page.name());
    json.writeStringField("summary", page.summary());
    json.writeStringField("category", page.category());
    effect(json, page.effect());
    json.writeStringField("demand", PageCatalogText.demand(page));
    json.writeNumberField("login_level", page.login().userLevel());
    json.writeArrayFieldStart("opens");
    for (Page.Way each : page.opens()) {
      Requirement way = each.demand();
      json.writeStartObject();
      effect(json, each.effect());
      json.writeNumberField("user_level", way.userLevel());
      json.writeArrayFieldStart("flags");
      for (Flag flag : Flag.values()) {
        if ((way.flags() & flag.bit()) != 0) {
          json.writeString(flag.column());
        }
      }
      json.writeEndArray();
      json.writeArrayFieldStart("modify_leads");
      for (int value = 0; value <= 6; value++) {
        if ((way.modifyLeads() >> value & 1) != 0) {
          json.writeNumber(value);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("api_only_user_closes", page.apiOnlyCloses());
    json.writeEndObject();
  }
}
