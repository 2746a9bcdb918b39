package org.vicilint.database;

import java.util.Arrays;
import java.util.Optional;

/** Protection of the connection to a database, as {@code --database-tls} names it. */
public enum DatabaseTls {
  /** No protection: anybody who listens reads what the server sends. */
  OFF("off", "disable"),
  /** TLS with whatever certificate: it keeps out who only listens. */
  TRUST("trust", "trust"),
  /** TLS, and the server's certificate is signed by someone trusted and bears its name. */
  VERIFY("verify", "verify-full");

  private final String word;
  private final String mode;

  DatabaseTls(String word, String mode) {
    this.word = word;
    this.mode = mode;
  }

  /** The value of {@code --database-tls}. */
  public String word() {
    return word;
  }

  /** The driver's word. */
  String mode() {
    return mode;
  }

  /** The one with this word of ours, or of the driver's. */
  public static Optional<DatabaseTls> of(String text) {
    return Arrays.stream(values())
        .filter(each -> each.word.equals(text) || each.mode.equals(text))
        .findFirst();
  }
}
