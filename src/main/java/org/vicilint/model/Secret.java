package org.vicilint.model;

/**
 * What is kept of a password: enough to compare and to judge it, nothing to recover it. The
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
  /** No password was given. */
  public static final Secret UNKNOWN =
      new Secret(false, false, 0, 2, Characters.ALPHANUMERIC, false, false, null);

  /**
   * What a login compares. VICIdial's conversion to hashes leaves the passwords in plain text where
   * they are, unless it is told to clear them (ADMIN_bcrypt_convert.pl); nothing looks at them any
   * more, but mostly they still hold.
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
