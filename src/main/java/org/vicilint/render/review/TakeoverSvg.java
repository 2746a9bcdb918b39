package org.vicilint.render.review;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.stream.Collectors;
import org.vicilint.render.chart.TakeoverPicture;
import org.vicilint.render.review.Templates.Block;
import org.vicilint.takeover.chart.Chart;

/** The picture of takeovers as a file of its own, for pages and wikis. */
public final class TakeoverSvg {
  private TakeoverSvg() {}

  /** Writes the picture. */
  public static void write(Writer out, Chart chart) throws IOException {
    Templates templates = Templates.shipped();
    templates.process(
        "takeover-file.ftlh",
        Map.of(
            "styles",
            new Block(styles(templates.plain("review.css"))),
            "chart",
            chart,
            "drawing",
            TakeoverPicture.of(chart)),
        out);
    out.flush();
  }

  /** Those of the review that are for this picture. */
  private static String styles(String review) {
    return review
        .lines()
        .filter(line -> line.startsWith(".takeover "))
        .collect(Collectors.joining("\n"));
  }
}
