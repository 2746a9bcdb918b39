package org.vicilint.render.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.Pages;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Build;
import org.vicilint.render.CatalogFields;
import org.vicilint.render.Json;
import org.vicilint.render.Requirements;

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
      CatalogFields.basis(json, known, build);
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

  private static void page(JsonGenerator json, Page page) throws IOException {
    json.writeStartObject();
    json.writeStringField("page", page.name());
    json.writeStringField("summary", page.summary());
    json.writeStringField("category", page.category());
    CatalogFields.effect(json, page.effect());
    json.writeStringField("demand", Requirements.demand(page));
    json.writeNumberField("login_level", page.login().userLevel());
    json.writeArrayFieldStart("opens");
    for (Page.Way each : page.opens()) {
      Requirement way = each.demand();
      json.writeStartObject();
      CatalogFields.effect(json, each.effect());
      json.writeNumberField("user_level", way.userLevel());
      CatalogFields.columns(json, way);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("api_only_user_closes", page.apiOnlyCloses());
    json.writeEndObject();
  }
}
