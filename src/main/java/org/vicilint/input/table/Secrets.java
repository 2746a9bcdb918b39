package org.vicilint.input.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.vicilint.model.Characters;
import org.vicilint.model.Secret;

/**
 * Turns passwords into what may be kept of them. The key is made for one run and never leaves this
 * object, so that a fingerprint is worth nothing to anybody else. Not safe for several threads.
 */
public final class Secrets {
  /** Two keys of 16 bytes: one for passwords, one for hashes. */
  private static final int KEY_BYTES = 32;

  /**
   * Passwords that VICIdial's installation sets for 6666, VDAD and VDCL, and that its manual shows.
   */
  private static final Set<String> INSTALLED = Set.of("1234", "donotedit");

  private static final int LONGEST_INSTALLED =
      INSTALLED.stream().mapToInt(String::length).max().orElse(0);

  /** Length up to which characters are counted: the APIs ask no more of it. */
  private static final int LENGTH_THAT_MATTERS = 2;

  private final byte[] key;
  private final SipHash passwords;
  private final SipHash hashes;

  /** The text whose hash is taken; empty otherwise. */
  private byte[] text = new byte[1 << 8];

  /** Makes a key, for a new run. */
  public Secrets() {
    this(random());
  }

  private Secrets(byte[] key) {
    this.key = key;
    ByteBuffer keys = ByteBuffer.wrap(key);
    passwords = new SipHash(keys.getLong(), keys.getLong());
    hashes = new SipHash(keys.getLong(), keys.getLong());
  }

  private static byte[] random() {
    try (InputStream system = new FileInputStream("/dev/urandom")) {
      byte[] key = system.readNBytes(KEY_BYTES);
      if (key.length == KEY_BYTES) {
        return key; // it is where Java's own takes it from, which needs 30 ms to begin
      }
    } catch (IOException e) {
      // a system without it
    }
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** Returns a copy with the same key for another thread. */
  public Secrets forThread() {
    return new Secrets(key);
  }

  /**
   * Returns the traits to keep of an account's password.
   *
   * @param pass the column {@code pass}; null or empty when there is none
   * @param hash the column {@code pass_hash}; null or empty when there is none
   */
  public Secret of(String user, String pass, String hash) {
    if (pass != null && !pass.isEmpty()) {
      // MySQL's collation compares pass without case, so equal passwords are equal so, too.
      String lower = pass.toLowerCase(Locale.ROOT);
      return new Secret(
          true,
          false,
          fingerprint(passwords, lower),
          Math.min(pass.length(), LENGTH_THAT_MATTERS),
          Characters.of(pass),
          pass.equalsIgnoreCase(user),
          INSTALLED.contains(lower),
          hash == null || hash.isEmpty() ? null : ofHash(hash));
    }
    if (hash != null && !hash.isEmpty()) {
      return ofHash(hash);
    }
    return Secret.UNKNOWN;
  }

  private Secret ofHash(String hash) {
    return new Secret(
        true,
        true,
        fingerprint(hashes, hash),
        LENGTH_THAT_MATTERS,
        Characters.ALPHANUMERIC,
        false,
        false,
        null);
  }

  /**
   * Returns the traits to keep of a password in bytes, when all of them are ASCII, and there is no
   * hash.
   *
   * @param bytes seven more than those of the password at least
   * @param from where in the bytes it begins, and {@code to} where it ends
   * @param userFrom where the login begins, and {@code userTo} where it ends
   * @return null for a password with a byte that is not ASCII, or with an escape
   */
  public Secret ofAscii(byte[] bytes, int from, int to, int userFrom, int userTo) {
    int length = to - from;
    if (length == 0) {
      return Secret.UNKNOWN;
    }
    room(length + Long.BYTES);
    for (int i = 0; i < length; i += Long.BYTES) {
      long word = Ascii.word(bytes, from + i, to);
      if (Ascii.wide(word) || Ascii.has(word, '\\')) {
        return null;
      }
      Ascii.put(text, i, Ascii.lower(word));
    }
    boolean equalsUser = length == userTo - userFrom;
    for (int i = 0; equalsUser && i < length; i++) {
      equalsUser = lower(bytes[userFrom + i]) == text[i];
    }
    return new Secret(
        true,
        false,
        fingerprint(passwords, length),
        Math.min(length, LENGTH_THAT_MATTERS),
        Characters.of(bytes, from, to),
        equalsUser,
        length <= LONGEST_INSTALLED
            && INSTALLED.contains(
                new String(bytes, from, length, US_ASCII).toLowerCase(Locale.ROOT)),
        null);
  }

  private static byte lower(byte c) {
    return c >= 'A' && c <= 'Z' ? (byte) (c + 'a' - 'A') : c;
  }

  /** UTF-8 but that each half of a pair is written by itself, for one can stand alone. */
  private long fingerprint(SipHash hash, String of) {
    room(of.length() * 3);
    int n = 0;
    for (int i = 0; i < of.length(); i++) {
      char c = of.charAt(i);
      if (c < 0x80) {
        text[n++] = (byte) c;
      } else {
        if (c >= 0x800) {
          text[n++] = (byte) (0xE0 | c >> 12);
        }
        text[n++] = (byte) (c < 0x800 ? 0xC0 | c >> 6 : 0x80 | c >> 6 & 0x3F);
        text[n++] = (byte) (0x80 | c & 0x3F);
      }
    }
    return fingerprint(hash, n);
  }

  /** Fingerprint of the first {@code length} bytes of the text. */
  private long fingerprint(SipHash hash, int length) {
    long print = hash.of(text, length);
    Arrays.fill(text, 0, length, (byte) 0);
    return print == 0 ? 1 : print; // 0 means "not known"
  }

  private void room(int length) {
    if (text.length < length) {
      text = new byte[length];
    }
  }
}
