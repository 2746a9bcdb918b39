package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.input.definition.IntegrationReader;
import org.vicilint.model.Estate;
import org.vicilint.source.Limits;
import org.vicilint.testkit.EditorYaml;
import org.vicilint.testkit.Schemas;

/** The schema of manifests says what the reader says. */
final class IntegrationSchemaTest {
  private static final String GOOD = "name: a\naccount: b\nfunctions: [add_lead]\n";

  @TempDir private Path folder;

  @Test
  void namesTheKeysThatTheReaderKnowsAndDescribesThem() {
    List<String> names = new ArrayList<>();
    Schemas.INTEGRATION.tree().get("properties").fieldNames().forEachRemaining(names::add);
    assertThat(names).containsExactlyInAnyOrderElementsOf(IntegrationReader.KEYS);
    Schemas.INTEGRATION
        .tree()
        .get("properties")
        .forEach(property -> assertThat(property.get("description").asText()).endsWith("."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "owner: o\ncontact: c\npurpose: p\nreview: 2027-01-31\n",
        "from: 203.0.113.7\nbuilds: 250720-1841\n",
        "from: [203.0.113.0/24, '2001:db8::1']\nbuilds: [80801-0047, 250720-1841]\n"
      })
  void bothTakeWhatIsGood(String more) throws IOException {
    assertThat(Schemas.INTEGRATION.errors(EditorYaml.read(GOOD + more))).isEmpty();
    assertThat(read(GOOD + more).problems()).isEmpty();
    assertThat(read(GOOD + more).integrations()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: a\naccount: b\n",
        "name: a\naccount: b\nfunctions: ['add lead']\n",
        "name: a\naccount: b\nfunctions: [{update_list: 3}]\n",
        "account: b\nfunctions: [add_lead]\n",
        "name: ' '\naccount: b\nfunctions: [add_lead]\n",
        "name: a\naccount: longer_than_the_column_is\nfunctions: [add_lead]\n",
        GOOD + "reviewed: 2027-01-31\n",
        GOOD + "review: 31.1.2027\n",
        GOOD + "builds: [2025-07-20]\n",
        GOOD + "from: {a: b}\n",
        GOOD + "from: [256.1.1.1]\n",
        GOOD + "from: 10.0.0.0/33\n",
        "name: a\naccount: b\nfunctions: []\n"
      })
  void bothRefuseWhatIsNot(String yaml) throws IOException {
    assertThat(Schemas.INTEGRATION.errors(EditorYaml.read(yaml))).isNotEmpty();
    assertThat(read(yaml).problems()).isNotEmpty();
  }

  @Test
  void takesTheManifestsThatShip() throws IOException {
    try (Stream<Path> files =
        Stream.of(
                Path.of("examples/onboarding/integrations"),
                Path.of("src/main/resources/starter/integrations"))
            .flatMap(IntegrationSchemaTest::list)) {
      assertThat(files.toList())
          .hasSizeGreaterThan(3)
          .allSatisfy(
              file ->
                  assertThat(Schemas.INTEGRATION.errors(EditorYaml.read(Files.readString(file))))
                      .isEmpty());
    }
  }

  private static Stream<Path> list(Path directory) {
    return Stream.of(directory.toFile().listFiles()).map(java.io.File::toPath);
  }

  /** What the reader makes of it, beside an account. */
  private Estate read(String yaml) throws IOException {
    Files.writeString(folder.resolve("accounts.yaml"), "accounts:\n  - user: b\n");
    Files.writeString(folder.resolve("manifest.yaml"), yaml);
    return new EstateReader(null, Limits.DEFAULT)
        .read(List.of(folder.toString()), InputStream.nullInputStream());
  }
}
