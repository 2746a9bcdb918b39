package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

class SchemaCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "cut, src/main/resources/schema/cut.schema.json",
    "definitions, src/main/resources/schema/definitions.schema.json",
    "integration, src/main/resources/schema/integration.schema.json",
    "lint, src/main/resources/schema/lint.schema.json",
    "paths, src/main/resources/schema/paths.schema.json",
    "reach, src/main/resources/schema/reach.schema.json",
    "usage, src/main/resources/schema/usage.schema.json",
    "profile, policies/profile.schema.json",
  })
  void printsWhatIsPublished(String name, Path file) throws IOException {
    Cli run = Cli.run("schema", name);
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(file));
    assertThat(Vectors.parse(run.out()).get("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(Cli.run("schema").out()).containsPattern("(?m)^" + name + " ");
  }

  @Test
  void writesToAFile() {
    Path file = folder.resolve("s.json");
    assertThat(Cli.run("schema", "profile", "--output", file.toString()).status()).isZero();
    assertThat(file).content().isEqualTo(Cli.run("schema", "profile").out());
  }

  @Test
  void aMisspeltNameIsUnderstood() {
    Cli run = Cli.run("schema", "profil");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "did you mean 'profile'",
            "cut, definitions, integration, lint, paths, profile, reach, usage");
    assertThat(Cli.run("schema", "lint", "profile").status()).isEqualTo(2);
  }
}
