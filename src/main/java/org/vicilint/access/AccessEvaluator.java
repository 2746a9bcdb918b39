package org.vicilint.access;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;
import org.vicilint.model.SystemSettings;

/**
 * The one answer to: may this account call this function, with this operation, on this build, and
 * gate by gate, why? Everything that vicilint says of permissions is asked of this class.
 *
 * <p>Two ways lead to an answer, and tests hold them to each other: {@link #decide(Subject, int)}
 * for many decisions fast, and {@link #explain} with every gate. Instances do not change and may be
 * shared by threads.
 */
public final class AccessEvaluator {
  private final Catalog catalog;
  private final Builds builds;
  private final Groups groups;
  private final SystemSettings settings;
  private final AccessEvaluator whateverIsSet;
  private final LocalDateTime at;
  private final LoginGates loginGates;
  private final Explanation explanation;
  private final Preparation preparation;
  private final FunctionTable functions;
  private final Requirement[] requirements;
  private final boolean looksAtFunctionLists;
  private final boolean admitsInactive;
  private final boolean[] agentApi;
  private final LoginRequirement[] logins;
  private final Demands demands;

  /**
   * @param groups the estate's groups; while none are known, every group is taken to exist
   * @param at the time on the server, by which a locked account is judged; null when it is not
   *     known, and a lock, which lasts 15 minutes, is not held against the account
   */
  public AccessEvaluator(Catalog catalog, Builds builds, Groups groups, LocalDateTime at) {
    this(catalog, builds, groups, SystemSettings.UNKNOWN, at);
  }

  /**
   * Evaluator for a server whose settings are given.
   *
   * @param settings what is set for all accounts; while it is not known, nothing is held against
   *     them
   */
  public AccessEvaluator(
      Catalog catalog, Builds builds, Groups groups, SystemSettings settings, LocalDateTime at) {
    this.catalog = catalog;
    this.settings = settings;
    this.whateverIsSet =
        settings.equals(SystemSettings.UNKNOWN)
            ? this
            : new AccessEvaluator(catalog, builds, groups, at);
    this.builds = builds;
    this.groups = groups;
    this.at = at;
    this.logins =
        Arrays.stream(Api.values())
            .map(api -> catalog.api(api).loginAt(builds.of(api)))
            .toArray(LoginRequirement[]::new);
    Locks locks = new Locks(at);
    this.loginGates = new LoginGates(builds, groups, settings, locks);
    this.explanation = new Explanation(catalog, builds, groups, locks, loginGates);
    this.functions = new FunctionTable(catalog, builds);
    this.preparation = new Preparation(logins, functions, groups, settings, locks, loginGates);
    this.requirements = functions.requirements();
    this.looksAtFunctionLists = Arrays.stream(requirements).anyMatch(Requirement::allowedFunctions);
    this.agentApi = new boolean[requirements.length];
    for (int i = 0; i < agentApi.length; i++) {
      agentApi[i] = functions.functions().get(i).api() == Api.AGENT;
    }
    this.demands = new Demands(this);
    this.admitsInactive =
        IntStream.range(0, requirements.length)
            .anyMatch(i -> !requirements[i].active() && !logins[agentApi[i] ? 1 : 0].active());
  }

  /** Returns the demands of all functions of these builds. */
  Demands demands() {
    return demands;
  }

  /** Returns an evaluator of the same estate on other builds. */
  public AccessEvaluator on(Builds others) {
    return new AccessEvaluator(catalog, others, groups, settings, at);
  }

  /**
   * Returns an evaluator of the same estate for a server with unknown settings: only what accounts
   * are granted decides.
   */
  AccessEvaluator whateverIsSet() {
    return whateverIsSet;
  }

  /**
   * Whether a login of the account is good for anything: it is active, or an API of these builds
   * does not ask for that and answers it. (The Agent API asks since 130603-2221, the Non-Agent API
   * since 120913-1255.)
   */
  public boolean admits(Subject subject) {
    return subject.active || (admitsInactive && callable(subject) > 0);
  }

  /** Settings of the whole server. */
  public SystemSettings settings() {
    return settings;
  }

  /** The functions that the builds have and that ask for a login; decisions go by their index. */
  public List<Function> functions() {
    return functions.functions();
  }

  /** The operations of a function that its build knows. */
  public List<Operation> operations(Function function) {
    return functions.operations(function);
  }

  /** The index of a function in {@link #functions()}; -1 when the builds do not have it. */
  public int indexOf(String function) {
    return functions.indexOf(function);
  }

  /** Returns the requirement of a function on its build. */
  public Requirement requirement(int function) {
    return requirements[function];
  }

