package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.model.Meter;
import org.vicilint.source.Limits;

/** What is told of the reading is each byte and each row, once. */
class ProgressOfReadingTest {
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();

  @TempDir private Path folder;

  @Test
  void whatIsReadTwiceCountsOnce() throws IOException {
    String good = "user\tuser_level\n" + "a\t9\nb\t9\n";
    read(good);
    assertThat(bytes.get()).isEqualTo(good.length());
    assertThat(rows.get()).isEqualTo(2);
    // A record with a field too many is left to the careful reader, which begins anew.
    String wrong = good + "c\t9\t9\n" + "d\t9\n";
    read(wrong);
    assertThat(bytes.get()).isEqualTo(wrong.length());
    assertThat(rows.get()).isEqualTo(3);
  }

  private void read(String table) throws IOException {
    bytes.set(0);
    rows.set(0);
    Meter meter =
        new Meter() {
          @Override
          public void expect(long total) {}

          @Override
          public void add(long more) {
            bytes.addAndGet(more);
          }

          @Override
          public void rows(long more) {
            rows.addAndGet(more);
          }
        };
    Path file = Files.writeString(folder.resolve("users.tsv"), table);
    new EstateReader(null, Limits.DEFAULT)
        .telling(meter)
        .read(List.of(file.toString()), InputStream.nullInputStream());
  }
}
