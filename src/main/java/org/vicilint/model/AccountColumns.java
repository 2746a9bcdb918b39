package org.vicilint.model;

import java.util.Set;

/** An account's values by the names of their columns. */
final class AccountColumns {
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

  private AccountColumns() {}

  /** See {@link Account#assumes}. */
  static boolean assumed(Account account, String column) {
    Set<String> given = account.sheet().given();
    return !given.isEmpty()
        && !given.contains(column)
        && (NAMED.contains(column) || Flag.of(column).isPresent());
  }

  /** See {@link Account#value}. */
  static String value(Account account, String column) {
    return switch (column) {
      case "user" -> account.user();
      case "full_name" -> account.fullName();
      case "user_level" -> Integer.toString(account.userLevel());
      case "user_group" -> account.userGroup();
      case "active" -> account.active() ? "Y" : "N";
      case "modify_leads" -> Integer.toString(account.modifyLeads());
      case "api_allowed_functions" -> account.apiAllowedFunctions();
      case "failed_login_count" -> Integer.toString(account.failedLoginCount());
      case "last_login_date" -> account.lastLoginDate();
      default ->
          Flag.of(column)
              .map(f -> account.has(f) ? "1" : "0")
              .orElseThrow(() -> new IllegalArgumentException("no such column here: " + column));
    };
  }
}
