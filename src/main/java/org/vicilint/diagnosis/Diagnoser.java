package org.vicilint.diagnosis;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Decision;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Characters;

/** Explains answers for the accounts at hand. The evaluator decides; this class only asks it. */
public final class Diagnoser {
  /** Change that lets an agent make the calls that the Agent API asks of it. */
  private static final Change MANUAL_CALLS = new Change("agentcall_manual", "0", "1");

  private final Builds builds;
  private final AccessEvaluator access;

  /** Accounts by API, since the two delete different characters of a user name. */
  private final Map<Api, Map<String, Account>> accounts = new EnumMap<>(Api.class);

  private Diagnoser(Builds builds, AccessEvaluator access) {
    this.builds = builds;
    this.access = access;
  }

  /**
   * Returns a diagnoser without accounts.
   *
   * @param builds the builds that answered; null when they are not known
   */
  public static Diagnoser of(Builds builds) {
    return new Diagnoser(builds, null);
  }

  /** Returns a diagnoser with accounts, on the builds of the evaluator. */
  public static Diagnoser of(AccessEvaluator access, Collection<Account> accounts) {
    Diagnoser diagnoser = new Diagnoser(access.builds(), access);
    for (Api api : Api.values()) {
      Map<String, Account> byName = new HashMap<>();
      accounts.forEach(a -> byName.putIfAbsent(key(a.user()), a));
      Characters kept = access.login(api).userCharacters();
      accounts.forEach(a -> byName.putIfAbsent(key(kept.keep(a.user())), a));
      diagnoser.accounts.put(api, byName);
    }
    return diagnoser;
  }

  /** The server compares logins without case. */
  private static String key(String user) {
    return user.toLowerCase(Locale.ROOT);
  }

  /** Returns the diagnosis of an answer. */
  public Diagnosis of(Reply reply) {
    if (reply.kind() != Reply.Kind.REFUSAL) {
      return other(reply);
    }
    List<Candidate> there =
        reply.candidates().stream()
            .filter(c -> builds == null || c.on(builds.of(c.api())))
            .toList();
    List<Candidate> candidates = there.isEmpty() ? reply.candidates() : there;
    boolean ask = access != null && reply.account() != null;
    Account account = ask ? accounts.get(reply.api()).get(key(reply.account())) : null;
    Diagnosis.Lookup lookup =
        !ask
            ? Diagnosis.Lookup.NOT_ASKED
            : account == null ? Diagnosis.Lookup.NO_ACCOUNT : Diagnosis.Lookup.DIFFERS;
    if (account == null) {
      return told(reply, candidates, !there.isEmpty(), lookup, null, Map.of());
    }
    Map<Candidate, Decision> decisions = new LinkedHashMap<>();
    candidates.forEach(c -> decisions.put(c, decide(account, c)));
    List<Candidate> fitting = candidates.stream().filter(c -> fits(c, decisions.get(c))).toList();
    if (!fitting.isEmpty()) {
      lookup = Diagnosis.Lookup.AGREES;
      candidates = fitting;
    }
    return told(reply, candidates, !there.isEmpty(), lookup, account, decisions);
  }

  /**
   * Returns the diagnosis of an answer that refuses the caller nothing, or whose words are not
   * certain.
   */
  private Diagnosis other(Reply reply) {
    boolean agent = reply.known() != null && reply.known().kind() == KnownAnswer.Kind.AGENT;
    boolean ask =
        access != null
            && reply.account() != null
            && (agent || reply.form() == Reply.Form.TRANSLATED);
    if (!ask) {
      return Diagnosis.of(reply, Diagnosis.Lookup.NOT_ASKED, null, null, List.of());
    }
    Account account = accounts.get(reply.api()).get(key(reply.account()));
    if (account == null) {
      return Diagnosis.of(reply, Diagnosis.Lookup.NO_ACCOUNT, null, null, List.of());
    }
    if (agent) {
      return Diagnosis.of(reply, Diagnosis.Lookup.AGREES, account, null, List.of(MANUAL_CALLS));
    }
    Decision decision =
        reply.named() == null
            ? null
            : access
                .catalog()
                .function(reply.named())
                .map(function -> access.explain(account, function, null))
                .orElse(null);
    return Diagnosis.of(
        reply,
        Diagnosis.Lookup.NOT_ASKED,
        account,
        decision,
        decision == null ? List.of() : decision.opening());
  }

  private static Diagnosis told(
      Reply reply,
      List<Candidate> candidates,
      boolean onBuild,
      Diagnosis.Lookup lookup,
      Account account,
      Map<Candidate, Decision> decisions) {
    Candidate first =
        candidates.stream()
            .filter(c -> reply.named() != null && reply.named().equals(c.function()))
            .findFirst()
            .orElse(candidates.get(0));
    boolean sure =
        candidates.stream().allMatch(c -> Objects.equals(c.function(), first.function()))
            || Objects.equals(first.function(), reply.named());
    boolean sureOperation =
        candidates.stream()
            .filter(c -> Objects.equals(c.function(), first.function()))
            .allMatch(c -> Objects.equals(c.operation(), first.operation()));
    Decision decision = decisions.get(first);
    Decision shown =
        decision == null || sure && first.function() != null
            ? decision
            : only(decision, first.gate());
    return new Diagnosis(
        reply,
        sure ? first.function() : null,
        sure && sureOperation ? first.operation() : null,
        candidates,
        onBuild,
        lookup,
        account,
        shown,
        shown == null ? List.of() : shown.opening());
  }

  /**
   * Returns the evaluator's decision on the call; null when the builds have nothing to ask about.
   */
  private Decision decide(Account account, Candidate candidate) {
    if (candidate.function() == null) {
      // Every function of the API asks for the same login.
      return access.functions().stream()
          .filter(f -> f.api() == candidate.api())
          .findFirst()
          .map(f -> only(access.explain(account, f, null), candidate.gate()))
          .orElse(null);
    }
    Function function = access.catalog().function(candidate.function()).orElse(null);
    if (function == null) {
      return null;
    }
    Operation operation =
        candidate.operation() == null
            ? null
            : function.operation(candidate.operation()).orElseThrow();
    return access.explain(account, function, operation);
  }

  private static boolean fits(Candidate candidate, Decision decision) {
    return decision != null
        && decision.failed().map(Gate::kind).filter(k -> k == candidate.gate()).isPresent();
  }

  private static Decision only(Decision decision, Gate.Kind kind) {
    return new Decision(
        decision.account(),
        decision.function(),
        decision.operation(),
        decision.gates().stream().filter(g -> g.kind() == kind).toList(),
        decision.answer());
  }
}
