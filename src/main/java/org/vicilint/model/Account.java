package org.vicilint.model;

import java.util.Comparator;
import java.util.Objects;
import java.util.Set;

/**
 * One row of {@code vicidial_users}, with the columns that decide what the account may do. A column
 * that the source does not mention has VICIdial's default. Its fields are laid out to take little
 * room, since a large estate holds a million accounts.
 */
public final class Account {
  /** By their places; of one table that is the order of its rows. */
  public static final Comparator<Account> BY_PLACE =
      Comparator.comparing((Account a) -> a.sheet.source())
          .thenComparingInt(a -> a.line)
          .thenComparingInt(a -> a.column);

  /** Refused logins in a row from which VICIdial locks an account for 15 minutes. */
  public static final int LOCK_AFTER = 10;

  /** The columns that are no flags, and have a default that says something. */
  private static final Set<String> NAMED =
      Set.of(
          "user_level",
          "user_group",
          "active",
          "modify_leads",
          "api_allowed_functions",
          "failed_login_count",
          "last_login_date",
          "phone_login",
          "email");

  private final String user;
  private final String fullName;
  private final String userGroup;
  private final String apiAllowedFunctions;
  private final Declaration declaration;
  private final Places.Sheet sheet;
  private final int line;
  private final int column;

  /** Null where there is nothing of the kind. */
  private final Rare rare;

  private final long flags;
  private final long lastLogin;
  private final long fingerprint;
  private final int failedLoginCount;
  private final short userLevel;
  private final short secretTraits;
  private final byte modifyLeads;
  private final boolean active;
  private final boolean phoneLogin;
  private final boolean email;

  /**
   * What few accounts of a large estate have.
   *
   * @param noted the places of values; null where none has one of its own
   * @param secret null where there is no hash beside the password
   * @param cutOff see {@link Account#cutOff()}
   */
  private record Rare(Places noted, Secret secret, String cutOff) {
    static Rare of(AccountBuilder b) {
      Places noted = b.places.any() ? b.places : null;
      Secret secret = b.secret.hash() == null ? null : b.secret;
      return noted == null && secret == null && b.cutOff.isEmpty()
          ? null
          : new Rare(noted, secret, b.cutOff);
    }
  }

  Account(AccountBuilder b) {
    user = b.user;
    fullName = b.fullName;
    userGroup = b.userGroup;
    apiAllowedFunctions = b.apiAllowedFunctions;
    declaration = b.declaration;
    sheet = b.places.sheet();
    line = b.places.line();
    column = b.places.column();
    rare = Rare.of(b);
    flags = b.flags;
    lastLogin = b.lastLogin;
    fingerprint = b.secret.fingerprint();
    failedLoginCount = b.failedLoginCount;
    userLevel = (short) b.userLevel;
    secretTraits = b.secret.traits();
    modifyLeads = (byte) b.modifyLeads;
    active = b.active;
    phoneLogin = b.phoneLogin;
    email = b.email;
  }

  /** The login. */
  public String user() {
    return user;
  }

  /** The name shown on screens; may be empty. */
  public String fullName() {
    return fullName;
  }

  /** 0 to 255; VICIdial uses 1 to 9. */
  public int userLevel() {
    return userLevel;
  }

  /** The group; empty when there is none. */
  public String userGroup() {
    return userGroup;
  }

  /** Whether it may log in at all. */
  public boolean active() {
    return active;
  }

  /** The yes-or-no columns, see {@link Flag#bit()}. */
  public long flags() {
    return flags;
  }

  /** 0 to 6: what it may do with leads, not an order of power. */
  public int modifyLeads() {
    return modifyLeads;
  }

  /** The text as the column keeps it (at most 1000 characters). */
  public String apiAllowedFunctions() {
    return apiAllowedFunctions;
  }

  /** What the source says of the functions beyond that, and the column loses; mostly empty. */
  public String cutOff() {
    return rare == null ? "" : rare.cutOff;
  }

  /** Refused logins in a row. */
  public int failedLoginCount() {
    return failedLoginCount;
  }

  /** The digits of {@code YYYY-MM-DD HH:MM:SS} as one number, in the server's time zone. */
  public long lastLogin() {
    return lastLogin;
  }

  /** Whether a phone login is set. */
  public boolean phoneLogin() {
    return phoneLogin;
  }

