package org.vicilint.access;

import org.vicilint.catalog.Api;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.SystemSettings;

/** Works out, once, what the decisions on an account need. */
final class Preparation {
  private static final Api[] APIS = Api.values();

  private final LoginRequirement[] logins;
  private final FunctionTable functions;
  private final Groups groups;
  private final SystemSettings settings;
  private final Locks locks;
  private final LoginGates gates;

  /**
   * @param logins how each API lets accounts in
   */
  Preparation(
      LoginRequirement[] logins,
      FunctionTable functions,
      Groups groups,
      SystemSettings settings,
      Locks locks,
      LoginGates gates) {
    this.logins = logins;
    this.functions = functions;
    this.groups = groups;
    this.settings = settings;
    this.locks = locks;
    this.gates = gates;
  }

  Subject of(Account account) {
    boolean[] credentials = new boolean[logins.length];
    boolean[] userReaches = new boolean[logins.length];
    boolean[] passwordReaches = new boolean[logins.length];
    boolean[] loggedIn = new boolean[logins.length];
    boolean locked = locks.hold(account);
    boolean[] shut = new boolean[logins.length];
    boolean[] ipShut = new boolean[logins.length];
    for (int i = 0; i < logins.length; i++) {
      LoginRequirement login = logins[i];
      userReaches[i] = Credentials.userReaches(account, login, settings);
      passwordReaches[i] = Credentials.passwordReaches(account, login, settings);
      credentials[i] = userReaches[i] && passwordReaches[i];
      shut[i] = APIS[i] == Api.AGENT && settings.agentApiOff();
      ipShut[i] = gates.keptOut(account, APIS[i]);
      loggedIn[i] =
          !login.shared()
              || (credentials[i]
                  && account.userLevel() >= login.userLevel()
                  && (account.active() || !login.active())
                  && (account.flags() & login.flags()) == login.flags()
                  && !(login.lock() && locked)
                  && !shut[i]
                  && !ipShut[i]);
    }
    return new Subject(
        PageSubject.of(account, locked),
        loggedIn,
        credentials,
        userReaches,
        passwordReaches,
        shut,
        ipShut,
        account.has(Flag.API_LIST_RESTRICT) && !groups.exists(account.userGroup()),
        functions.granted(account.apiAllowedFunctions()));
  }
}
