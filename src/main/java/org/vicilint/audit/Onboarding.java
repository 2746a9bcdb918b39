package org.vicilint.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Decision;
import org.vicilint.access.Least;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Declaration;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Integration;
import org.vicilint.model.Kind;
import org.vicilint.policy.Terms;

/**
 * Whether an integration can start: with the account that it names, or with the least that would do
 * where there is none yet.
 *
 * @param integration what its manifest says
 * @param account the account that it uses; empty when there is none yet
 * @param builds what becomes of its calls, on each build that it has to work on
 * @param others the other integrations that hold the account
 * @param beyond the functions that the account can call and the integration does not need
 * @param forbidden what policy does not let it have
 * @param least the least account that does it on all of the builds
 */
public record Onboarding(
    Integration integration,
    Optional<Account> account,
    List<OnBuild> builds,
    List<String> others,
    List<Function> beyond,
    List<Refused> forbidden,
    Least least) {

  /** What becomes of the calls on a build. */
  public record OnBuild(Builds builds, List<Outcome> calls) {}

  /**
   * What becomes of a call.
   *
   * @param known whether the build has the function, and the parameter
   * @param decision the account's, or that of the least account where there is none yet; null when
   *     the build does not have it
   */
  public record Outcome(Call call, boolean known, Decision decision) {
    /** Whether the server does it. */
    public boolean open() {
      return decision != null && decision.granted();
    }
  }

  /** Something that policy does not let an integration have. */
  public record Refused(String what, String reason) {}

  /**
   * Judges an integration.
   *
   * @param access an evaluator for each build that it has to work on
   */
  public static Onboarding of(
      Integration integration, Estate estate, Terms terms, List<AccessEvaluator> access) {
    Optional<Account> account =
        estate.accounts().stream()
            .filter(a -> Groups.key(a.user()).equals(Groups.key(integration.account())))
            .findFirst();
    Account before = account.orElseGet(() -> fresh(integration));
    Least least = Least.ofProgram(before, integration.calls(), access);
    Account judged = account.orElse(least.account());
    return new Onboarding(
        integration,
        account,
        access.stream().map(each -> onBuild(integration, judged, each)).toList(),
        others(integration, before),
        account.map(a -> beyond(a, integration, access)).orElse(List.of()),
        new TermsCheck(terms, access).of(integration, least),
        least);
  }

  /** Whether it can start as it is: nothing is missing, and nothing speaks against it. */
  public boolean ready() {
    return works()
        && others.isEmpty()
        && forbidden.isEmpty()
        && beyond.isEmpty()
        && (account.isEmpty() || least.changes().isEmpty());
  }

  /** Whether every call is open on every build. */
  public boolean works() {
    return builds.stream().allMatch(b -> b.calls().stream().allMatch(Outcome::open));
  }

  private static Account fresh(Integration integration) {
    return Account.builder(integration.account())
        .declaration(
            new Declaration(
                true,
                Kind.SERVICE,
                integration.owner(),
                integration.purpose(),
                List.of(integration.name()),
                integration.calls()))
        .build();
  }

  private static OnBuild onBuild(Integration integration, Account account, AccessEvaluator access) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Call call : integration.calls()) {
      int index = access.indexOf(call.function());
      Function function = index < 0 ? null : access.functions().get(index);
      Operation operation =
          function == null || call.operation() == null
              ? null
              : access.operations(function).stream()
                  .filter(o -> o.name().equals(call.operation()))
                  .findFirst()
                  .orElse(null);
      boolean known = function != null && (call.operation() == null || operation != null);
      outcomes.add(
          new Outcome(call, known, known ? access.explain(account, function, operation) : null));
    }
    return new OnBuild(access.builds(), outcomes);
  }

  private static List<String> others(Integration integration, Account account) {
    return account.declaration().usedBy().stream()
        .filter(name -> !name.equals(integration.name()))
        .distinct()
        .sorted()
        .toList();
  }

  /** On any of the builds: an update must not bring what nobody looked at. */
  private static List<Function> beyond(
      Account account, Integration integration, List<AccessEvaluator> access) {
    Set<String> seen = new TreeSet<>();
    integration.calls().forEach(call -> seen.add(call.function()));
    List<Function> beyond = new ArrayList<>();
    for (AccessEvaluator each : access) {
      Subject subject = each.prepare(account);
      for (int i = 0; i < each.functions().size(); i++) {
        Function function = each.functions().get(i);
        if (each.decide(subject, i) == Verdict.GRANTED && seen.add(function.name())) {
          beyond.add(function);
        }
      }
    }
    return beyond;
  }
}
