package org.vicilint.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Call;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;

/** Finds the least account: adds up what the calls demand, then asks the evaluator. */
final class LeastPrivilegeSearch {
  private static final int LOWEST_LEVEL = 1;
  private static final int NAMED = 5;

  private final Account before;
  private final boolean program;
  private final SortedSet<Call> calls;
  private final List<AccessEvaluator> builds;
  private final Set<Demand> demands = new LinkedHashSet<>();
  private final Set<String> cut = new TreeSet<>();
  private final Set<Call> nowhere = new TreeSet<>();
  private final List<LeastPrivilege.Setting> settings = new ArrayList<>();
  private final AccountBuilder account;

  LeastPrivilegeSearch(
      Account before, boolean program, Collection<Call> calls, List<AccessEvaluator> builds) {
    this.before = before;
    this.program = program;
    this.calls = new TreeSet<>(calls);
    this.builds = List.copyOf(builds);
    this.account = before.with();
  }

  LeastPrivilege run() {
    for (AccessEvaluator access : builds) {
      for (Call call : calls) {
        demands.addAll(access.demands().ofFunction(call.function()));
        access.demands().ofOperations(call.function()).stream()
            .filter(operation -> operation.name().equals(call.toString()))
            .forEach(demands::add);
      }
    }
    cut();
    level();
    if (program) {
      set("api_only_user", "1", "a program uses it: the agent screen and admin.php turn it away");
    }
    functions();
    modifyLeads();
    flags();
    listScope();
    sameLevel();
    List<LeastPrivilege.Closed> closed = closed();
    return new LeastPrivilege(before, account.build(), settings, closed, nowhere, cut);
  }

  /**
   * Leaves out the functions that do not fit into the column, as VICIdial would cut the list: they
   * are reported as closed, and nothing is opened for them.
   */
  private void cut() {
    TreeSet<String> names = listed();
    while (FunctionList.of(names).length() > FunctionList.COLUMN_LENGTH) {
      cut.add(names.pollLast());
    }
    demands.removeIf(demand -> cut.contains(demand.function()));
  }

  private TreeSet<String> listed() {
    TreeSet<String> names = new TreeSet<>();
    demands.stream().filter(Demand::listed).map(Demand::name).forEach(names::add);
    return names;
  }

  private void level() {
    int needed = demands.stream().mapToInt(Demand::level).reduce(LOWEST_LEVEL, Math::max);
    if (!program && before.userLevel() > needed) {
      return;
    }
    set(
        "user_level",
        Integer.toString(needed),
        needed == LOWEST_LEVEL
            ? "VICIdial's lowest: nothing that it calls asks for more"
            : neededBy(demand -> demand.level() == needed));
  }

  /**
   * Decides the list of functions; where a build does not look at the list, the column may not even
   * exist.
   */
  private void functions() {
    if (builds.stream().noneMatch(AccessEvaluator::looksAtFunctionLists)) {
      return;
    }
    TreeSet<String> names = listed();
    set(
        "api_allowed_functions",
        FunctionList.of(names),
        names.isEmpty()
            ? "it calls nothing that looks at it"
            : "exactly what it calls, each with a blank on both sides");
  }

  private void modifyLeads() {
    int[] accepted =
        demands.stream().mapToInt(Demand::modifyLeads).filter(values -> values != 0).toArray();
    if (accepted.length == 0) {
      if (program && before.modifyLeads() != 0) {
        set("modify_leads", "0", "nothing that it calls looks at it");
      }
      return;
    }
    int all = accepted[0];
    for (int values : accepted) {
      // Where no value serves all, the first ones are served, and the others are reported as
      // closed.
      all = (all & values) == 0 ? all : all & values;
    }
    int least = ModifyLeads.least(all);
    if (!program && (all >> before.modifyLeads() & 1) != 0) {
      return;
    }
    String why =
        Integer.bitCount(all) == 1
            ? "no other value serves all of it"
            : "%d has the least power of the values accepted (%s)"
                .formatted(least, ModifyLeads.list(all));
    set(
        "modify_leads",
        Integer.toString(least),
        "%s; %s: it %s"
            .formatted(
                neededBy(demand -> demand.modifyLeads() != 0), why, ModifyLeads.power(least)));
  }

  private void flags() {
    long needed = demands.stream().mapToLong(Demand::flags).reduce(0, (a, b) -> a | b);
    for (Flag flag : Flag.values()) {
      if ((needed & flag.bit()) != 0) {
        set(flag.column(), "1", neededBy(demand -> (demand.flags() & flag.bit()) != 0));
      } else if (program && flag.opens() && before.has(flag)) {
        set(flag.column(), "0", "nothing that it calls needs it");
      }
    }
  }

