package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;

/** The same estate in every format, packed and not, from files, folders and standard input. */
final class FormatsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXPORTS = Path.of("src/test/resources/exports");
  private static final String GROUPS = EXPORTS.resolve("vicidial_user_groups.tsv").toString();
  private static List<String> expected;

  @TempDir Path folder;

  private static byte[] export(String name) throws IOException {
    return Files.readAllBytes(EXPORTS.resolve(name));
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** The findings without where they stand. */
  private static List<String> findings(Cli run) throws IOException {
    assertThat(run.status()).as(run.err()).isEqualTo(1);
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : JSON.readTree(run.out()).get("findings")) {
      ObjectNode bare = ((ObjectNode) finding).deepCopy();
      bare.remove(List.of("place", "places", "location", "locations", "source", "line", "column"));
      findings.add(bare.toString().replaceAll("\"(source|line|column)\":(\"[^\"]*\"|\\d+),?", ""));
    }
    return findings;
  }

  private static List<String> lint(String... paths) throws IOException {
    return lint(InputStream.nullInputStream(), paths);
  }

  private static List<String> lint(InputStream in, String... paths) throws IOException {
    List<String> line = new ArrayList<>(List.of("lint", "--format", "json"));
    line.addAll(List.of(paths));
    return findings(Cli.runWith(in, line.toArray(String[]::new)));
  }

  private static List<String> expected() throws IOException {
    if (expected == null) {
      expected = lint(EXPORTS.resolve("vicidial_users.tsv").toString(), GROUPS);
      assertThat(expected).hasSizeGreaterThan(20);
    }
    return expected;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vicidial_users.tsv",
        "vicidial_users.csv",
        "vicidial_users.json",
        "vicidial_users.xml",
        "vicidial_users.outfile.csv",
        "estate-dump.sql"
      })
  void givesTheSameFindings(String name) throws IOException {
    boolean groups = !name.endsWith(".sql"); // the dump has them
    byte[] plain = export(name);
    Path gz = Files.write(folder.resolve(name + ".gz"), gzip(plain));
    Path zst = Files.write(folder.resolve(name + ".zst"), Zstd.compress(plain));
    Path other = groups ? Path.of(GROUPS) : Files.createDirectory(folder.resolve("none"));
    if (!groups) {
      Files.writeString(other.resolve("a.yaml"), "accounts: []\n");
    }
    String more = other.toString();

    assertThat(lint(EXPORTS.resolve(name).toString(), more)).isEqualTo(expected());
    assertThat(lint(gz.toString(), more)).isEqualTo(expected());
    assertThat(lint(zst.toString(), more)).isEqualTo(expected());
    assertThat(lint(new ByteArrayInputStream(plain), "-", more)).isEqualTo(expected());
    assertThat(lint(Files.newInputStream(gz), "-", more)).isEqualTo(expected());
    assertThat(lint(Files.newInputStream(zst), "-", more)).isEqualTo(expected());
  }
}
