package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site is built of the documents without a warning, where MkDocs is installed. */
@Tag("process")
class SiteTest {
  @TempDir private Path site;

  @Test
  void theSiteHasAPageForEveryDocumentAndEveryRule() throws IOException, InterruptedException {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mkdocs"))),
        "MkDocs is not installed: apt-get install mkdocs");
    Path log = site.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of("mkdocs", "build", "--strict", "--site-dir", site.resolve("www").toString()));
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process mkdocs = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(mkdocs.waitFor()).as(Files.readString(log, StandardCharsets.UTF_8)).isZero();
    assertThat(site.resolve("www/guide/fix/index.html"))
        .content()
        .as("nothing is loaded from elsewhere")
        .doesNotContainPattern("<(script|img)[^>]* src=\"(https?:)?//");
    for (Path rule : Documents.rulePages()) {
      String id = rule.getFileName().toString().replace(".md", "");
      assertThat(site.resolve("www/rules/" + id + "/index.html")).exists();
    }
  }
}
