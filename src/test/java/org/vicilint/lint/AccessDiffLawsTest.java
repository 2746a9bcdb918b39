package org.vicilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Gate;
import org.vicilint.access.PageEvaluator;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.diff.AccessDiff;
import org.vicilint.diff.AccountChange;
import org.vicilint.diff.CallChange;
import org.vicilint.diff.GainLimit;
import org.vicilint.diff.GateChange;
import org.vicilint.diff.PageChange;
import org.vicilint.diff.ReachChange;
import org.vicilint.diff.Side;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Build;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.testkit.Runs;

/** Laws of comparing two sides, over random estates and builds. */
@Tag("slow")
class AccessDiffLawsTest {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void nothingDiffersFromItself(@ForAll("estates") Estate estate, @ForAll("builds") Build build) {
    assertThat(diff(side(estate, build), side(estate, build))).isEmpty();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void backwardIsTheMirrorOfForward(
      @ForAll("estates") Estate before,
      @ForAll("estates") Estate after,
      @ForAll("builds") Build from,
      @ForAll("builds") Build to) {
    Side one = side(before, from);
    Side two = side(after, to);
    assertThat(words(diff(two, one)))
        .isEqualTo(words(diff(one, two).stream().map(AccessDiffLawsTest::mirror).toList()));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void gainedIsWhatOnlyTheSecondSideGrants(
      @ForAll("estates") Estate before,
      @ForAll("estates") Estate after,
      @ForAll("builds") Build from,
      @ForAll("builds") Build to) {
    Side one = side(before, from);
    Side two = side(after, to);
    TreeMap<String, Set<String>> gained = new TreeMap<>();
    for (AccountChange change : diff(one, two)) {
      if (change.status() != AccountChange.Status.RENAMED) {
        change
            .calls(CallChange.Kind.GAINED)
            .forEach(
                call ->
                    gained
                        .computeIfAbsent(change.account().user(), u -> new TreeSet<>())
                        .add(call.name()));
      }
    }
    Set<String> renamed = new TreeSet<>();
    diff(one, two).stream()
        .filter(c -> c.status() == AccountChange.Status.RENAMED)
        .forEach(c -> renamed.add(c.after().user()));
    TreeMap<String, Set<String>> expected = new TreeMap<>();
    for (Account account : after.accounts()) {
      Set<String> calls = granted(two, account);
      before.accounts().stream()
          .filter(b -> b.user().equals(account.user()))
          .forEach(b -> calls.removeAll(granted(one, b)));
      if (!calls.isEmpty() && !renamed.contains(account.user())) {
        expected.put(account.user(), calls);
      }
    }
    assertThat(gained).isEqualTo(expected);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void everyGateThatIsShownChangedSides(
      @ForAll("estates") Estate before, @ForAll("estates") Estate after) {
    Side one = side(before, Runs.CATALOG.api(Api.NON_AGENT).newest());
    Side two = side(after, Runs.CATALOG.api(Api.NON_AGENT).newest());
    AccessDiff diff = new AccessDiff(one, two, Runs.profile("default"), true);
    for (AccountChange change : diff.run()) {
      for (CallChange call : change.calls()) {
        List<GateChange> gates = diff.gates(change, call);
        boolean both = change.before() != null && change.after() != null;
        assertThat(gates.isEmpty()).as("%s", call).isEqualTo(!both);
        switch (call.kind()) {
          case GAINED -> assertThat(gates).allMatch(GateChange::opened);
          case LOST -> assertThat(gates).noneMatch(GateChange::opened);
          case MOVED -> assertThat(call.refusedBefore()).isNotEqualTo(call.refusedAfter());
        }
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void pagesAreGainedAndLostWhereTheMatrixOfPagesDiffers(
      @ForAll("estates") Estate before,
      @ForAll("estates") Estate after,
      @ForAll("builds") Build build) {
    Side one = side(before, build);
    Side two = side(after, build);
    List<AccountChange> changes = diff(one, two);
    Set<Account> seen = new HashSet<>();
    for (AccountChange change : changes) {
      Set<String> earlier = change.before() == null ? Set.of() : open(one, change.before());
      Set<String> now = change.after() == null ? Set.of() : open(two, change.after());
      assertThat(names(change.pages(true))).isEqualTo(minus(now, earlier));
      assertThat(names(change.pages(false))).isEqualTo(minus(earlier, now));
      seen.add(change.before());
    }
    for (Account account : before.accounts()) {
      after.accounts().stream()
          .filter(other -> other.user().equals(account.user()) && !seen.contains(account))
          .forEach(other -> assertThat(open(two, other)).isEqualTo(open(one, account)));
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatGivesMoreIsNeverNoGain(
      @ForAll("accounts") Account account, @ForAll("accounts") Account other) {
    Account before = account.with("a").build();
    Account after = other.with("a").build();
    boolean more = after.userLevel() > before.userLevel() || after.active() && !before.active();
    for (Flag flag : Flag.values()) {
      more |= flag.opens() && after.has(flag) && !before.has(flag);
    }
    more |= before.has(Flag.API_ONLY_USER) && !after.has(Flag.API_ONLY_USER);
    more |= before.has(Flag.API_LIST_RESTRICT) && !after.has(Flag.API_LIST_RESTRICT);
    more |= before.modifyLeads() == 0 && after.modifyLeads() != 0;
    more |=
        !FunctionList.grantsAll(before.apiAllowedFunctions())
            && FunctionList.grantsAll(after.apiAllowedFunctions());
    Build newest = Runs.CATALOG.api(Api.NON_AGENT).newest();
    List<AccountChange> changes =
        diff(
            side(Estate.of(List.of(before), Groups.UNKNOWN), newest),
            side(Estate.of(List.of(after), Groups.UNKNOWN), newest));
    if (more) {
      assertThat(changes).singleElement().satisfies(c -> assertThat(c.gains()).isNotEmpty());
      assertThat(new GainLimit(true, Set.of()).over(changes)).isEqualTo(1);
    }
  }

  private static Set<String> names(List<PageChange> pages) {
    return pages.stream()
        .map(page -> page.page().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> minus(Set<String> one, Set<String> other) {
    Set<String> left = new TreeSet<>(one);
    left.removeAll(other);
    return left;
  }

  /** The pages that are open, decided as {@code matrix --pages} decides. */
  private static Set<String> open(Side side, Account account) {
    PageEvaluator pages = side.access().pages();
    List<Optional<Gate.Kind>> refusals = pages.refusals(side.access().prepare(account));
    Set<String> open = new TreeSet<>();
    for (int i = 0; i < refusals.size(); i++) {
      if (refusals.get(i).isEmpty()) {
        open.add(pages.pages().get(i).name());
      }
    }
    return open;
  }

  private static Set<String> granted(Side side, Account account) {
    Set<String> granted = new TreeSet<>();
    AccessEvaluator access = side.access();
    for (Function function : Runs.CATALOG.functions()) {
      List<Operation> operations = new ArrayList<>(function.operations());
      operations.add(null);
      for (Operation operation : operations) {
        if (function.needsLogin() && access.explain(account, function, operation).granted()) {
          granted.add(
              operation == null ? function.name() : function.name() + ":" + operation.name());
        }
      }
    }
    return granted;
  }

  /** The change as it is seen from the other side. */
  private static AccountChange mirror(AccountChange c) {
    return new AccountChange(
        switch (c.status()) {
          case NEW -> AccountChange.Status.GONE;
          case GONE -> AccountChange.Status.NEW;
          default -> c.status();
        },
        c.after(),
        c.before(),
        c.kindAfter(),
        c.kindBefore(),
        c.calls().stream().map(AccessDiffLawsTest::mirror).toList(),
        c.pages().stream().map(p -> new PageChange(!p.gained(), p.page(), p.effect())).toList(),
        c.reach().stream()
            .map(
                r ->
                    new ReachChange(
                        r.reach(),
                        !r.wider(),
                        r.functions(),
                        r.after(),
                        r.before(),
                        List.of(),
                        "",
                        r.effects(),
                        r.severity()))
            .toList());
  }

  private static CallChange mirror(CallChange c) {
    return new CallChange(
        switch (c.kind()) {
          case GAINED -> CallChange.Kind.LOST;
          case LOST -> CallChange.Kind.GAINED;
          case MOVED -> CallChange.Kind.MOVED;
        },
        c.function(),
        c.operation(),
        c.after(),
        c.before(),
        c.refusedAfter(),
        c.refusedBefore());
  }

  /** Everything of the changes but their order. */
  private static List<String> words(List<AccountChange> changes) {
    List<String> words = new ArrayList<>();
    for (AccountChange c : changes) {
      String who =
          "%s %s %s %s %s "
              .formatted(
                  user(c.before()), user(c.after()), c.status(), c.kindBefore(), c.kindAfter());
      words.add(who);
      c.calls()
          .forEach(
              d ->
                  words.add(
                      who
                          + d.kind()
                          + d.name()
                          + d.before()
                          + d.after()
                          + d.refusedBefore()
                          + d.refusedAfter()));
      c.pages().forEach(p -> words.add(who + p.gained() + p.page().name() + p.effect()));
      c.reach()
          .forEach(
              r -> words.add(who + r.reach() + r.wider() + r.functions() + r.before() + r.after()));
    }
    words.sort(Comparator.naturalOrder());
    return words;
  }

  private static String user(Account account) {
    return account == null ? "-" : account.user();
  }

  private static List<AccountChange> diff(Side before, Side after) {
    return new AccessDiff(before, after, Runs.profile("default"), true).run();
  }

  private static Side side(Estate estate, Build build) {
    Builds builds = Builds.choose(Runs.CATALOG, build.toString(), null);
    return new Side(estate, new AccessEvaluator(Runs.CATALOG, builds, estate.groups(), null));
  }

  @Provide
  Arbitrary<Build> builds() {
    return Arbitraries.of(Runs.CATALOG.api(Api.NON_AGENT).builds());
  }

  @Provide
  Arbitrary<Estate> estates() {
    Arbitrary<List<UserGroup>> groups =
        Combinators.combine(
                Arbitraries.of(" OUTBND - ", " OUTBND IN - ", " -ALL-CAMPAIGNS- ", ""),
                Arbitraries.of(" ---ALL--- ", " LOADER ", " LOADER LOOKUP "),
                Arbitraries.of("", "OFFICE", "---NONE---"))
            .as((campaigns, viewable, ips) -> group("LOADER", campaigns, viewable, ips))
            .list()
            .ofMaxSize(1);
    return Combinators.combine(
            accounts().list().ofMaxSize(6).uniqueElements(Account::user),
            groups,
            Arbitraries.of(true, false))
        .as(
            (accounts, known, given) -> {
              List<Account> sorted = new ArrayList<>(accounts);
              sorted.sort(Comparator.comparing(Account::user));
              return Estate.of(sorted, given ? new Groups(known) : Groups.UNKNOWN);
            });
  }

  private static UserGroup group(String name, String campaigns, String viewable, String ips) {
    return new UserGroup(name, campaigns, viewable, ips, SourceLocation.of("groups"));
  }

  @Provide
  Arbitrary<Account> accounts() {
    List<String> names = Runs.CATALOG.names().stream().filter(n -> !n.equals("version")).toList();
    Arbitrary<Set<Flag>> flags = Arbitraries.of(Flag.class).set().ofMaxSize(20);
    return Combinators.combine(
            Arbitraries.of("a", "b", "c", "d.e", "f"),
            Arbitraries.of("", "", "Loader", "Wallboard"),
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(0, 6),
            Arbitraries.of("LOADER", "LOOKUP", ""),
            Arbitraries.of("Y", "Y", "Y", "N"),
            flags,
            Arbitraries.of(names).set().ofMaxSize(5).injectNull(0.3))
        .as(
            (user, name, level, leads, group, active, set, granted) -> {
              AccountBuilder account =
                  Account.builder(user)
                      .column("full_name", name)
                      .column("user_level", Integer.toString(level))
                      .column("modify_leads", Integer.toString(leads))
                      .column("user_group", group)
                      .column("active", active);
              set.forEach(flag -> account.column(flag.column(), "1"));
              if (granted != null) {
                String list = " " + String.join(" ", new TreeSet<>(granted)) + " ";
                account.column("api_allowed_functions", list);
              }
              return account.build();
            });
  }
}
