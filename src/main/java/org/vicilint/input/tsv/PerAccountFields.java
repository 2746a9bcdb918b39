package org.vicilint.input.tsv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.vicilint.input.table.Column;
import org.vicilint.input.table.ColumnType;
import org.vicilint.input.table.Secrets;
import org.vicilint.model.Account;
import org.vicilint.model.Moment;
import org.vicilint.model.Places;
import org.vicilint.model.Secret;
import org.vicilint.source.ProblemLog;

/**
 * Fields of an account that differ from row to row: login, password, name and last login. They are
 * read from bytes; an unusual value is left to the slower reader. For one thread.
 */
final class PerAccountFields {
  /** Form of times. */
  private static final byte[] TIME = "0000-00-00 00:00:00".getBytes(ISO_8859_1);

  private static final long NEVER = Account.builder("").build().lastLogin();

  /** Treatment of a field. */
  enum Kind {
    UNUSED,
    USER,
    PASS,
    HASH,
    NAME,
    LAST_LOGIN,
    /** Only whether there is anything. */
    ANYTHING,
    OTHER;

    static Kind of(Column column) {
      if (column == null) {
        return UNUSED;
      }
      return switch (column.name()) {
        case "user" -> USER;
        case "pass" -> PASS;
        case "pass_hash" -> HASH;
        case "full_name" -> NAME;
        case "last_login_date" -> LAST_LOGIN;
        case "phone_login", "email" -> ANYTHING;
        default -> OTHER;
      };
    }

    /** Whether hardly two accounts have the same. */
    boolean differs() {
      return this == USER || this == PASS || this == NAME || this == LAST_LOGIN;
    }
  }

  private final Secrets secrets;

  /** Apart from other values, for there are many: those would be forgotten. */
  private final TsvValues names = new TsvValues();

  private byte[] bytes;
  private int userFrom;
  private int userTo;
  private int passFrom;
  private int passTo;
  private int hashFrom;
  private int hashTo;
  private String name;
  private long lastLogin;

  PerAccountFields(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Begins with other bytes. */
  void begin(byte[] chunk) {
    bytes = chunk;
  }

  /** Begins a row. */
  void clear() {
    userFrom = 0;
    userTo = 0;
    passFrom = 0;
    passTo = 0;
    hashFrom = 0;
    hashTo = 0;
    name = "";
    lastLogin = NEVER;
  }

  /**
   * Takes a field.
   *
   * @param wide whether something in it is not ASCII
   * @return false when something is unusual
   */
  boolean take(Kind kind, Column column, int start, int end, boolean wide) {
    switch (kind) {
      case USER -> {
        userFrom = start;
        userTo = end;
        return start < end && bytes[start] != ' ' && plain(start, end) && fits(column, start, end);
      }
      case PASS -> {
        passFrom = start;
        passTo = end;
        return fits(column, start, end);
      }
      case HASH -> {
        hashFrom = start;
        hashTo = TsvValues.isNull(column, bytes, start, end) ? start : end;
        return fits(column, start, end);
      }
      case NAME -> {
        TsvValues.Value value = names.of(column, bytes, start, end);
        name = value.tells() ? value.checked() : "";
        return !value.wrong();
      }
      default -> {
        lastLogin = TsvValues.isNull(column, bytes, start, end) ? 0 : time(start, end);
        return lastLogin >= 0;
      }
    }
  }

  /**
   * The account of the row; null when something is unusual.
   *
   * @param models knows the rest of it
   * @param part where it stands, and {@code line} its line there
   */
  Account account(AccountTemplates models, Places.ChunkOffset part, int line, ProblemLog log) {
    if (userFrom == userTo) {
      return null;
    }
    Secret secret = secret();
    return secret == null
        ? null
        : models
            .model(part, log)
            .another(bytes, userFrom, userTo, name, lastLogin, secret, part, line);
  }

  /** Returns the traits kept of the password; null when something in it is unusual. */
  private Secret secret() {
    if (hashFrom == hashTo) {
      return secrets.ofAscii(bytes, passFrom, passTo, userFrom, userTo);
    }
    return plain(passFrom, passTo) && plain(hashFrom, hashTo)
        ? secrets.of(text(userFrom, userTo), text(passFrom, passTo), text(hashFrom, hashTo))
        : null;
  }

  private String text(int start, int end) {
    return new String(bytes, start, end - start, ISO_8859_1);
  }

  /** Whether the column can hold it. */
  static boolean fits(Column column, int start, int end) {
    return end - start <= ((ColumnType.Text) column.type()).most();
  }

  /** Whether it holds nothing but ASCII, and no escape. */
  private boolean plain(int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] < ' ' || bytes[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  /** Whether it is UTF-8. */
  boolean valid(int start, int end) {
    return new String(bytes, start, end - start, UTF_8).indexOf('\uFFFD') < 0;
  }

  /** The digits of a time in its usual form; else -1. */
  private long time(int start, int end) {
    if (end - start != TIME.length) {
      return -1;
    }
    long time = 0;
    for (int i = 0; i < TIME.length; i++) {
      byte c = bytes[start + i];
      if (TIME[i] != '0') {
        if (c != TIME[i]) {
          return -1;
        }
      } else if (c < '0' || c > '9') {
        return -1;
      } else {
        time = time * 10 + c - '0';
      }
    }
    return time == 0 || Moment.valid(time) ? time : -1;
  }
}
