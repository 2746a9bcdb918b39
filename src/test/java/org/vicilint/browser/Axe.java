package org.vicilint.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The accessibility checker axe, run in a page. */
final class Axe {
  private Axe() {}

  /** What it finds, each with the elements that it is about. */
  static List<?> violations(Browser browser) throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      browser.run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return (List<?>)
        browser
            .driver()
            .executeAsyncScript(
                "const done = arguments[0];"
                    + "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.map("
                    + "v => v.impact + ' ' + v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 5).map(n => n.html"
                    + " + ' ' + n.any.map(a => a.message).join()).join(' | '))));");
  }
}
