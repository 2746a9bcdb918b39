package org.vicilint.model;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Comparator;
import java.util.Objects;

/**
 * One row of {@code vicidial_users}, with the columns that decide what the account may do. A column
 * that the source does not mention has VICIdial's default. Its fields are laid out to take little
 * room, since a large estate holds a million accounts.
 */
public final class Account {
  /** Value of {@code last_login_date} when the source's value could not be read: no time at all. */
  public static final String UNREADABLE_TIME = "9999-99-99 99:99:99";

  /** Order by place; within one table that is the order of its rows. */
  public static final Comparator<Account> BY_PLACE =
      Comparator.comparing((Account a) -> a.sheet().source())
          .thenComparingInt(Account::line)
          .thenComparingInt(Account::column);

  /** Order by login, as texts compare. */
  public static final Comparator<Account> BY_LOGIN = Account::compareLogin;

  /** Refused logins in a row from which VICIdial locks an account for 15 minutes. */
  public static final int LOCK_AFTER = 10;

  /** The login, see {@link Login}; of one that does not fit only 0. */
  private final long head;

  private final long tail;
  private final String fullName;
  private final SharedColumns common;
  private final Places.ChunkOffset stretch;
  private final int line;

  /** Null where there is nothing of the kind. */
  private final RareColumns rare;

  /** The last login, and in the lowest bits the traits of the secret. */
  private final long lastLoginAndTraits;

  private final long fingerprint;

  Account(AccountBuilder b) {
    rare = RareColumns.of(b);
    byte[] ascii = Login.bytes(b.user);
    head = Login.part(ascii, 0, ascii.length);
    tail = Login.part(ascii, Long.BYTES, ascii.length);
    fullName = b.fullName;
    common = SharedColumns.of(b);
    stretch = b.places.stretch();
    line = b.places.lineOfStretch();
    lastLoginAndTraits = packed(b.lastLogin, b.secret);
    fingerprint = b.secret.fingerprint();
  }

  private Account(
      Account like,
      byte[] bytes,
      int from,
      int to,
      String fullName,
      long lastLogin,
      Secret secret,
      Places.ChunkOffset stretch,
      int line) {
    boolean fits = Login.fits(to - from);
    head = fits ? Login.part(bytes, from, to) : 0;
    tail = fits ? Login.part(bytes, from + Long.BYTES, to) : 0;
    this.fullName = fullName;
    common = like.common;
    this.stretch = stretch;
    this.line = line;
    rare = RareColumns.of(fits ? null : new String(bytes, from, to - from, US_ASCII), secret);
    lastLoginAndTraits = packed(lastLogin, secret);
    fingerprint = secret.fingerprint();
  }

  private static long packed(long lastLogin, Secret secret) {
    return lastLogin << Short.SIZE | secret.traits();
  }

  /** The login. */
  public String user() {
    return rare != null && rare.user() != null ? rare.user() : Login.text(head, tail);
  }

  /** The name shown on screens; may be empty. */
  public String fullName() {
    return fullName;
  }

  /** 0 to 255; VICIdial uses 1 to 9. */
  public int userLevel() {
    return common.userLevel();
  }

  /** The group; empty when there is none. */
  public String userGroup() {
    return common.userGroup();
  }

  /** Whether it may log in at all. */
  public boolean active() {
    return common.active();
  }

  /** The yes-or-no columns, see {@link Flag#bit()}. */
  public long flags() {
    return common.flags();
  }

  /** 0 to 6: what it may do with leads, not an order of power. */
  public int modifyLeads() {
    return common.modifyLeads();
  }

  /** The text as the column keeps it (at most 1000 characters). */
  public String apiAllowedFunctions() {
    return common.apiAllowedFunctions();
  }

  /** Text of the functions that the source gives and the column cuts off; mostly empty. */
  public String cutOff() {
    return common.cutOff();
  }

  /** Refused logins in a row. */
  public int failedLoginCount() {
    return common.failedLoginCount();
  }

  /** The digits of {@code YYYY-MM-DD HH:MM:SS} as one number, in the server's time zone. */
  public long lastLogin() {
    return lastLoginAndTraits >> Short.SIZE;
  }

  /** Whether a phone login is set. */
  public boolean phoneLogin() {
    return common.phoneLogin();
  }

  /** Whether an e-mail address is set. */
  public boolean email() {
    return common.email();
  }

  /** Returns the traits kept of the password. */
  public Secret secret() {
    return rare == null || rare.secret() == null
        ? Secret.of((short) lastLoginAndTraits, fingerprint)
        : rare.secret();
  }

  /** Whether the source gave a hash and no password. */
  public boolean onlyHashed() {
    return Secret.hashed(secretTraits());
  }

