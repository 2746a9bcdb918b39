package org.vicilint.access;

import java.util.List;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Account;
import org.vicilint.model.Build;
import org.vicilint.model.Groups;

/** Walks the gates of one call in the server's order and writes down what each one sees. */
final class Explanation {
  private final Catalog catalog;
  private final Builds builds;
  private final Groups groups;
  private final Locks locks;
  private final LoginGates logins;

  Explanation(Catalog catalog, Builds builds, Groups groups, Locks locks, LoginGates logins) {
    this.catalog = catalog;
    this.builds = builds;
    this.groups = groups;
    this.locks = locks;
    this.logins = logins;
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
            locks.hold(account)));
  }

  List<Gate> gates(Account account, Function function, Operation operation) {
    Gates gates = Gates.all();
    walk(gates, account, function, operation);
    return gates.list();
  }

  List<Gate> refusing(Account account, Function function, Operation operation) {
    Gates gates = Gates.refusing();
    walk(gates, account, function, operation);
    return gates.list();
  }

  private void walk(Gates gates, Account account, Function function, Operation operation) {
    if (!function.needsLogin()) {
      return;
    }
    Build build = builds.of(function.api());
    LoginRequirement login = catalog.api(function.api()).loginAt(build);
    Requirement required = function.at(build).orElse(null);
    Requirement more = operation == null ? null : operation.at(build).orElse(null);
    if (login.shared()) {
      logins.of(gates, account, login, function.api());
    }
    if (required == null) {
      AccountGates.absent(gates, function.name(), build);
      return;
    }
    AccountGates.listScope(gates, account, required, groups);
    if (required.levelFirst()) {
      level(gates, account, login, required);
      AccountGates.allowed(gates, account, function, required);
    } else {
      AccountGates.allowed(gates, account, function, required);
      level(gates, account, login, required);
    }
    if (more != null) {
      AccountGates.demands(gates, Gate.Kind.OPERATION, account, more);
    } else if (operation != null) {
      AccountGates.absent(gates, operation.name(), build);
    }
  }

  private void level(Gates gates, Account account, LoginRequirement login, Requirement required) {
    if (!login.shared()) {
      logins.credentials(gates, Gate.Kind.LEVEL_AND_FLAGS, account, login);
    }
    AccountGates.demands(gates, Gate.Kind.LEVEL_AND_FLAGS, account, required);
  }
}
