package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** {@code vicilint paths --format svg}. After a wanted change: {@code -Dvicilint.refresh}. */
class TakeoverSvgTest {
  private static final String EXPORTS = "src/test/resources/exports/";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "examples/takeover/before.svg, examples/takeover/before",
    "examples/takeover/after.svg, examples/takeover/after",
    "examples/takeover/exports.svg, " + EXPORTS
  })
  void thePicturesOfTheExampleAreCurrent(Path file, String estate) throws Exception {
    Cli run =
        estate.equals(EXPORTS)
            ? picture(EXPORTS + "vicidial_users.tsv", EXPORTS + "vicidial_user_groups.tsv")
            : picture(estate);
    assertThat(run.err()).isEmpty();
    if (System.getProperty("vicilint.refresh") != null) {
      Files.writeString(file, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(file));
    assertThat(Files.readString(Path.of("examples/takeover/README.md")))
        .contains("(" + file.getFileName() + ")");
    boxesAreApart(parse(run.out()));
  }

  @Test
  void saysInWordsWhatItShows() throws Exception {
    Document svg = parse(picture("examples/takeover/before").out());
    assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(text(svg, "desc"))
        .contains("bi_export comes to level 9 in 1 step", "crm_api has level 9");
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void nobodyBecomesAnybody() throws Exception {
    Cli run = picture(estate("  - {user: one}\n  - {user: two}\n"));
    assertThat(run.status()).isZero();
    assertThat(parse(run.out()).getDocumentElement().getTextContent().strip())
        .isEqualTo("No account can become another.");
  }

  @Test
  void oneAccountIsDrawnAlone() throws Exception {
    Cli run = Cli.run("paths", "hr_sync", "examples/takeover/before", "--format", "svg");
    assertThat(run.status()).isEqualTo(1);
    assertThat(boxes(parse(run.out()))).contains("hr_sync").doesNotContain("crm_api");
  }

  @Test
  void hostileNamesStayText() throws Exception {
    Cli run =
        picture(
            estate(
                """
                  - {user: "</text><script>", used_by: [x], user_level: 9}
                  - {user: "\\u202eevil", used_by: [x]}
                """));
    assertThat(run.out()).doesNotContain("<script>", "\u202e");
    assertThat(boxes(parse(run.out()))).containsExactlyInAnyOrder("</text><script>", "\\u202eevil");
  }

  @Test
  void itShowsWaysToALevel() {
    Cli run = Cli.run("paths", "examples/takeover/before", "--format", "svg", "--to", "mgr1");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--to level:9");
  }

  @Test
  void theGoalIsTheLevelThatIsAskedFor() throws Exception {
    Cli run = Cli.run("paths", "examples/takeover/before", "--format", "svg", "--to", "level:4");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains(">level 4 or more</text>");
  }

  private static Cli picture(String... paths) {
    List<String> arguments = new ArrayList<>(List.of("paths"));
    arguments.addAll(List.of(paths));
    arguments.addAll(List.of("--format", "svg"));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private String estate(String accounts) throws IOException {
    Path file = folder.resolve("accounts.yaml");
    Files.writeString(file, "accounts:\n" + accounts);
    return file.toString();
  }

  private static void boxesAreApart(Document svg) {
    double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
    double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
    List<double[]> boxes = new ArrayList<>();
    NodeList all = svg.getElementsByTagName("rect");
    for (int i = 0; i < all.getLength(); i++) {
      Element rect = (Element) all.item(i);
      if (rect.hasAttribute("rx")) {
        double[] box = {
          number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height")
        };
        assertThat(box[0] + box[2]).isLessThan(width);
        assertThat(box[1] + box[3]).isLessThan(height);
        for (double[] other : boxes) {
          boolean apart =
              box[0] >= other[0] + other[2]
                  || other[0] >= box[0] + box[2]
                  || box[1] >= other[1] + other[3]
                  || other[1] >= box[1] + box[3];
          assertThat(apart).isTrue();
        }
        boxes.add(box);
      }
    }
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** The first lines of the boxes. */
  private static List<String> boxes(Document svg) {
    List<String> lines = new ArrayList<>();
    NodeList all = svg.getElementsByTagName("text");
    for (int i = 0; i < all.getLength(); i++) {
      if (((Element) all.item(i)).getAttribute("class").equals("first")) {
        lines.add(all.item(i).getTextContent());
      }
    }
    return lines;
  }

  private static String text(Document svg, String element) {
    return svg.getElementsByTagName(element).item(0).getTextContent();
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
