package org.vicilint.input;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.vicilint.model.Characters;
import org.vicilint.model.Secret;

/**
 * Turns passwords into what may be kept of them. The key is made for one run and never leaves this
 * object, so that a fingerprint is worth nothing to anybody else. Not safe for several threads.
 */
public final class Secrets {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 16;

  /** MySQL's collation compares {@code pass} without case, so equal passwords are equal so, too. */
  private static final String PASSWORD = "pass\0";

  private static final String HASH = "hash\0";

  /** What VICIdial's installation sets for 6666, VDAD and VDCL, and what its manual shows. */
  private static final Set<String> INSTALLED = Set.of("1234", "donotedit");

  /** How far a length is counted: the APIs ask no more of it. */
  private static final int LENGTH_THAT_MATTERS = 2;

  private final byte[] key;
  private Mac mac;

  /** Makes a key, for a new run. */
  public Secrets() {
    this(new byte[KEY_BYTES]);
    new SecureRandom().nextBytes(key);
  }

  private Secrets(byte[] key) {
    this.key = key;
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
      String lower = pass.toLowerCase(Locale.ROOT);
      return new Secret(
          true,
          false,
          fingerprint(PASSWORD, lower),
          Math.min(pass.length(), LENGTH_THAT_MATTERS),
          Characters.of(pass),
          pass.equalsIgnoreCase(user),
          INSTALLED.contains(lower));
    }
    if (hash != null && !hash.isEmpty()) {
      return new Secret(
          true,
          true,
          fingerprint(HASH, hash),
          LENGTH_THAT_MATTERS,
          Characters.ALPHANUMERIC,
          false,
          false);
    }
    return Secret.UNKNOWN;
  }

  private long fingerprint(String kind, String text) {
    if (mac == null) {
      mac = mac();
    }
    mac.update(kind.getBytes(StandardCharsets.UTF_8));
    long print = ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).getLong();
    return print == 0 ? 1 : print; // 0 means "not known"
  }

  private Mac mac() {
    try {
      Mac keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
      return keyed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
