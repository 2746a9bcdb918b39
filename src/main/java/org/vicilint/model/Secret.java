package org.vicilint.model;

/**
 * Traits kept of a password: enough to compare and to judge it, nothing to recover it. The
 * fingerprint is keyed with a key of the run and never printed.
 *
 * @param known whether the source gave a password or a hash at all
 * @param hashed whether the source gave only a hash, so that its characters are not known
 * @param fingerprint equal for equal passwords of one run (upper and lower case are one, as for the
 *     server); 0 when not known
 * @param length its length, counted up to 2 (the Agent API refuses shorter ones); 2 for a hash
 * @param characters which characters it holds
 * @param equalsUser whether it is the user name, but for case
 * @param installed whether it is one that VICIdial installs
 * @param hash what is kept of {@code pass_hash}, when the source gave both; else null
 */
public record Secret(
    boolean known,
    boolean hashed,
    long fingerprint,
    int length,
    Characters characters,
    boolean equalsUser,
    boolean installed,
    Secret hash) {
  private static final int LONGEST = 2;
  private static final Characters[] CHARACTERS = Characters.values();

  /** Bits of {@link #traits()}. */
  private static final int HASHED = 1;

  private static final int EQUALS_USER = 2;
  private static final int INSTALLED = 3;
  private static final int LENGTH = 4;
  private static final int LENGTH_BITS = 3;
  private static final int ALPHABET = 6;

  public Secret {
    if (length < 0 || length > LONGEST) {
      throw new IllegalArgumentException("lengths are counted from 0 to " + LONGEST);
    }
  }

  /** No password was given. */
  public static final Secret UNKNOWN =
      new Secret(false, false, 0, 2, Characters.ALPHANUMERIC, false, false, null);

  /**
   * Returns the secret that a login compares. VICIdial's conversion to hashes leaves the passwords
   * in plain text where they are, unless its option clears them (ADMIN_bcrypt_convert.pl); nothing
   * looks at them any more, but mostly they still hold.
   *
   * @param hashes whether the server compares {@code pass_hash}, and not {@code pass}
   */
  public Secret compared(boolean hashes) {
    if (!hashes) {
      return hashed ? UNKNOWN : withoutHash();
    }
    if (hash == null) {
      return hashed ? this : UNKNOWN;
    }
    return new Secret(
        true, true, hash.fingerprint, hash.length, hash.characters, equalsUser, installed, null);
  }

  private Secret withoutHash() {
    return hash == null
        ? this
        : new Secret(known, false, fingerprint, length, characters, equalsUser, installed, null);
  }

  /** All but fingerprint and hash, as bits. */
  short traits() {
    return (short)
        ((known ? 1 : 0)
            | (hashed ? 1 << HASHED : 0)
            | (equalsUser ? 1 << EQUALS_USER : 0)
            | (installed ? 1 << INSTALLED : 0)
            | length << LENGTH
            | characters.ordinal() << ALPHABET);
  }

  /** Whether these traits are of a hash. */
  static boolean hashed(int traits) {
    return (traits & 1 << HASHED) != 0;
  }

  /** The secret with these traits, and no hash beside. */
  static Secret of(short traits, long fingerprint) {
    return new Secret(
        (traits & 1) != 0,
        hashed(traits),
        fingerprint,
        traits >> LENGTH & LENGTH_BITS,
        CHARACTERS[traits >> ALPHABET],
        (traits & 1 << EQUALS_USER) != 0,
        (traits & 1 << INSTALLED) != 0,
        null);
  }

  /** Whether a column of this name holds a secret, whose text must never be shown. */
  public static boolean in(String column) {
    return column.startsWith("pass") || column.equals("phone_pass");
  }

  /** Says nothing of the fingerprint, so that no log or exception can hold it. */
  @Override
  public String toString() {
    return known ? "Secret[known]" : "Secret[unknown]";
  }
}
