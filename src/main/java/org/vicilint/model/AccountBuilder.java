package org.vicilint.model;

/** Collects the values of an account. Not safe for several threads. */
public final class AccountBuilder {
  /** Functions that VICIdial writes for a new account: all. */
  public static final String ALL_FUNCTIONS = " ALL_FUNCTIONS ";

  /** Nobody notes a place there. */
  private static final Places NOWHERE = new Places(SourceLocation.of(""));

  final String user;
  String fullName = "";
  int userLevel = 1;
  String userGroup = "";
  boolean active = true;
  long flags = Flag.defaults();
  int modifyLeads;
  String apiAllowedFunctions = ALL_FUNCTIONS;
  String cutOff = "";
  int failedLoginCount;
  long lastLogin = 2001_01_01_00_00_01L;
  boolean phoneLogin;
  boolean email;
  Secret secret = Secret.UNKNOWN;
  Declaration declaration = Declaration.NONE;
  Places places = NOWHERE;

  AccountBuilder(String user) {
    this.user = user;
  }

  /** Starts from an account, under another name or its own. */
  AccountBuilder(String user, Account from) {
    this.user = user;
    fullName = from.fullName();
    userLevel = from.userLevel();
    userGroup = from.userGroup();
    active = from.active();
    flags = from.flags();
    modifyLeads = from.modifyLeads();
    apiAllowedFunctions = from.apiAllowedFunctions();
    cutOff = from.cutOff();
    failedLoginCount = from.failedLoginCount();
    lastLogin = from.lastLogin();
    phoneLogin = from.phoneLogin();
    email = from.email();
    secret = from.secret();
    declaration = from.declaration();
    places = from.places();
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
      case "user_group" -> userGroup = text;
      case "active" -> active = text.equals("Y");
      case "modify_leads" -> modifyLeads = Integer.parseInt(text);
      case "api_allowed_functions" -> apiAllowedFunctions = text;
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

  public AccountBuilder secret(Secret value) {
    secret = value;
    return this;
  }

  /** Sets the part of api_allowed_functions that the column cuts off. */
  public AccountBuilder cutOff(String value) {
    cutOff = value;
    return this;
  }

  public AccountBuilder declaration(Declaration value) {
    declaration = value;
    return this;
  }

  public AccountBuilder places(Places value) {
    places = value;
    return this;
  }

  /** Sets a column; for callers that know it to be one that an account keeps. */
  public AccountBuilder column(String column, String text) {
    if (!set(column, text)) {
      throw new IllegalArgumentException("no such column here: " + column);
    }
    return this;
  }

  public Account build() {
    return new Account(this);
  }
}