  /** Returns the fingerprint of the password, without making a secret. */
  long fingerprint() {
    return fingerprint;
  }

  /**
   * Returns all traits kept of the password but its fingerprint, as bits, to distinguish accounts.
   */
  public int secretTraits() {
    return (short) lastLoginAndTraits;
  }

  /** Returns what the definition declares beyond VICIdial's columns. */
  public Declaration declaration() {
    return common.declaration();
  }

  /** Returns the part of the places that all records of the table share. */
  public Places.TableSource sheet() {
    return stretch.sheet();
  }

  /** Returns the places of the values. */
  public Places places() {
    return rare == null || rare.noted() == null
        ? new Places(stretch, line, column())
        : rare.noted();
  }

  /** Whether the number of refused logins in a row makes the server lock it for a while. */
  public boolean mayBeLocked() {
    return failedLoginCount() >= LOCK_AFTER;
  }

  /** {@code last_login_date} as the column writes it. */
  public String lastLoginDate() {
    return Digits.time(lastLogin());
  }

  /** Whether the flag is set. */
  public boolean has(Flag flag) {
    return (flags() & flag.bit()) != 0;
  }

  /** The place of the column's value, or of the whole account. */
  public SourceLocation place(String column) {
    return rare == null || rare.noted() == null
        ? new SourceLocation(sheet().source(), line(), column())
        : rare.noted().of(column);
  }

  private int line() {
    return stretch.before() + line;
  }

  /** Column of its line in which the record begins. */
  private int column() {
    return rare == null ? RareColumns.USUAL_COLUMN : rare.column();
  }

  /**
   * Whether a column's value is no more than VICIdial's default, taken because the table that the
   * account came from does not have the column. In a definition what is not said is meant.
   */
  public boolean assumes(String column) {
    return AccountColumns.assumed(this, column);
  }

  /**
   * The value of a column as VICIdial writes it.
   *
   * @throws IllegalArgumentException when this record does not hold the column, or it is secret
   */
  public String value(String column) {
    return AccountColumns.value(this, column);
  }

  /** Whether all values are the same, and stand at the same places. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Account that
        && head == that.head
        && tail == that.tail
        && fullName.equals(that.fullName)
        && common.equals(that.common)
        && sheet().equals(that.sheet())
        && line() == that.line()
        && Objects.equals(rare, that.rare)
        && lastLoginAndTraits == that.lastLoginAndTraits
        && fingerprint == that.fingerprint;
  }

  @Override
  public int hashCode() {
    return user().hashCode();
  }

  /** For tests and debuggers; names are not made harmless. */
  @Override
  public String toString() {
    return "Account[%s, %s]".formatted(user(), common);
  }

  private int compareLogin(Account other) {
    boolean texts = rare != null && rare.user() != null;
    if (texts || (other.rare != null && other.rare.user() != null)) {
      return user().compareTo(other.user());
    }
    return head == other.head ? Long.compare(tail, other.tail) : Long.compare(head, other.head);
  }

  /** Returns the length of the login in characters. */
  public int loginLength() {
    return rare == null || rare.user() == null ? Login.length(head, tail) : rare.user().length();
  }

  /** The smallest alphabet for the login. */
  public Characters loginCharacters() {
    return rare == null || rare.user() == null
        ? Characters.of(head, tail)
        : Characters.of(rare.user());
  }

  /** Returns the columns that accounts of a table share as one object. */
  SharedColumns common() {
    return common;
  }

  /** Whether nothing in its login may be the same as something else, see {@link Groups#key}. */
  public boolean plainLogin() {
    return rare == null || rare.user() == null
        ? Login.plain(head, tail)
        : Groups.key(rare.user()).equals(rare.user());
  }

  /**
   * An account of the same table that differs in nothing but what is given here. The login is of
   * ASCII without NUL.
   *
   * @param bytes hold the login
   * @param from where it begins
   * @param to where it ends
   * @param seen the last login, see {@link #lastLogin()}
   */
  public Account another(
      byte[] bytes,
      int from,
      int to,
      String name,
      long seen,
      Secret secret,
      Places.ChunkOffset part,
      int lineOfPart) {
    return new Account(this, bytes, from, to, name, seen, secret, part, lineOfPart);
  }

  /** A builder that starts from VICIdial's defaults. */
  public static AccountBuilder builder(String user) {
    return new AccountBuilder(user);
  }

  /** A builder that starts from this account. */
  public AccountBuilder with() {
    return with(user());
  }

  /** Returns a builder of an account with the same values and another name. */
  public AccountBuilder with(String name) {
    return new AccountBuilder(name, this);
  }
}
