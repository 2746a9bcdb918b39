package org.vicilint.input.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Eight bytes at a time give what one at a time gives. */
final class AsciiTest {
  private static final byte[] EDGES = {
    0, 1, '\t', '\n', '\r', 0x0E, ' ', '@', 'A', 'Z', '[', '\\', '`', 'a', 'z', '{', 0x7F, -128, -1
  };

  @Property(tries = 5000)
  void findsWhatIsSpecial(@ForAll Random random) {
    byte[] bytes = bytes(random, 64);
    int from = random.nextInt(40);
    bytes[50] = '\n';
    int expected = from;
    while (bytes[expected] >= 0 && bytes[expected] > '\r') {
      expected++;
    }

    assertThat(Ascii.special(bytes, from)).isEqualTo(expected);
  }

  @Property(tries = 5000)
  void judgesAndLowersEachByte(@ForAll Random random) {
    byte[] bytes = bytes(random, 16);
    int from = random.nextInt(8);
    int length = 1 + random.nextInt(8);
    long word = Ascii.word(bytes, from, from + length);
    byte[] taken = new byte[Long.BYTES];
    System.arraycopy(bytes, from, taken, 0, length);
    String text = new String(taken, StandardCharsets.ISO_8859_1);

    assertThat(word).isEqualTo(Ascii.word(taken, 0));
    assertThat(Ascii.wide(word)).isEqualTo(text.chars().anyMatch(c -> c >= 0x80));
    assertThat(Ascii.has(word, '\\')).isEqualTo(text.indexOf('\\') >= 0);
    if (!Ascii.wide(word)) {
      Ascii.put(taken, 0, Ascii.lower(word));
      assertThat(new String(taken, StandardCharsets.ISO_8859_1))
          .isEqualTo(text.toLowerCase(Locale.ROOT));
    }
  }

  /** What stands for a password does not depend on how it was read. */
  @Property(tries = 3000)
  void aPasswordInBytesIsTheSameAsItsText(@ForAll Random random) {
    Secrets secrets = new Secrets();
    byte[] bytes = Arrays.copyOf(bytes(random, 60), 120);
    int length = random.nextInt(40);
    String pass = new String(bytes, 3, length, StandardCharsets.ISO_8859_1);
    boolean same = random.nextInt(3) == 0;
    String user = same ? pass.toUpperCase(Locale.ROOT) : "u" + random.nextInt(10);
    if (pass.chars().anyMatch(c -> c >= 0x80 || c == '\\')) {
      assertThat(secrets.ofAscii(bytes, 3, 3 + length, 0, 0)).isNull();
    } else {
      System.arraycopy(user.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 60, user.length());
      assertThat(secrets.ofAscii(bytes, 3, 3 + length, 60, 60 + user.length()))
          .isEqualTo(secrets.of(user, pass, null));
    }
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    boolean plain = random.nextBoolean();
    for (int i = 0; i < length; i++) {
      bytes[i] =
          plain ? (byte) "aZ0-_.~".charAt(random.nextInt(7)) : EDGES[random.nextInt(EDGES.length)];
    }
    return bytes;
  }
}
