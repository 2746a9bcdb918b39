package org.vicilint.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Decision;
import org.vicilint.access.LeastPrivilege;
import org.vicilint.access.Proposal;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Requirement;
import org.vicilint.finding.Finding;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.model.Declaration;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Installed;
import org.vicilint.model.Integration;
import org.vicilint.model.Kind;
import org.vicilint.profile.IntegrationPolicy;

/**
 * The judgement of whether an integration can start, with the account that it names or, if there is
 * none yet, with the least account that suffices.
 *
 * @param integration the integration, as its manifest describes it
 * @param account the account that it uses; empty when there is none yet
 * @param builds the outcomes of its calls on each build that it has to support
 * @param others the other integrations that hold the account
 * @param beyond the functions and operations that the account can call and the integration does not
 *     need
 * @param forbidden the parts of its need that the profile forbids
 * @param least the least account that suffices on all builds: the named account reduced, or a new
 *     one if there is none yet or others hold it
 * @param proposal the definition of that account
 * @param foreseen the findings that lint will report on the definition
 */
public record Onboarding(
    Integration integration,
    Optional<Account> account,
    List<OnBuild> builds,
    List<String> others,
    List<Beyond> beyond,
    List<Refused> forbidden,
    LeastPrivilege least,
    Proposal proposal,
    List<Finding> foreseen) {
  /** The outcomes of the calls on a build. */
  public record OnBuild(Builds builds, List<Outcome> calls) {}

  /**
   * The outcome of a call.
   *
   * @param known whether the build has the function, and the parameter
   * @param decision the decision for the account, or for the least account if there is none yet;
   *     null if the build lacks the call
   */
  public record Outcome(Call call, boolean known, Decision decision) {
    /** Whether the server executes the call. */
    public boolean open() {
      return decision != null && decision.granted();
    }
  }

  /** A permission that the profile forbids an integration. */
  public record Refused(String what, String reason) {}

  /** A permission of an account beyond its need, with its effect. */
  public record Beyond(String call, Effect effect) {}

  /**
   * Judges an integration.
   *
   * @param access an evaluator for each build that it has to work on
   */
  public static Onboarding of(
      Integration integration,
      Estate estate,
      IntegrationPolicy terms,
      List<AccessEvaluator> access) {
    Optional<Account> account =
        estate.accounts().stream()
            .filter(a -> Groups.key(a.user()).equals(Groups.key(integration.account())))
            .findFirst();
    List<String> others = others(integration, account, estate);
    boolean needsOwn = !others.isEmpty() || Installed.user(integration.account());
    boolean own = account.isPresent() && !needsOwn;
    Account before =
        own
            ? wanted(account.get(), integration)
            : fresh(
                integration, needsOwn ? FreeLogin.of(integration, estate) : integration.account());
    LeastPrivilege least = LeastPrivilege.ofProgram(before, integration.calls(), access);
    Account judged = account.orElse(least.account());
    return new Onboarding(
        integration,
        account,
        access.stream().map(each -> onBuild(integration, judged, each)).toList(),
        others,
        account.map(a -> beyond(a, integration, least, access)).orElse(List.of()),
        new TermsCheck(terms, access).of(integration, least),
        least,
        Proposal.of(least, integration.calls(), true, access),
        List.of());
  }

  /** Returns the judgement with the findings that lint will report on the definition. */
  public Onboarding with(List<Finding> findings) {
    return new Onboarding(
        integration, account, builds, others, beyond, forbidden, least, proposal, findings);
  }

  /** Whether the account is one of VICIdial's own, which no integration may use. */
  public boolean installed() {
    return Installed.user(integration.account());
  }

  /** Whether it cannot use the account that its manifest names, and needs its own. */
  public boolean needsOwn() {
    return !others.isEmpty() || installed();
  }

  /** Whether the least account can be written as a definition under a free login. */
  public boolean definable() {
    return proposal.possible() && !Installed.user(proposal.account().user());
  }

  /**
   * Returns the changes that reduce the account to the least that suffices; empty if it gets a new
   * account.
   */
  public List<Change> changes() {
    if (account.isEmpty() || needsOwn() || !proposal.possible()) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    if (!account.get().active()) {
      changes.add(new Change("active", "N", "Y"));
    }
    String group = account.get().userGroup();
    String to = least.before().userGroup();
    if (!Groups.key(group).equals(Groups.key(to))) {
      changes.add(new Change("user_group", group, to));
    }
    least.changes().stream().filter(c -> !c.column().equals("user_group")).forEach(changes::add);
    return changes;
  }

  /** Returns a new account for the integration. */
  private static Account fresh(Integration integration, String login) {
    return Account.builder(login)
        .column("user_group", integration.userGroup() == null ? "" : integration.userGroup())
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

  /**
   * Returns the account as the integration needs it: active, and in the group that the manifest
   * names.
   */
  private static Account wanted(Account account, Integration integration) {
    String group = integration.userGroup();
    return account
        .with()
        .column("active", "Y")
        .column("user_group", group == null ? account.userGroup() : group)
        .build();
  }

  private static OnBuild onBuild(Integration integration, Account account, AccessEvaluator access) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Call call : integration.calls().stream().distinct().toList()) {
      Function function =
          access
              .catalog()
              .function(call.function())
              .filter(f -> f.at(access.builds().of(f.api())).isPresent())
              .orElse(null);
      Operation operation =
          function == null || call.operation() == null
              ? null
              : function
                  .operation(call.operation())
                  .filter(o -> o.at(access.builds().of(function.api())).isPresent())
                  .orElse(null);
      boolean known = function != null && (call.operation() == null || operation != null);
      outcomes.add(
          new Outcome(call, known, known ? access.explain(account, function, operation) : null));
    }
    return new OnBuild(access.builds(), outcomes);
  }

  /**
   * Returns the other integrations that hold the account, by its definition or by another manifest.
   */
  private static List<String> others(
      Integration integration, Optional<Account> account, Estate estate) {
    Set<String> others = new TreeSet<>();
    account.ifPresent(a -> others.addAll(a.declaration().usedBy()));
    estate.integrations().stream()
        .filter(each -> Groups.key(each.account()).equals(Groups.key(integration.account())))
        .forEach(each -> others.add(each.name()));
    others.remove(integration.name());
    return List.copyOf(others);
  }

  /**
   * Returns the permissions beyond the need on any of the builds: an update must not add unreviewed
   * ones. An operation whose requirement is no higher than that of a needed one comes with every
   * such account and cannot be removed.
   */
  private static List<Beyond> beyond(
      Account account,
      Integration integration,
      LeastPrivilege least,
      List<AccessEvaluator> access) {
    Set<String> needed = new TreeSet<>();
    integration.calls().forEach(call -> needed.add(call.function()));
    Set<String> seen = new TreeSet<>();
    integration.calls().forEach(call -> seen.add(call.toString()));
    seen.addAll(needed);
    List<Beyond> beyond = new ArrayList<>();
    for (AccessEvaluator each : access) {
      Subject subject = each.prepare(account);
      Subject smallest = each.prepare(least.account());
      for (int i = 0; i < each.functions().size(); i++) {
        Function function = each.functions().get(i);
        if (each.decide(subject, i) != Verdict.GRANTED) {
          continue;
        }
        if (seen.add(function.name())) {
          beyond.add(new Beyond(function.name(), function.effect()));
        }
        for (Operation operation : each.operations(function)) {
          String call = function.name() + ":" + operation.name();
          if (needed.contains(function.name())
              && each.decide(subject, i, operation) == Verdict.GRANTED
              && each.decide(smallest, i, operation) != Verdict.GRANTED
              && more(each, function, operation)
              && seen.add(call)) {
            beyond.add(new Beyond(call, operation.effect()));
          }
        }
      }
    }
    return beyond;
  }

  /** Whether an operation requires more than its function, so that an account can lack it. */
  private static boolean more(AccessEvaluator access, Function function, Operation operation) {
    Requirement more = operation.at(access.builds().of(function.api())).orElseThrow();
    Requirement plain = access.requirement(access.indexOf(function.name()));
    return (more.flags() & ~plain.flags()) != 0
        || more.userLevel() > plain.userLevel()
        || more.modifyLeads() != 0;
  }
}
