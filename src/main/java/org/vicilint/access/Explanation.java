package org.vicilint.access;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Login;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Account;
import org.vicilint.model.Build;
import org.vicilint.model.Change;
import org.vicilint.model.Characters;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.SystemSettings;

/** Walks the gates of one call in the server's order and writes down what each one sees. */
final class Explanation {
  private static final int LOCK_MINUTES = 15;
  private static final DateTimeFormatter SERVER_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final Catalog catalog;
  private final Builds builds;
  private final Groups groups;
  private final SystemSettings settings;
  private final LocalDateTime at;

  Explanation(
      Catalog catalog, Builds builds, Groups groups, SystemSettings settings, LocalDateTime at) {
    this.catalog = catalog;
    this.builds = builds;
    this.groups = groups;
    this.settings = settings;
    this.at = at;
  }

  Decision of(Account account, Function function, Operation operation) {
    List<Gate> gates = gates(account, function, operation);
    if (!function.needsLogin()) {
      return new Decision(account, function, operation, gates, "");
    }
    Build build = builds.of(function.api());
    return new Decision(
        account,
        function,
        operation,
        gates,
        Answer.of(
            catalog,
            account,
            function,
            catalog.api(function.api()).loginAt(build),
            function.at(build).orElse(null),
            operation == null ? null : operation.at(build).orElse(null),
            gates,
            locked(account)));
  }

  List<Gate> gates(Account account, Function function, Operation operation) {
    List<Gate> gates = new ArrayList<>();
    if (!function.needsLogin()) {
      return gates;
    }
    Build build = builds.of(function.api());
    Login login = catalog.api(function.api()).loginAt(build);
    Requirement required = function.at(build).orElse(null);
    Requirement more = operation == null ? null : operation.at(build).orElse(null);
    if (login.shared()) {
      login(gates, account, login, function.api());
    }
    if (required == null) {
      gates.add(absent(function.name(), build));
    } else {
      listScope(gates, account, required);
      if (required.levelFirst()) {
        level(gates, account, login, required);
        allowed(gates, account, function, required);
      } else {
        allowed(gates, account, function, required);
        level(gates, account, login, required);
      }
      if (more != null) {
        demands(gates, Gate.Kind.OPERATION, account, more);
      } else if (operation != null) {
        gates.add(absent(operation.name(), build));
      }
    }
    return gates;
  }

  /** Whether ten logins in a row were refused, the last one within the last 15 minutes. */
  boolean locked(Account account) {
    if (!account.mayBeLocked() || at == null) {
      return false;
    }
    try {
      LocalDateTime last = LocalDateTime.parse(account.lastLoginDate(), SERVER_TIME);
      return !last.isBefore(at.minusMinutes(LOCK_MINUTES));
    } catch (DateTimeParseException e) {
      return false; // VICIdial's zero date: long ago
    }
  }

  /** The gates of a login that pages share; what is set for the APIs is not asked. */
  void login(List<Gate> gates, Account account, Login login) {
    login(gates, account, login, null);
  }

  /** The gates of a login that all calls share. */
  private void login(List<Gate> gates, Account account, Login login, Api api) {
    credentials(gates, Gate.Kind.LOGIN, account, login);
    if (login.userLevel() > 0) {
      gates.add(atLeast(Gate.Kind.LOGIN, account, login.userLevel()));
    }
    if (login.active()) {
      gates.add(active(Gate.Kind.LOGIN, account));
    }
    if (login.lock()) {
      gates.add(lock(account));
    }
    if (api != null) {
      addresses(gates, account, api);
    }
    flags(gates, Gate.Kind.LOGIN, account, login.flags());
    if (api == Api.AGENT) {
      settings
          .value(SystemSettings.AGENT_API)
          .ifPresent(value -> gates.add(ServerGates.agentApi(value)));
    }
  }

  private void credentials(List<Gate> gates, Gate.Kind kind, Account account, Login login) {
    gates.add(
        text(
            kind,
            "user",
            kept(login.userCharacters(), login.minLength()),
            Credentials.userReaches(account, login, settings),
            account.user(),
            "(a login of " + kept(login.userCharacters(), login.minLength()) + ")"));
    boolean known = account.secret().known() && !account.secret().hashed();
    gates.add(
        text(
            kind,
            "pass",
            kept(login.passwordCharacters(), login.minLength()),
            Credentials.passwordReaches(account, login, settings),
            known ? "(not shown)" : "(not known, and taken to be fine)",
            "(a password of " + kept(login.passwordCharacters(), login.minLength()) + ")"));
  }

  private static String kept(Characters characters, int minLength) {
    String most = "only " + characters.set();
    return minLength > 0 ? most + ", at least " + minLength + " characters" : most;
  }

