package org.vicilint.access;

import org.vicilint.catalog.Function;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Account;
import org.vicilint.model.Build;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;

/** The gates that look at a column of the account, each with the change that opens it. */
final class AccountGates {
  private AccountGates() {}

  /** Level, flags, modify_leads and active, as one requirement states them. */
  static void demands(Gates gates, Gate.Kind kind, Account account, Requirement required) {
    if (required.userLevel() > 0) {
      level(gates, kind, account, required.userLevel());
    }
    if (required.active()) {
      active(gates, kind, account);
    }
    flags(gates, kind, account, required.flags());
    if (required.modifyLeads() != 0) {
      modifyLeads(gates, kind, account, required.modifyLeads());
    }
  }

  static void level(Gates gates, Gate.Kind kind, Account account, int level) {
    boolean passed = account.userLevel() >= level;
    if (gates.wants(passed)) {
      String actual = Integer.toString(account.userLevel());
      gates.add(
          new Gate(
              kind,
              "user_level",
              "at least " + level,
              actual,
              passed,
              passed ? null : new Change("user_level", actual, Integer.toString(level))));
    }
  }

  static void active(Gates gates, Gate.Kind kind, Account account) {
    gates.add(
        new Gate(
            kind,
            "active",
            "Y",
            account.value("active"),
            account.active(),
            account.active() ? null : new Change("active", "N", "Y")));
  }

  static void flags(Gates gates, Gate.Kind kind, Account account, long required) {
    for (long left = required; left != 0; left &= left - 1) {
      Flag flag = Flag.ofBit(Long.numberOfTrailingZeros(left));
      boolean passed = account.has(flag);
      if (gates.wants(passed)) {
        gates.add(
            new Gate(
                kind,
                flag.column(),
                "1",
                passed ? "1" : "0",
                passed,
                passed ? null : new Change(flag.column(), "0", "1")));
      }
    }
  }

  private static void modifyLeads(Gates gates, Gate.Kind kind, Account account, int accepted) {
    boolean passed = (accepted >> account.modifyLeads() & 1) != 0;
    if (gates.wants(passed)) {
      String actual = Integer.toString(account.modifyLeads());
      String least = Integer.toString(ModifyLeads.least(accepted));
      gates.add(
          new Gate(
              kind,
              "modify_leads",
              "one of " + ModifyLeads.list(accepted),
              actual,
              passed,
              passed ? null : new Change("modify_leads", actual, least)));
    }
  }

  static void listScope(Gates gates, Account account, Requirement required, Groups groups) {
    if (!required.listScope() || !account.has(Flag.API_LIST_RESTRICT)) {
      return;
    }
    boolean exists = groups.exists(account.userGroup());
    String shown = account.userGroup().isEmpty() ? "(none)" : account.userGroup();
    gates.add(
        new Gate(
            Gate.Kind.LIST_SCOPE,
            "user_group",
            "an existing group, since api_list_restrict is 1",
            groups.known() || !exists ? shown : shown + " (taken to exist: no groups were given)",
            exists,
            exists ? null : new Change("user_group", shown, "(an existing group)")));
  }

  static void allowed(Gates gates, Account account, Function function, Requirement required) {
    String text = account.apiAllowedFunctions();
    boolean passed = FunctionList.grants(text, function.name());
    if (required.allowedFunctions() && gates.wants(passed)) {
      gates.add(
          new Gate(
              Gate.Kind.ALLOWED_FUNCTION,
              "api_allowed_functions",
              "' " + function.name() + " ' with a blank on both sides, or ALL_FUNCTIONS",
              "'" + text + "'",
              passed,
              passed ? null : new Change("api_allowed_functions", text, plus(text, function))));
    }
  }

  private static String plus(String text, Function function) {
    String to = FunctionList.plus(text, function.name());
    return to.length() > FunctionList.COLUMN_LENGTH
        ? "(a list with " + function.name() + " that is not longer than the column keeps)"
        : to;
  }

  /** Refuses a call of a function that the build does not have. */
  static void absent(Gates gates, String name, Build build) {
    gates.add(
        new Gate(
            Gate.Kind.FUNCTION,
            name,
            "known to the build",
            build + " does not have it",
            false,
            null));
  }
}