  /** Whether an e-mail address is set. */
  public boolean email() {
    return email;
  }

  /** What is kept of the password. */
  public Secret secret() {
    return rare == null || rare.secret == null ? Secret.of(secretTraits, fingerprint) : rare.secret;
  }

  /** That of the password, without making a secret. */
  long fingerprint() {
    return fingerprint;
  }

  /** All that is kept of the password but what it equals, as bits: to tell accounts apart. */
  public int secretTraits() {
    return secretTraits;
  }

  /** What a definition says beyond the columns. */
  public Declaration declaration() {
    return declaration;
  }

  /** What its places share with those of its table. */
  public Places.Sheet sheet() {
    return sheet;
  }

  /** Where the values stand. */
  public Places places() {
    return rare == null || rare.noted == null ? new Places(sheet, line, column) : rare.noted;
  }

  /** Whether so many logins in a row were refused that the server locks it for a while. */
  public boolean mayBeLocked() {
    return failedLoginCount >= LOCK_AFTER;
  }

  /** {@code last_login_date} as the column writes it. */
  public String lastLoginDate() {
    return Digits.time(lastLogin);
  }

  /** Whether the flag is set. */
  public boolean has(Flag flag) {
    return (flags & flag.bit()) != 0;
  }

  /** The place of the column's value, or of the whole account. */
  public Place place(String column) {
    return rare == null || rare.noted == null
        ? new Place(sheet.source(), line, this.column)
        : rare.noted.of(column);
  }

  /**
   * Whether a column's value is no more than VICIdial's default, taken because the table that the
   * account came from does not have the column. In a definition what is not said is meant.
   */
  public boolean assumes(String column) {
    Set<String> given = sheet.given();
    return !given.isEmpty()
        && !given.contains(column)
        && (NAMED.contains(column) || Flag.of(column).isPresent());
  }

  /**
   * The value of a column as VICIdial writes it.
   *
   * @throws IllegalArgumentException when this record does not hold the column, or it is secret
   */
  public String value(String column) {
    return switch (column) {
      case "user" -> user;
      case "full_name" -> fullName;
      case "user_level" -> Integer.toString(userLevel);
      case "user_group" -> userGroup;
      case "active" -> active ? "Y" : "N";
      case "modify_leads" -> Integer.toString(modifyLeads);
      case "api_allowed_functions" -> apiAllowedFunctions;
      case "failed_login_count" -> Integer.toString(failedLoginCount);
      case "last_login_date" -> lastLoginDate();
      default ->
          Flag.of(column)
              .map(f -> has(f) ? "1" : "0")
              .orElseThrow(() -> new IllegalArgumentException("no such column here: " + column));
    };
  }

  /** Whether all values are the same, and stand at the same places. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Account that
        && user.equals(that.user)
        && fullName.equals(that.fullName)
        && userGroup.equals(that.userGroup)
        && apiAllowedFunctions.equals(that.apiAllowedFunctions)
        && declaration.equals(that.declaration)
        && sheet.equals(that.sheet)
        && line == that.line
        && column == that.column
        && Objects.equals(rare, that.rare)
        && flags == that.flags
        && lastLogin == that.lastLogin
        && fingerprint == that.fingerprint
        && failedLoginCount == that.failedLoginCount
        && userLevel == that.userLevel
        && secretTraits == that.secretTraits
        && modifyLeads == that.modifyLeads
        && active == that.active
        && phoneLogin == that.phoneLogin
        && email == that.email;
  }

  @Override
  public int hashCode() {
    return user.hashCode();
  }

  /** For tests and debuggers; names are not made harmless. */
  @Override
  public String toString() {
    return "Account[%s, level %d, group %s, active %s, flags %x, modify_leads %d, functions '%s', %s]"
        .formatted(
            user,
            userLevel,
            userGroup,
            active,
            flags,
            modifyLeads,
            apiAllowedFunctions,
            declaration);
  }

  /** A builder that starts from VICIdial's defaults. */
  public static AccountBuilder builder(String user) {
    return new AccountBuilder(user);
  }

  /** A builder that starts from this account. */
  public AccountBuilder with() {
    return with(user);
  }

  /** The same, for an account of another name. */
  public AccountBuilder with(String name) {
    return new AccountBuilder(name, this);
  }
}
