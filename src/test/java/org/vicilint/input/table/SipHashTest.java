package org.vicilint.input.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SipHashTest {
  /**
   * From the authors' reference implementation: the key and the text are the bytes 0, 1, 2 and so
   * on; the hash is written byte by byte.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 310e0edd47db6f72",
    "1, fd67dc93c539f874",
    "2, 5a4fa9d909806c0d",
    "8, 6224939a79f5f593",
    "14, eef27a8e90ca23f7",
    "16, db9bc2577fcc2a3f",
    "62, 575ff28e60381be5"
  })
  void hashesAsTheReferenceDoes(int bytes, String hash) {
    byte[] text = new byte[64];
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) i;
    }

    SipHash sip = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

    assertThat("%016x".formatted(Long.reverseBytes(sip.of(text, bytes)))).isEqualTo(hash);
  }
}
