package org.vicilint.access;

import java.util.Set;
import java.util.TreeSet;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Flag;

/**
 * Everything that refuses one call, as bits, and not only the gate that answers first: equal when
 * the same columns fail at the same gates. {@link AccessEvaluator#explain} says it in words.
 *
 * @param columns the columns that fail, but for flags
 * @param loginFlags the flags that the login misses
 * @param flags the flags that the function misses
 * @param operationFlags the flags that the operation misses
 */
public record Refusals(int columns, long loginFlags, long flags, long operationFlags) {
  private static final int LOGIN_USER = 1;
  private static final int LOGIN_PASSWORD = 1 << 1;
  private static final int LOGIN_LEVEL = 1 << 2;
  private static final int LOGIN_ACTIVE = 1 << 3;
  private static final int LOCK = 1 << 4;
  private static final int GROUP = 1 << 5;
  private static final int ALLOWED = 1 << 6;
  private static final int FUNCTION_USER = 1 << 7;
  private static final int FUNCTION_PASSWORD = 1 << 8;

  /** Level, active and modify_leads of the function; those of the operation are behind them. */
  private static final int FUNCTION = 9;

  private static final int OPERATION = 12;
  private static final int NO_OPERATION = 1 << 15;
  private static final int SWITCHED_OFF = 1 << 16;
  private static final int KEPT_OUT = 1 << 17;

  private static final int CREDENTIALS =
      LOGIN_USER | LOGIN_PASSWORD | FUNCTION_USER | FUNCTION_PASSWORD;

  /**
   * Collects them.
   *
   * @param operation what the operation demands; null for the plain function
   */
  static Refusals of(
      Subject subject,
      int api,
      LoginRequirement login,
      Requirement required,
      Requirement operation,
      boolean granted) {
    int columns = login.shared() ? login(subject, api, login) : function(subject, api);
    columns |= required.listScope() && subject.noGroup ? GROUP : 0;
    columns |= required.allowedFunctions() && !granted ? ALLOWED : 0;
    columns |= demands(subject, required) << FUNCTION;
    columns |= operation == null ? 0 : demands(subject, operation) << OPERATION;
    return new Refusals(
        columns,
        login.shared() ? login.flags() & ~subject.flags : 0,
        required.flags() & ~subject.flags,
        operation == null ? 0 : operation.flags() & ~subject.flags);
  }

  /** Returns a copy without the refusals of an operation that the build does not know. */
  Refusals withoutOperation() {
    return new Refusals(columns | NO_OPERATION, loginFlags, flags, operationFlags);
  }

  private static int login(Subject subject, int api, LoginRequirement login) {
    int columns = subject.userReaches[api] ? 0 : LOGIN_USER;
    columns |= subject.passwordReaches[api] ? 0 : LOGIN_PASSWORD;
    columns |= subject.level < login.userLevel() ? LOGIN_LEVEL : 0;
    columns |= login.active() && !subject.active ? LOGIN_ACTIVE : 0;
    columns |= subject.switchedOff[api] ? SWITCHED_OFF : 0;
    columns |= subject.keptOut[api] ? KEPT_OUT : 0;
    return columns | (login.lock() && subject.locked ? LOCK : 0);
  }

  private static int function(Subject subject, int api) {
    int columns = subject.userReaches[api] ? 0 : FUNCTION_USER;
    return columns | (subject.passwordReaches[api] ? 0 : FUNCTION_PASSWORD);
  }

  private static int demands(Subject subject, Requirement required) {
    int columns = subject.level < required.userLevel() ? 1 : 0;
    columns |= required.active() && !subject.active ? 1 << 1 : 0;
    boolean leads =
        required.modifyLeads() == 0 || (required.modifyLeads() >> subject.modifyLeads & 1) != 0;
    return columns | (leads ? 0 : 1 << 2);
  }

  /** Returns the refusals that the other set does not contain. */
  public Refusals without(Refusals other) {
    return new Refusals(
        columns & ~other.columns,
        loginFlags & ~other.loginFlags,
        flags & ~other.flags,
        operationFlags & ~other.operationFlags);
  }

  /** VICIdial's names of the account's columns that fail. */
  public Set<String> accountColumns() {
    Set<String> names = new TreeSet<>();
    add(names, "user", LOGIN_USER | FUNCTION_USER);
    add(names, "pass", LOGIN_PASSWORD | FUNCTION_PASSWORD);
    add(names, "user_level", LOGIN_LEVEL | demand(0));
    add(names, "active", LOGIN_ACTIVE | demand(1));
    add(names, "modify_leads", demand(2));
    add(names, "failed_login_count", LOCK);
    add(names, "user_group", GROUP | KEPT_OUT);
    add(names, "api_allowed_functions", ALLOWED);
    for (long left = loginFlags | flags | operationFlags; left != 0; left &= left - 1) {
      names.add(Flag.ofBit(Long.numberOfTrailingZeros(left)).column());
    }
    return names;
  }

  /** Returns the bits of a demand, counted as in {@code demands}, of function and operation. */
  private static int demand(int which) {
    return (1 << FUNCTION | 1 << OPERATION) << which;
  }

  private void add(Set<String> names, String name, int bits) {
    if ((columns & bits) != 0) {
      names.add(name);
    }
  }

  /** Whether nothing refuses the call. */
  public boolean none() {
    return columns == 0 && loginFlags == 0 && flags == 0 && operationFlags == 0;
  }

  /** Whether nothing refuses the call, or only a user name or password that the API cuts. */
  public boolean onlyCredentials() {
    return (columns & ~CREDENTIALS) == 0 && loginFlags == 0 && flags == 0 && operationFlags == 0;
  }
}