  private static Gate text(
      Gate.Kind kind, String column, String required, boolean passed, String actual, String to) {
    return new Gate(
        kind, column, required, actual, passed, passed ? null : new Change(column, actual, to));
  }

  /** Whether the IP list of the account's group lets nobody in. */
  boolean keptOut(Account account, Api api) {
    return ServerGates.looksAtLists(api, builds)
        && !account.has(Flag.IGNORE_IP_LIST)
        && groups.find(account.userGroup()).filter(settings::shuts).isPresent();
  }

  private void addresses(List<Gate> gates, Account account, Api api) {
    if (settings.ipListsOn()
        && ServerGates.looksAtLists(api, builds)
        && !account.has(Flag.IGNORE_IP_LIST)) {
      groups
          .find(account.userGroup())
          .filter(group -> !group.anyAddress())
          .ifPresent(group -> gates.add(ServerGates.addresses(group, settings)));
    }
  }

  private Gate lock(Account account) {
    boolean passed = !locked(account);
    String count = Integer.toString(account.failedLoginCount());
    String judged = at == null ? " (not judged: the time on the server is not known)" : "";
    String actual =
        account.mayBeLocked()
            ? count + ", last_login_date " + account.lastLoginDate() + judged
            : count;
    return new Gate(
        Gate.Kind.LOGIN,
        "failed_login_count",
        "under "
            + Account.LOCK_AFTER
            + ", or last_login_date over "
            + LOCK_MINUTES
            + " minutes old",
        actual,
        passed,
        passed ? null : new Change("failed_login_count", count, "0"));
  }

  private void listScope(List<Gate> gates, Account account, Requirement required) {
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

  private static void allowed(
      List<Gate> gates, Account account, Function function, Requirement required) {
    if (!required.allowedFunctions()) {
      return;
    }
    String text = account.apiAllowedFunctions();
    boolean passed = FunctionList.grants(text, function.name());
    gates.add(
        new Gate(
            Gate.Kind.ALLOWED_FUNCTION,
            "api_allowed_functions",
            "' " + function.name() + " ' with a blank on both sides, or ALL_FUNCTIONS",
            quoted(text),
            passed,
            passed ? null : new Change("api_allowed_functions", text, plus(text, function))));
  }

  private static String plus(String text, Function function) {
    String to = FunctionList.plus(text, function.name());
    return to.length() > FunctionList.COLUMN_LENGTH
        ? "(a list with " + function.name() + " that is not longer than the column keeps)"
        : to;
  }

  private void level(List<Gate> gates, Account account, Login login, Requirement required) {
    if (!login.shared()) {
      credentials(gates, Gate.Kind.LEVEL_AND_FLAGS, account, login);
    }
    demands(gates, Gate.Kind.LEVEL_AND_FLAGS, account, required);
  }

  /** Level, flags, modify_leads and active, as one requirement states them. */
  static void demands(List<Gate> gates, Gate.Kind kind, Account account, Requirement required) {
    if (required.userLevel() > 0) {
      gates.add(atLeast(kind, account, required.userLevel()));
    }
    if (required.active()) {
      gates.add(active(kind, account));
    }
    flags(gates, kind, account, required.flags());
    if (required.modifyLeads() != 0) {
      boolean passed = (required.modifyLeads() >> account.modifyLeads() & 1) != 0;
      String actual = Integer.toString(account.modifyLeads());
      gates.add(
          new Gate(
              kind,
              "modify_leads",
              "one of " + ModifyLeads.list(required.modifyLeads()),
              actual,
              passed,
              passed
                  ? null
                  : new Change(
                      "modify_leads",
                      actual,
                      Integer.toString(ModifyLeads.least(required.modifyLeads())))));
    }
  }

  private static void flags(List<Gate> gates, Gate.Kind kind, Account account, long required) {
    for (Flag flag : Flag.values()) {
      if ((required & flag.bit()) != 0) {
        boolean passed = account.has(flag);
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

  private static Gate atLeast(Gate.Kind kind, Account account, int level) {
    boolean passed = account.userLevel() >= level;
    String actual = Integer.toString(account.userLevel());
    return new Gate(
        kind,
        "user_level",
        "at least " + level,
        actual,
        passed,
        passed ? null : new Change("user_level", actual, Integer.toString(level)));
  }

  private static Gate active(Gate.Kind kind, Account account) {
    return new Gate(
        kind,
        "active",
        "Y",
        account.value("active"),
        account.active(),
        account.active() ? null : new Change("active", "N", "Y"));
  }

  private static Gate absent(String name, Build build) {
    return new Gate(
        Gate.Kind.FUNCTION, name, "known to the build", build + " does not have it", false, null);
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