  /** Whether the builds look at {@code api_allowed_functions} at all; old ones do not. */
  public boolean looksAtFunctionLists() {
    return looksAtFunctionLists;
  }

  /** Returns the requirement of an API's login. */
  public LoginRequirement login(Api api) {
    return logins[api.ordinal()];
  }

  /** The builds that are asked about. */
  public Builds builds() {
    return builds;
  }

  /** The groups that the answers rest on. */
  public Groups groups() {
    return groups;
  }

  /** The catalog behind the answers. */
  public Catalog catalog() {
    return catalog;
  }

  /** Works out, once, what the decisions on an account need. */
  public Subject prepare(Account account) {
    return preparation.of(account);
  }

  /** Whether the account may call the function of this index. */
  public Verdict decide(Subject subject, int function) {
    Requirement required = requirements[function];
    int api = agentApi[function] ? 1 : 0;
    if (!subject.loggedIn[api]) {
      return Verdict.LOGIN;
    }
    if (required.listScope() && subject.noGroup) {
      return Verdict.NO_GROUP;
    }
    boolean allowed = !required.allowedFunctions() || granted(subject, function);
    boolean permitted =
        meets(subject, required) && (logins[api].shared() || subject.credentials[api]);
    if (allowed && permitted) {
      return Verdict.GRANTED;
    }
    // Where both fail, the gate that comes first answers.
    return allowed || (required.levelFirst() && !permitted)
        ? Verdict.PERMISSION
        : Verdict.NOT_ALLOWED_FUNCTION;
  }

  /** Returns the evaluator for administration pages. */
  public PageEvaluator pages() {
    return new PageEvaluator(this, loginGates);
  }

  /** Returns the number of functions of both APIs that the account may call. */
  public int callable(Subject subject) {
    int count = 0;
    for (long bits : subject.open(this)) {
      count += Long.bitCount(bits);
    }
    return count;
  }

  /** The functions of both APIs that the account may call, in their order. */
  public List<Function> open(Subject subject) {
    List<Function> open = new ArrayList<>();
    long[] bits = subject.open(this);
    for (int i = 0; i < bits.length; i++) {
      for (long left = bits[i]; left != 0; left &= left - 1) {
        open.add(functions().get(i * Long.SIZE + Long.numberOfTrailingZeros(left)));
      }
    }
    return open;
  }

  /** Whether the account may call the function of this index with this operation of it. */
  public Verdict decide(Subject subject, int function, Operation operation) {
    Verdict verdict = decide(subject, function);
    if (verdict != Verdict.GRANTED) {
      return verdict;
    }
    Requirement more = functions.requirement(function, operation);
    if (more == null) {
      return Verdict.NO_FUNCTION;
    }
    return meets(subject, more) ? Verdict.GRANTED : Verdict.PERMISSION;
  }

  /**
   * Returns all that refuses a call, as bits; none when it is granted.
   *
   * @param operation the parameter asked about; null for the plain function
   */
  public Refusals refusals(Subject subject, int function, Operation operation) {
    int api = agentApi[function] ? 1 : 0;
    Requirement more = operation == null ? null : functions.requirement(function, operation);
    Refusals refusals =
        Refusals.of(
            subject, api, logins[api], requirements[function], more, granted(subject, function));
    return operation != null && more == null ? refusals.withoutOperation() : refusals;
  }

  /** The flags that anything on these builds looks at, as bits. */
  public long flags() {
    long flags = functions.flags();
    for (LoginRequirement login : logins) {
      flags |= login.flags();
    }
    return flags;
  }

  /**
   * The decision with every gate, the server's answer and the smallest change that opens it.
   *
   * @param operation the parameter asked about; null for the plain function
   */
  public Decision explain(Account account, Function function, Operation operation) {
    return explanation.of(account, function, operation);
  }

  /**
   * Returns only the gates of that decision, for callers that need many.
   *
   * @param operation the parameter asked about; null for the plain function
   */
  public List<Gate> gates(Account account, Function function, Operation operation) {
    return explanation.gates(account, function, operation);
  }

  /**
   * Returns the gates that refuse; empty when the call is granted.
   *
   * @param operation the parameter asked about; null for the plain function
   */
  public List<Gate> refusing(Account account, Function function, Operation operation) {
    return explanation.refusing(account, function, operation);
  }

  private static boolean granted(Subject subject, int function) {
    return (subject.granted[function >> 6] & (1L << (function & 63))) != 0;
  }

  private static boolean meets(Subject subject, Requirement required) {
    return subject.level >= required.userLevel()
        && (subject.flags & required.flags()) == required.flags()
        && (required.modifyLeads() == 0 || (required.modifyLeads() >> subject.modifyLeads & 1) != 0)
        && (subject.active || !required.active());
  }
}