  private void listScope() {
    if (demands.stream().noneMatch(Demand::scoped)) {
      return;
    }
    String column = Flag.API_LIST_RESTRICT.column();
    String group = before.userGroup();
    boolean exists = builds.stream().allMatch(access -> access.groups().exists(group));
    String limits = names(demands.stream().filter(Demand::scoped).map(Demand::name).toList());
    if (exists) {
      set(column, "1", "limits %s to the lists of its group's campaigns".formatted(limits));
      boolean all = builds.get(0).groups().find(group).filter(UserGroup::allCampaigns).isPresent();
      set(
          "user_group",
          group,
          all
              ? "it has all campaigns, so nothing is limited yet: move the account to a group with only those that it works for"
              : "its campaigns are what api_list_restrict leaves");
    } else if (!before.has(Flag.API_LIST_RESTRICT)) {
      set(
          column,
          "0",
          "nothing limits %s to some lists: set it to 1 once the account is in a user_group with only its campaigns"
              .formatted(limits));
    }
  }

  /** The flag matters where a function reaches accounts of the caller's own level. */
  private void sameLevel() {
    String column = Flag.MODIFY_SAME_USER_LEVEL.column();
    Account with = account.build().with().column(column, "1").build();
    Account without = with.with().column(column, "0").build();
    for (AccessEvaluator access : builds) {
      Groups groups = access.groups();
      boolean update =
          needs("update_user")
              && !UserScope.ofUpdate(with, groups).equals(UserScope.ofUpdate(without, groups));
      boolean copy =
          needs("copy_user")
              && !UserScope.ofCopy(with, groups).equals(UserScope.ofCopy(without, groups));
      if (update || copy) {
        set(
            column,
            "0",
            "%s then reaches only accounts below its own level, and not itself"
                .formatted(update ? "update_user" : "copy_user"));
        return;
      }
    }
  }

  private boolean needs(String function) {
    return demands.stream().anyMatch(demand -> demand.name().equals(function));
  }

  private void set(String column, String value, String reason) {
    settings.add(new LeastPrivilege.Setting(column, value, reason));
    account.column(column, value);
  }

  private String neededBy(Predicate<Demand> which) {
    return "needed by " + names(demands.stream().filter(which).map(Demand::by).toList());
  }

  private static String names(Collection<String> all) {
    List<String> names = List.copyOf(new TreeSet<>(all));
    return names.size() <= NAMED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMED - 1))
            + " and %d more".formatted(names.size() - NAMED + 1);
  }

  /**
   * Returns the calls that stay closed. The evaluator has the last word, whatever the demands add
   * up to.
   */
  private List<LeastPrivilege.Closed> closed() {
    Account found = account.build();
    List<LeastPrivilege.Closed> closed = new ArrayList<>();
    nowhere.addAll(calls);
    for (AccessEvaluator access : builds) {
      Subject subject = access.prepare(found);
      for (Call call : calls) {
        LeastPrivilege.Closed one = closed(found, subject, call, access);
        if (one == null || !one.unknown()) {
          nowhere.remove(call);
        }
        if (one != null && !closed.contains(one)) {
          closed.add(one);
        }
      }
    }
    return closed;
  }

  private LeastPrivilege.Closed closed(
      Account found, Subject subject, Call call, AccessEvaluator access) {
    Function function = access.catalog().function(call.function()).orElse(null);
    if (function == null) {
      return new LeastPrivilege.Closed(call, true, "no build of either API has this function");
    }
    Builds on = access.builds();
    String build = "build %s of the %s ".formatted(on.of(function.api()), function.api().title());
    int index = access.indexOf(function.name());
    Operation operation =
        call.operation() == null ? null : function.operation(call.operation()).orElse(null);
    if (!function.needsLogin()) {
      return null;
    }
    if (index < 0) {
      return new LeastPrivilege.Closed(call, true, build + "does not have it");
    }
    if (call.operation() != null
        && (operation == null || operation.at(on.of(function.api())).isEmpty())) {
      return new LeastPrivilege.Closed(call, true, build + "does not know the parameter");
    }
    if (cut.contains(call.function())) {
      return new LeastPrivilege.Closed(
          call,
          false,
          "the list of all functions is longer than the %d characters that the column keeps: let a second account call it"
              .formatted(FunctionList.COLUMN_LENGTH));
    }
    Verdict verdict =
        operation == null
            ? access.decide(subject, index)
            : access.decide(subject, index, operation);
    if (verdict == Verdict.GRANTED) {
      return null;
    }
    Gate gate = access.explain(found, function, operation).failed().orElseThrow();
    return new LeastPrivilege.Closed(
        call,
        false,
        "%s is %s; needed: %s".formatted(gate.column(), gate.actual(), gate.required()));
  }
}
