package org.vicilint.model;

import java.util.Set;

/**
 * One row of {@code vicidial_users}, with the columns that decide what the account may do. A column
 * that the source does not mention has VICIdial's default.
 *
 * @param user the login
 * @param fullName the name shown on screens; may be empty
 * @param userLevel 0 to 255; VICIdial uses 1 to 9
 * @param userGroup the group; empty when there is none
 * @param active whether it may log in at all
 * @param flags the yes-or-no columns, see {@link Flag#bit()}
 * @param modifyLeads 0 to 6: what it may do with leads, not an order of power
 * @param apiAllowedFunctions the text as the column keeps it (at most 1000 characters)
 * @param cutOff what the source says of it beyond that, and the column loses; mostly empty
 * @param failedLoginCount refused logins in a row
 * @param lastLogin the digits of {@code YYYY-MM-DD HH:MM:SS} as one number, in the server's time
 *     zone: a text for each of a million accounts would take more room than the rest of them
 * @param phoneLogin whether a phone login is set
 * @param email whether an e-mail address is set
 * @param secret what is kept of the password
 * @param declaration what a definition says beyond the columns
 * @param places where the values stand
 */
public record Account(
    String user,
    String fullName,
    int userLevel,
    String userGroup,
    boolean active,
    long flags,
    int modifyLeads,
    String apiAllowedFunctions,
    String cutOff,
    int failedLoginCount,
    long lastLogin,
    boolean phoneLogin,
    boolean email,
    Secret secret,
    Declaration declaration,
    Places places) {
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
    return places.of(column);
  }

  /**
   * Whether a column's value is no more than VICIdial's default, taken because the table that the
   * account came from does not have the column. In a definition what is not said is meant.
   */
  public boolean assumes(String column) {
    Set<String> given = places.sheet().given();
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

  /** A builder that starts from VICIdial's defaults. */
  public static Builder builder(String user) {
    return new Builder(user);
  }

  /** A builder that starts from this account. */
  public Builder with() {
    return with(user);
  }

  /** The same, for an account of another name. */
  public Builder with(String name) {
    Builder b = new Builder(name);
    b.fullName = fullName;
    b.userLevel = userLevel;
    b.userGroup = userGroup;
    b.active = active;
    b.flags = flags;
    b.modifyLeads = modifyLeads;
    b.apiAllowedFunctions = apiAllowedFunctions;
    b.cutOff = cutOff;
    b.failedLoginCount = failedLoginCount;
    b.lastLogin = lastLogin;
    b.phoneLogin = phoneLogin;
    b.email = email;
    b.secret = secret;
    b.declaration = declaration;
    b.places = places;
    return b;
  }

  /** Collects the values of an account. Not safe for several threads. */
  public static final class Builder {
    /** What VICIdial writes for a new account: everything. */
    public static final String ALL_FUNCTIONS = " ALL_FUNCTIONS ";

    private final String user;
    private String fullName = "";
    private int userLevel = 1;
    private String userGroup = "";
    private boolean active = true;
    private long flags = Flag.defaults();
    private int modifyLeads;
    private String apiAllowedFunctions = ALL_FUNCTIONS;
    private String cutOff = "";
    private int failedLoginCount;
    private long lastLogin = 2001_01_01_00_00_01L;
    private boolean phoneLogin;
    private boolean email;
    private Secret secret = Secret.UNKNOWN;
    private Declaration declaration = Declaration.NONE;
    private Places places = new Places(Place.of(""));

    private Builder(String user) {
      this.user = user;
    }

    /**
     * Sets a column from VICIdial's own text for it. The text must be one that the column can hold.
     *
     * @return whether the account keeps this column at all
     */
    public boolean set(String column, String text) {
      switch (column) {
        case "full_name" -> fullName = text;
        case "user_level" -> userLevel = Integer.parseInt(text);
        case "user_group" -> userGroup = text.intern();
        case "active" -> active = text.equals("Y");
        case "modify_leads" -> modifyLeads = Integer.parseInt(text);
        case "api_allowed_functions" -> apiAllowedFunctions = text.intern();
        case "failed_login_count" -> failedLoginCount = Integer.parseInt(text);
        case "last_login_date" -> lastLogin = Digits.of(text);
        case "phone_login" -> phoneLogin = !text.isEmpty();
        case "email" -> email = !text.isEmpty();
        default -> {
          Flag flag = Flag.of(column).orElse(null);
          if (flag == null) {
            return false;
          }
          flags = text.equals("1") ? flags | flag.bit() : flags & ~flag.bit();
        }
      }
      return true;
    }

    public Builder secret(Secret value) {
      secret = value;
      return this;
    }

    /** What the source says of api_allowed_functions beyond what the column keeps. */
    public Builder cutOff(String value) {
      cutOff = value;
      return this;
    }

    public Builder declaration(Declaration value) {
      declaration = value;
      return this;
    }

    public Builder places(Places value) {
      places = value;
      return this;
    }

    /** Sets a column; for callers that know it to be one that an account keeps. */
    public Builder column(String column, String text) {
      if (!set(column, text)) {
        throw new IllegalArgumentException("no such column here: " + column);
      }
      return this;
    }

    public Account build() {
      return new Account(
          user,
          fullName,
          userLevel,
          userGroup,
          active,
          flags,
          modifyLeads,
          apiAllowedFunctions,
          cutOff,
          failedLoginCount,
          lastLogin,
          phoneLogin,
          email,
          secret,
          declaration,
          places);
    }
  }
}
