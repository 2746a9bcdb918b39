package org.vicilint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vicilint.access.LeastPrivilege.Setting;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Build;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;

/** The least account for some calls. */
class LeastPrivilegeTest {
  private static final Catalog CATALOG = Catalog.load();
  private static final Groups GROUPS =
      new Groups(List.of(new UserGroup("LOADER", " OUTBND -", "", "", SourceLocation.of("test"))));

  /** From the least power; what each value does stands in {@link ModifyLeads}. */
  private static final List<Integer> MODIFY_LEADS = List.of(0, 6, 5, 2, 1, 4, 3);

  @Test
  void everyValueHasItsReason() {
    LeastPrivilege least = program("LOADER", "add_lead", "update_list:delete_list=Y");
    assertThat(least.settings())
        .containsExactly(
            new Setting("user_level", "8", "needed by add_lead, update_list"),
            new Setting(
                "api_only_user",
                "1",
                "a program uses it: the agent screen and admin.php turn it away"),
            new Setting(
                "api_allowed_functions",
                " add_lead update_list ",
                "exactly what it calls, each with a blank on both sides"),
            new Setting(
                "modify_leads",
                "2",
                "needed by add_lead; 2 has the least power of the values accepted (1, 2, 3, 4): it changes leads, but not their phone numbers"),
            new Setting("delete_lists", "1", "needed by update_list:delete_list=Y"),
            new Setting("modify_lists", "1", "needed by update_list"),
            new Setting("vdc_agent_api_access", "1", "needed by add_lead, update_list"),
            new Setting(
                "api_list_restrict",
                "1",
                "limits add_lead, update_list to the lists of its group's campaigns"),
            new Setting("user_group", "LOADER", "its campaigns are what api_list_restrict leaves"));
    assertThat(least.closed()).isEmpty();
  }

  @Test
  void theLoginOfAnApiDemandsToo() {
    LeastPrivilege least = program("", "external_pause");
    assertThat(reason(least, "vdc_agent_api_access"))
        .isEqualTo("needed by the login of the Agent API");
    assertThat(least.account().userLevel()).isEqualTo(1);
    assertThat(reason(least, "user_level")).contains("lowest");
    assertThat(reason(program("", "agent_status"), "user_level"))
        .contains("the login of the Non-Agent API");
  }

  @Test
  void aListIsNotRestrictedToAGroupThatDoesNotExist() {
    LeastPrivilege least = program("GONE", "add_lead");
    assertThat(least.account().has(Flag.API_LIST_RESTRICT)).isFalse();
    assertThat(reason(least, "api_list_restrict")).contains("once the account is in a user_group");
    assertThat(least.complete()).isTrue();
    Account restricted = account("GONE").with().column("api_list_restrict", "1").build();
    LeastPrivilege kept =
        LeastPrivilege.ofProgram(restricted, calls("add_lead"), List.of(newest()));
    assertThat(kept.account().has(Flag.API_LIST_RESTRICT)).isTrue();
    assertThat(kept.closed().get(0).reason()).startsWith("user_group is GONE; needed: an existing");
  }

  @Test
  void whatABuildDoesNotHaveIsKeptAsUnknown() {
    LeastPrivilege least =
        LeastPrivilege.ofProgram(
            account(""),
            calls("hopper_bulk_insert", "agent_status", "no_such", "agent_status:x=Y"),
            List.of(evaluator("240703-1657")));
    assertThat(least.closed()).hasSize(3).allMatch(LeastPrivilege.Closed::unknown);
    assertThat(least.closed().get(1).reason())
        .isEqualTo("build 240703-1657 of the Non-Agent API does not have it");
    assertThat(least.account().apiAllowedFunctions()).isEqualTo(" agent_status ");
  }

  @Test
  void buildsThatDoNotLookAtTheListGetNone() {
    LeastPrivilege least =
        LeastPrivilege.ofProgram(account(""), calls("add_lead"), List.of(evaluator("140812-0939")));
    assertThat(least.settings()).noneMatch(s -> s.column().equals("api_allowed_functions"));
    assertThat(least.complete()).isTrue();
  }

