package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;

/**
 * All findings in the shared estate under each profile, as they were reviewed line by line.
 *
 * <p>After a wanted change: {@code mvn test -Dtest=GoldenTest -Dvicilint.refresh}, and review
 * again.
 */
class GoldenTest {
  private static final String EXPORTS = "src/test/resources/exports/";

  @ParameterizedTest
  @ValueSource(strings = {"default", "strict", "legacy", "ci"})
  void theFindingsAreThoseThatWereReviewed(String profile) throws IOException {
    Path golden = Path.of("src/test/resources/golden", profile + ".txt");
    Cli run =
        Cli.run(
            "lint",
            EXPORTS + "vicidial_users.tsv",
            EXPORTS + "vicidial_user_groups.tsv",
            "--profile",
            profile,
            "--date",
            "2026-11-21");
    if (System.getProperty("vicilint.refresh") != null) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, run.out());
    }
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(Files.readString(golden));
  }
}
