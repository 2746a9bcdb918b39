package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;

/** Files of answers as programs of Windows write them. */
class WideAnswersTest {
  private static final String ANSWERS =
      "ERROR: Login incorrect, please try again: |caf\u00e9|Hush1|BAD|\r\n"
          + "ERROR: user_group DOES NOT EXIST: |loader|LOADERS|\r\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      value = {
        "UTF-8, EFBBBF",
        "UTF-8, ''",
        "UTF-16LE, FFFE",
        "UTF-16BE, FEFF",
        "UTF-16LE, ''",
        "UTF-16BE, ''",
        "UTF-32LE, FFFE0000",
        "UTF-32BE, 0000FEFF"
      })
  void everyEncodingReadsAlike(String charset, String mark) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(HexFormat.of().parseHex(mark));
    bytes.write(ANSWERS.getBytes(Charset.forName(charset)));
    String file = Files.write(folder.resolve("answers.txt"), bytes.toByteArray()).toString();
    Cli run = Cli.run("diagnose", file);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("please try again: |caf\u00e9|****|BAD|", "|loader|LOADERS|")
        .contains("answers: 2 refused, 0 successful, 0 unknown; lines: 2, without an answer: 0")
        .doesNotContain("Hush1");
    assertThat(Cli.runWith(new ByteArrayInputStream(bytes.toByteArray()), "diagnose", "-").out())
        .contains("answers: 2 refused");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes.toByteArray());
    }
    assertThat(Cli.runWith(new ByteArrayInputStream(packed.toByteArray()), "diagnose", "-").out())
        .contains("answers: 2 refused");
  }

  @Test
  void theVersionOfAServerIsReadToo() {
    byte[] bytes =
        "\ufeffVERSION: 2.14-203|BUILD: 250720-1841|\r\n".getBytes(Charset.forName("UTF-16LE"));
    Cli run = Cli.runWith(new ByteArrayInputStream(bytes), "explain-build", "-");
    assertThat(run.out()).contains("250720-1841");
    assertThat(run.status()).isZero();
  }
}