  @Test
  void aListThatVicidialWouldCutIsNotWritten() {
    AccessEvaluator access = newest();
    List<Call> all = access.functions().stream().map(f -> Call.of(f.name())).toList();
    LeastPrivilege least = LeastPrivilege.ofProgram(account("LOADER"), all, List.of(access));
    assertThat(least.account().apiAllowedFunctions().length()).isLessThanOrEqualTo(1000);
    assertThat(least.closed()).isNotEmpty().allMatch(c -> c.reason().contains("second account"));
  }

  @Test
  void nothingIsOpenedForWhatTheListHasNoRoomFor() {
    AccessEvaluator access = newest();
    List<Call> all = new ArrayList<>();
    access.functions().stream()
        .filter(Function::needsLogin)
        .forEach(f -> all.add(Call.of(f.name())));
    all.add(new Call("update_list", "delete_list=Y"));
    LeastPrivilege least = LeastPrivilege.ofProgram(account("LOADER"), all, List.of(access));
    assertThat(least.closed())
        .extracting(closed -> closed.call().toString())
        .contains("update_list", "update_list:delete_list=Y", "update_user");
    assertThat(least.cut()).contains("update_list", "update_user").doesNotContain("add_lead");
    assertThat(least.account().has(Flag.DELETE_LISTS)).isFalse();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatIsCutFromTheListLeavesTheLeastForTheRest(
      @ForAll("builds") Build build, @ForAll long seed) {
    AccessEvaluator access = evaluator(build.toString());
    List<Call> calls = many(access, seed);
    Account before = account("LOADER");
    LeastPrivilege least = LeastPrivilege.ofProgram(before, calls, List.of(access));
    List<Call> closed = least.closed().stream().map(LeastPrivilege.Closed::call).toList();
    List<Call> open = calls.stream().filter(call -> !closed.contains(call)).toList();
    assertThat(open(least.account(), calls, access)).containsExactlyInAnyOrderElementsOf(open);
    for (Account less : less(least)) {
      assertThat(open(less, open, access)).as(less.toString()).hasSizeLessThan(open.size());
    }
    LeastPrivilege again = LeastPrivilege.ofProgram(before, open, List.of(access));
    assertThat(again.account()).isEqualTo(least.account());
    assertThat(again.closed()).isEmpty();
  }

  @Test
  void twoBuildsAreServedByOneAccount() {
    LeastPrivilege least =
        LeastPrivilege.ofProgram(
            account(""),
            calls("campaigns_list"),
            List.of(evaluator("240703-1657"), evaluator("250720-1841")));
    assertThat(least.account().userLevel()).isEqualTo(8);
    assertThat(
            LeastPrivilege.ofProgram(
                    account(""), calls("campaigns_list"), List.of(evaluator("240703-1657")))
                .account()
                .userLevel())
        .isEqualTo(7);
  }

  @Test
  void whoChangesAccountsReachesOnlyThoseBelow() {
    LeastPrivilege least = program("", "update_user");
    assertThat(least.account().has(Flag.MODIFY_SAME_USER_LEVEL)).isFalse();
    assertThat(program("", "copy_user").account().has(Flag.MODIFY_SAME_USER_LEVEL)).isTrue();
  }

  @Test
  void aPersonKeepsWhatTheScreensMayNeed() {
    Account person =
        account("LOADER").with().column("user_level", "9").column("modify_users", "1").build();
    LeastPrivilege least =
        LeastPrivilege.ofPerson(person, calls("agent_status"), List.of(newest()));
    assertThat(least.changes())
        .extracting(Change::column)
        .containsExactly("api_allowed_functions", "vdc_agent_api_access", "view_reports");
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void opensExactlyTheCallsAndEveryPartOfItIsNeeded(
      @ForAll("accounts") Account before,
      @ForAll("builds") Build build,
      @ForAll("agentBuilds") Build agent,
      @ForAll long seed) {
    AccessEvaluator access = evaluator(build, agent);
    List<Call> calls = some(access, seed);
    LeastPrivilege least = LeastPrivilege.ofProgram(before, calls, List.of(access));
    assertThat(least.closed()).isEmpty();
    assertThat(open(least.account(), calls, access)).containsExactlyInAnyOrderElementsOf(calls);
    Set<String> functions = new TreeSet<>();
    calls.forEach(call -> functions.add(call.function()));
    if (access.looksAtFunctionLists() && calls.stream().allMatch(c -> listed(c, access))) {
      Subject subject = access.prepare(least.account());
      for (int i = 0; i < access.functions().size(); i++) {
        if (access.requirement(i).allowedFunctions()) {
          assertThat(access.decide(subject, i) == Verdict.GRANTED)
              .as(access.functions().get(i).name())
              .isEqualTo(functions.contains(access.functions().get(i).name()));
        }
      }
    }
    for (Account less : less(least)) {
      assertThat(open(less, calls, access)).as(less.toString()).hasSizeLessThan(calls.size());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void oneAccountServesTwoBuildsAndIsStillTheLeast(
      @ForAll("builds") Build one, @ForAll("builds") Build other, @ForAll long seed) {
    AccessEvaluator first = evaluator(one.toString());
    AccessEvaluator second = evaluator(other.toString());
    List<Call> calls =
        some(first, seed).stream()
            .filter(call -> !Demand.ofFunction(call.function(), second).isEmpty())
            .filter(
                call ->
                    call.operation() == null
                        || Demand.ofOperations(call.function(), second).stream()
                            .anyMatch(d -> d.name().equals(call.toString())))
            .toList();
    Account before = account("LOADER");
    LeastPrivilege least = LeastPrivilege.ofProgram(before, calls, List.of(first, second));
    assertThat(least.closed()).isEmpty();
    assertThat(open(least.account(), calls, first)).hasSameSizeAs(calls);
    assertThat(open(least.account(), calls, second)).hasSameSizeAs(calls);
    for (Account less : less(least)) {
      int open = open(less, calls, first).size() + open(less, calls, second).size();
      assertThat(open).as(less.toString()).isLessThan(2 * calls.size());
    }
    assertThat(LeastPrivilege.ofProgram(before, calls, List.of(second, first))).isEqualTo(least);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatIsTheLeastNeedsNoChange(
      @ForAll("accounts") Account before, @ForAll("builds") Build build, @ForAll long seed) {
    AccessEvaluator access = evaluator(build.toString());
    List<Call> calls = some(access, seed);
    LeastPrivilege least = LeastPrivilege.ofProgram(before, calls, List.of(access));
    AccountBuilder changed = before.with();
    least.changes().forEach(change -> changed.column(change.column(), change.to()));
    assertThat(changed.build()).isEqualTo(least.account());
    assertThat(LeastPrivilege.ofProgram(least.account(), calls, List.of(access)).changes())
        .isEmpty();
  }

  /** Every account that has one power less. */
  private static List<Account> less(LeastPrivilege least) {
    Account account = least.account();
    List<Account> less = new ArrayList<>();
    if (account.userLevel() > 1) {
      String lower = Integer.toString(account.userLevel() - 1);
      less.add(account.with().column("user_level", lower).build());
    }
    for (Flag flag : Flag.values()) {
      if (flag.opens() && account.has(flag)) {
        less.add(account.with().column(flag.column(), "0").build());
      }
    }
    for (int value : MODIFY_LEADS.subList(0, MODIFY_LEADS.indexOf(account.modifyLeads()))) {
      less.add(account.with().column("modify_leads", Integer.toString(value)).build());
    }
    String text = account.apiAllowedFunctions();
    if (least.settings().stream().anyMatch(s -> s.column().equals("api_allowed_functions"))) {
      for (String name : FunctionList.granted(text)) {
        String without = FunctionList.without(text, List.of(name));
        less.add(account.with().column("api_allowed_functions", without).build());
      }
    }
    return less;
  }

  private static List<Call> open(Account account, List<Call> calls, AccessEvaluator access) {
    Subject subject = access.prepare(account);
    return calls.stream()
        .filter(
            call -> {
              int index = access.indexOf(call.function());
              Operation operation =
                  access.functions().get(index).operation(call.operation()).orElse(null);
              return Verdict.GRANTED
                  == (operation == null
                      ? access.decide(subject, index)
                      : access.decide(subject, index, operation));
            })
        .toList();
  }

  private static boolean listed(Call call, AccessEvaluator access) {
    return access.requirement(access.indexOf(call.function())).allowedFunctions();
  }

  /** Some calls that the builds know; few enough for the list to fit. */
  private static List<Call> some(AccessEvaluator access, long seed) {
    Random random = new Random(seed);
    Set<Call> calls = new TreeSet<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      Function function = access.functions().get(random.nextInt(access.functions().size()));
      List<Operation> operations = access.operations(function);
      calls.add(
          operations.isEmpty() || random.nextBoolean()
              ? Call.of(function.name())
              : new Call(
                  function.name(), operations.get(random.nextInt(operations.size())).name()));
    }
    return List.copyOf(calls);
  }

  /**
   * Nearly all that the builds know, in any of its forms; too many for the list of newer builds.
   */
  private static List<Call> many(AccessEvaluator access, long seed) {
    Random random = new Random(seed);
    Set<Call> calls = new TreeSet<>();
    for (Function function : access.functions()) {
      if (function.needsLogin() && random.nextInt(8) > 0) {
        calls.add(Call.of(function.name()));
      }
      for (Operation operation : access.operations(function)) {
        if (function.needsLogin() && random.nextInt(4) == 0) {
          calls.add(new Call(function.name(), operation.name()));
        }
      }
    }
    return List.copyOf(calls);
  }

  @Provide
  Arbitrary<Build> builds() {
    return Arbitraries.of(CATALOG.api(Api.NON_AGENT).builds());
  }

  @Provide
  Arbitrary<Build> agentBuilds() {
    return Arbitraries.of(CATALOG.api(Api.AGENT).builds());
  }

  @Provide
  Arbitrary<Account> accounts() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9),
            Arbitraries.of("LOADER", "loader ", ""),
            Arbitraries.integers().between(0, 6),
            Arbitraries.of(" ALL_FUNCTIONS ", "", " add_lead ", "add_lead,update_lead"),
            Arbitraries.of(Flag.class).filter(f -> f != Flag.API_LIST_RESTRICT).set())
        .as(
            (level, group, leads, list, flags) -> {
              AccountBuilder account = account(group).with();
              account.column("user_level", Integer.toString(level));
              account.column("modify_leads", Integer.toString(leads));
              account.column("api_allowed_functions", list);
              flags.forEach(flag -> account.column(flag.column(), "1"));
              return account.build();
            });
  }

  private static Account account(String group) {
    return Account.builder("loader").column("user_group", group).build();
  }

  private static LeastPrivilege program(String group, String... calls) {
    return LeastPrivilege.ofProgram(account(group), calls(calls), List.of(newest()));
  }

  private static List<Call> calls(String... calls) {
    List<Call> parsed = new ArrayList<>();
    for (String call : calls) {
      String[] parts = call.split(":", 2);
      parsed.add(new Call(parts[0], parts.length == 1 ? null : parts[1]));
    }
    return parsed;
  }

  private static String reason(LeastPrivilege least, String column) {
    return least.settings().stream()
        .filter(setting -> setting.column().equals(column))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  private static AccessEvaluator newest() {
    return evaluator("250720-1841");
  }

  private static AccessEvaluator evaluator(String build) {
    return new AccessEvaluator(CATALOG, Builds.choose(CATALOG, build, null), GROUPS, null);
  }

  private static AccessEvaluator evaluator(Build build, Build agent) {
    return new AccessEvaluator(CATALOG, new Builds(build, agent, List.of()), GROUPS, null);
  }
}
