package org.vicilint.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Decision;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Kind;
import org.vicilint.profile.Profile;

/** Compares the access of an estate on two builds, the second no older than the first. */
public final class Upgrade {
  private final Estate estate;
  private final AccessEvaluator from;
  private final AccessEvaluator to;
  private final Profile profile;
  private final CallComparison calls;
  private final ReachComparison reach;

  /**
   * @param from the evaluator for the builds that run today
   * @param to the evaluator for builds that are no older
   * @param profile the profile, which infers the kind of accounts that do not declare it
   */
  public Upgrade(Estate estate, AccessEvaluator from, AccessEvaluator to, Profile profile) {
    this.profile = profile;
    this.estate = estate;
    this.from = from;
    this.to = to;
    this.calls = new CallComparison(from, to, false);
    this.reach = new ReachComparison(new Side(estate, from), new Side(estate, to));
  }

  /** Returns the accounts for which something differs, by login. */
  public List<UpgradedAccount> accounts() {
    List<UpgradedAccount> differing = new ArrayList<>();
    for (Account account : estate.accounts()) {
      List<Function> common = new ArrayList<>();
      List<CallChange> changed = calls.of(from.prepare(account), to.prepare(account), common);
      Both both = new Both(account, account, common, new BitSet());
      Kind kind = profile.kindOf(account).kind();
      AccountChange change =
          new AccountChange(
              AccountChange.Status.CHANGED,
              account,
              account,
              kind,
              kind,
              changed,
              List.of(), // pages are known for one build only, see Pages
              reach.of(both));
      UpgradedAccount upgraded = UpgradedAccount.of(change, from, to);
      if (upgraded.differs()) {
        differing.add(upgraded);
      }
    }
    return differing;
  }

  /** Returns the gates that make the difference to a call of an account. */
  public List<GateChange> gates(Account account, CallChange call) {
    return GateChange.between(
        account,
        from.gates(account, call.function(), call.operation()),
        account,
        to.gates(account, call.function(), call.operation()));
  }

  /** Returns the decision of the newer build on a function that it has, gate by gate. */
  public Decision decide(Account account, String function) {
    return to.explain(account, to.functions().get(to.indexOf(function)), null);
  }

  /** Returns the effects of defaults; those that affect no account are left out. */
  public List<DefaultEffect> defaults(List<UpgradedAccount> accounts) {
    List<DefaultEffect> effects = new ArrayList<>();
    List<Account> covered = new ArrayList<>();
    Set<Function> functions = new LinkedHashSet<>();
    for (UpgradedAccount upgraded : accounts) {
      List<Function> gained =
          upgraded.change().calls(CallChange.Kind.GAINED).stream()
              .filter(c -> c.operation() == null && c.before() == Verdict.NO_FUNCTION)
              .map(CallChange::function)
              .toList();
      if (!gained.isEmpty() && FunctionList.grantsAll(upgraded.account().apiAllowedFunctions())) {
        covered.add(upgraded.account());
        functions.addAll(gained);
      }
    }
    if (!covered.isEmpty()) {
      effects.add(new DefaultEffect(DefaultEffect.Kind.ALL_FUNCTIONS, sorted(functions), covered));
    }
    Set<Function> listed = listedNow();
    List<Account> held =
        estate.accounts().stream()
            .filter(a -> !FunctionList.grantsAll(a.apiAllowedFunctions()))
            .toList();
    if (!listed.isEmpty() && !held.isEmpty()) {
      effects.add(new DefaultEffect(DefaultEffect.Kind.FUNCTION_LISTS, sorted(listed), held));
    }
    return effects;
  }

  /**
   * Returns the functions of both sides that check the list of functions only on the newer build.
   */
  private Set<Function> listedNow() {
    Set<Function> now = new HashSet<>();
    for (Function function : to.functions()) {
      int before = from.indexOf(function.name());
      if (before >= 0
          && !from.requirement(before).allowedFunctions()
          && to.requirement(to.indexOf(function.name())).allowedFunctions()) {
        now.add(function);
      }
    }
    return now;
  }

  private static List<Function> sorted(Set<Function> functions) {
    return functions.stream()
        .sorted(Comparator.comparing(Function::api).thenComparing(Function::name))
        .toList();
  }
}
