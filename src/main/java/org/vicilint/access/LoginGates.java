package org.vicilint.access;

import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Characters;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.SystemSettings;

/** The gates of a login: user, password, and its other conditions. */
final class LoginGates {
  private final Builds builds;
  private final Groups groups;
  private final SystemSettings settings;
  private final Locks locks;

  LoginGates(Builds builds, Groups groups, SystemSettings settings, Locks locks) {
    this.builds = builds;
    this.groups = groups;
    this.settings = settings;
    this.locks = locks;
  }

  /** The gates of a login that pages share; what is set for the APIs is not asked. */
  void ofPage(Gates gates, Account account, LoginRequirement login) {
    of(gates, account, login, null);
  }

  /** The gates of a login that all calls share. */
  void of(Gates gates, Account account, LoginRequirement login, Api api) {
    credentials(gates, Gate.Kind.LOGIN, account, login);
    if (login.userLevel() > 0) {
      AccountGates.level(gates, Gate.Kind.LOGIN, account, login.userLevel());
    }
    if (login.active()) {
      AccountGates.active(gates, Gate.Kind.LOGIN, account);
    }
    if (login.lock()) {
      locks.gate(gates, account);
    }
    if (api != null) {
      addresses(gates, account, api);
    }
    AccountGates.flags(gates, Gate.Kind.LOGIN, account, login.flags());
    if (api == Api.AGENT) {
      settings
          .value(SystemSettings.AGENT_API)
          .ifPresent(value -> gates.add(ServerGates.agentApi(value)));
    }
  }

  /** User and password, which an API looks at wherever it does. */
  void credentials(Gates gates, Gate.Kind kind, Account account, LoginRequirement login) {
    boolean user = Credentials.userReaches(account, login, settings);
    if (gates.wants(user)) {
      String kept = kept(login.userCharacters(), login.minLength());
      gates.add(text(kind, "user", kept, user, account.user(), "(a login of " + kept + ")"));
    }
    boolean password = Credentials.passwordReaches(account, login, settings);
    if (gates.wants(password)) {
      String kept = kept(login.passwordCharacters(), login.minLength());
      boolean known = account.secret().known() && !account.secret().hashed();
      String actual = known ? "(not shown)" : "(not known, and taken to be fine)";
      gates.add(text(kind, "pass", kept, password, actual, "(a password of " + kept + ")"));
    }
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

  private void addresses(Gates gates, Account account, Api api) {
    if (settings.ipListsOn()
        && ServerGates.looksAtLists(api, builds)
        && !account.has(Flag.IGNORE_IP_LIST)) {
      groups
          .find(account.userGroup())
          .filter(group -> !group.anyAddress())
          .ifPresent(group -> gates.add(ServerGates.addresses(group, settings)));
    }
  }
}
