package org.vicilint.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vicilint.testkit.Cli;

/**
 * The review that the repository shows is the one that vicilint makes, to the byte.
 *
 * <p>After a wanted change: {@code mvn test -Dtest=ReviewExampleTest -Dvicilint.refresh}, and look
 * at the picture.
 */
@Tag("browser")
class ReviewExampleTest {
  private static final Path PAGE = Path.of("examples/review/review.html");
  private static final Path PICTURE = Path.of("examples/review/review.png");
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 1060;

  @Test
  void thePageIsCurrentAndHasAPicture() throws IOException {
    Cli run =
        Cli.run(
            "report",
            "src/test/resources/exports/vicidial_users.tsv",
            "src/test/resources/exports/vicidial_user_groups.tsv",
            "--date",
            "2026-11-21");
    assertThat(run.err()).isEmpty();
    if (System.getProperty("vicilint.refresh") != null) {
      Files.writeString(PAGE, run.out());
      try (Browser browser = Browser.open(WIDTH, HEIGHT)) {
        browser.emulate("screen", "light");
        browser.open(PAGE.toAbsolutePath(), "");
        Files.write(PICTURE, browser.picture());
      }
    }
    assertThat(run.out()).isEqualTo(Files.readString(PAGE));
    BufferedImage picture = ImageIO.read(PICTURE.toFile());
    assertThat(picture.getWidth()).isEqualTo(WIDTH);
    assertThat(picture.getHeight()).isBetween(HEIGHT - 200, HEIGHT);
    assertThat(Files.size(PICTURE)).isBetween(50_000L, 500_000L);
    assertThat(Files.readString(Path.of("README.md"))).contains("examples/review/review.png");
  }
}
