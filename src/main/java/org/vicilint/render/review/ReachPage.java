package org.vicilint.render.review;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vicilint.engine.ReachResult;
import org.vicilint.model.Sha256;
import org.vicilint.render.graph.ReachView;
import org.vicilint.render.review.Templates.Block;

/** One reach as an HTML page that needs nothing from elsewhere and runs no script. */
public final class ReachPage {
  private ReachPage() {}

  /** Writes the page. */
  public static void write(Writer out, ReachResult result, Templates templates) throws IOException {
    String styles = templates.plain("review.css");
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("styles", new Block(styles));
    model.put("styles_hash", "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(styles)));
    model.put("result", result);
    model.put("builds", result.builds());
    model.put("view", new ReachView(result));
    StringWriter page = new StringWriter(); // a fault in a template must not leave half a page
    templates.process("reach.ftlh", model, page);
    out.write(page.toString());
    out.flush();
  }
}
