package org.vicilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Function;
import org.vicilint.diff.CallChange;
import org.vicilint.diff.GateChange;
import org.vicilint.diff.GateHistory;
import org.vicilint.diff.LoginChange;
import org.vicilint.diff.RequirementChange;
import org.vicilint.diff.Upgrade;
import org.vicilint.diff.UpgradedAccount;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Build;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.testkit.Runs;

/** Laws of an upgrade, over random accounts and builds. */
class UpgradeLawsTest {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void toTheSameBuildNothingChanges(
      @ForAll("accounts") Account account, @ForAll("builds") Build b) {
    AccessEvaluator access = access(b);
    Upgrade upgrade = upgrade(account, access, access);
    assertThat(upgrade.accounts()).isEmpty();
    assertThat(upgrade.defaults(List.of())).isEmpty();
    assertThat(RequirementChange.between(Runs.CATALOG, access.builds(), access.builds())).isEmpty();
    assertThat(LoginChange.between(Runs.CATALOG, access.builds(), access.builds())).isEmpty();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void lostIsWhatOnlyTheOlderBuildGrants(
      @ForAll("accounts") Account account,
      @ForAll("builds") Build one,
      @ForAll("builds") Build two) {
    AccessEvaluator from = access(one.compareTo(two) < 0 ? one : two);
    AccessEvaluator to = access(one.compareTo(two) < 0 ? two : one);
    Set<String> expected = new TreeSet<>();
    Set<String> gained = new TreeSet<>();
    for (Function function : Runs.CATALOG.functions()) {
      boolean before = function.needsLogin() && from.explain(account, function, null).granted();
      boolean after = function.needsLogin() && to.explain(account, function, null).granted();
      if (before != after) {
        (before ? expected : gained).add(function.name());
      }
    }
    List<UpgradedAccount> accounts = upgrade(account, from, to).accounts();
    assertThat(names(accounts, CallChange.Kind.LOST)).isEqualTo(expected);
    assertThat(names(accounts, CallChange.Kind.GAINED)).isEqualTo(gained);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void sinceIsTheBuildThatMadeTheDemandWhatItIs(
      @ForAll("accounts") Account account,
      @ForAll("builds") Build one,
      @ForAll("builds") Build two) {
    AccessEvaluator from = access(one.compareTo(two) < 0 ? one : two);
    AccessEvaluator to = access(one.compareTo(two) < 0 ? two : one);
    Upgrade upgrade = upgrade(account, from, to);
    GateHistory history = new GateHistory(from, to, Groups.UNKNOWN);
    for (UpgradedAccount upgraded : upgrade.accounts()) {
      for (CallChange call : upgraded.change().calls()) {
        for (GateChange gate : upgrade.gates(account, call)) {
          Build since = history.since(call, gate, account);
          List<Build> way =
              Runs.CATALOG.api(call.function().api()).builds().stream()
                  .filter(b -> b.compareTo(from.builds().of(call.function().api())) >= 0)
                  .filter(b -> b.compareTo(to.builds().of(call.function().api())) <= 0)
                  .toList();
          assertThat(way).contains(since);
          String demand = demand(to.gates(account, call.function(), call.operation()), gate);
          for (Build build : way) {
            String then = demand(gates(account, call, build), gate);
            if (build.compareTo(since) >= 0) {
              assertThat(then).as("%s on %s", call.name(), build).isEqualTo(demand);
            }
          }
          Build before = way.get(way.indexOf(since) - 1);
          assertThat(demand(gates(account, call, before), gate)).isNotEqualTo(demand);
        }
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void demandsDifferWhereTheCatalogDoes(@ForAll("builds") Build one, @ForAll("builds") Build two) {
    AccessEvaluator from = access(one.compareTo(two) < 0 ? one : two);
    AccessEvaluator to = access(one.compareTo(two) < 0 ? two : one);
    Set<String> added =
        RequirementChange.between(Runs.CATALOG, from.builds(), to.builds()).stream()
            .filter(d -> d.operation() == null && d.change().equals("new"))
            .map(d -> d.function().name())
            .filter(name -> to.indexOf(name) >= 0)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected =
        to.functions().stream()
            .map(Function::name)
            .filter(name -> from.indexOf(name) < 0)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(added).isEqualTo(expected);
  }

  private static List<Gate> gates(Account account, CallChange call, Build build) {
    Build newest = Runs.CATALOG.api(Api.NON_AGENT).newest();
    Builds builds =
        call.function().api() == Api.NON_AGENT
            ? new Builds(build, Runs.CATALOG.api(Api.AGENT).newest(), List.of())
            : new Builds(newest, build, List.of());
    return new AccessEvaluator(Runs.CATALOG, builds, Groups.UNKNOWN, null)
        .gates(account, call.function(), call.operation());
  }

  private static String demand(List<Gate> gates, GateChange wanted) {
    return gates.stream()
        .filter(g -> g.kind() == wanted.kind() && g.column().equals(wanted.column()))
        .map(Gate::required)
        .findFirst()
        .orElse("");
  }

  private static Set<String> names(List<UpgradedAccount> accounts, CallChange.Kind kind) {
    return accounts.stream()
        .flatMap(a -> a.change().calls(kind).stream())
        .filter(c -> c.operation() == null)
        .map(CallChange::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Upgrade upgrade(Account account, AccessEvaluator from, AccessEvaluator to) {
    Estate estate = Estate.of(List.of(account), Groups.UNKNOWN);
    return new Upgrade(estate, from, to, Runs.profile("default"));
  }

  private static AccessEvaluator access(Build build) {
    Builds builds = Builds.choose(Runs.CATALOG, build.toString(), null);
    return new AccessEvaluator(Runs.CATALOG, builds, Groups.UNKNOWN, null);
  }

  @Provide
  Arbitrary<Build> builds() {
    return Arbitraries.of(Runs.CATALOG.api(Api.NON_AGENT).builds());
  }

  @Provide
  Arbitrary<Account> accounts() {
    return Combinators.combine(
            Arbitraries.of("loader", "crm-api", "x"),
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(0, 6),
            Arbitraries.of("Y", "Y", "N"),
            Arbitraries.of(Flag.class).set().ofMaxSize(30),
            Arbitraries.of(Runs.CATALOG.names()).set().ofMaxSize(20).injectNull(0.5))
        .as(
            (user, level, leads, active, flags, granted) -> {
              AccountBuilder account =
                  Account.builder(user)
                      .column("user_level", Integer.toString(level))
                      .column("modify_leads", Integer.toString(leads))
                      .column("user_group", "ADMIN")
                      .column("active", active);
              flags.forEach(flag -> account.column(flag.column(), "1"));
              if (granted != null) {
                List<String> names = new ArrayList<>(new TreeSet<>(granted));
                account.column("api_allowed_functions", " " + String.join(" ", names) + " ");
              }
              return account.build();
            });
  }
}
