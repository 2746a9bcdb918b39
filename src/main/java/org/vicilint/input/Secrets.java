package org.vicilint.input;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
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

  /** What VICIdial's installation sets for 6666, VDAD and VDCL, and what its manual shows. */
  private static final Set<String> INSTALLED = Set.of("1234", "donotedit");

  /** How far a length is counted: the APIs ask no more of it. */
  private static final int LENGTH_THAT_MATTERS = 2;

  private final byte[] key;
  private final SipHash passwords;
  private final SipHash hashes;

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
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** The same, for another thread. */
  Secrets forThread() {
    return new Secrets(key);
  }

  /**
   * What is kept of an account's password.
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

  private static long fingerprint(SipHash hash, String text) {
    long print = hash.of(text);
    return print == 0 ? 1 : print; // 0 means "not known"
  }
}
