package org.vicilint.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.ListScope;
import org.vicilint.access.UserScope;
import org.vicilint.audit.ReachChange.Reach;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;

/** Compares how far an account reaches with what it may do on both sides. */
final class ReachComparison {
  private static final String GROUP = "user_group";
  private static final String UPDATE = "update_user";

  /** The functions that name another account. */
  private static final Set<String> NAME_ACCOUNTS = Set.of("add_user", "copy_user", UPDATE);

  private final Side before;
  private final Side after;

  /** The flags that no function looks at: they can open nothing but screens. */
  private final List<Flag> screenFlags;

  ReachComparison(Side before, Side after) {
    this.before = before;
    this.after = after;
    long asked = before.access().flags() | after.access().flags() | Flag.IGNORE_IP_LIST.bit();
    this.screenFlags =
        List.of(Flag.values()).stream().filter(f -> f.opens() && (asked & f.bit()) == 0).toList();
  }

  /**
   * What is reached that differs.
   *
   * @param common the functions that are granted on both sides
   */
  List<ReachChange> of(Account earlier, Account account, List<Function> common) {
    List<ReachChange> changes = new ArrayList<>();
    accounts(changes, earlier, account, common);
    lists(changes, earlier, account, common);
    screens(changes, earlier, account);
    if (!common.isEmpty()) {
      addresses(changes, earlier, account);
    }
    return changes;
  }

  private void accounts(
      List<ReachChange> changes, Account earlier, Account account, List<Function> common) {
    for (Function function : common) {
      if (NAME_ACCOUNTS.contains(function.name())) {
        UserScope one = scope(function, earlier, before.estate().groups());
        UserScope two = scope(function, account, after.estate().groups());
        add(
            changes,
            new ReachChange(
                Reach.ACCOUNTS,
                true,
                List.of(function),
                ReachWords.of(one, earlier, before.estate().groups()),
                ReachWords.of(two, account, after.estate().groups()),
                columns(
                    earlier, account, "user_level", GROUP, Flag.MODIFY_SAME_USER_LEVEL.column()),
                GainScale.of(function, null)),
            !one.contains(two),
            !two.contains(one));
      }
    }
  }

  private static UserScope scope(Function function, Account account, Groups groups) {
    return function.name().equals(UPDATE)
        ? UserScope.ofUpdate(account, groups)
        : UserScope.ofCopy(account, groups);
  }

  private void lists(
      List<ReachChange> changes, Account earlier, Account account, List<Function> common) {
    record Scopes(ListScope before, ListScope after) {}
    Map<Scopes, List<Function>> byScopes = new LinkedHashMap<>();
    for (Function function : common) {
      Scopes scopes = new Scopes(list(before, earlier, function), list(after, account, function));
      if (!scopes.before.equals(scopes.after)) {
        byScopes.computeIfAbsent(scopes, s -> new ArrayList<>()).add(function);
      }
    }
    byScopes.forEach(
        (scopes, functions) ->
            add(
                changes,
                new ReachChange(
                    Reach.LISTS,
                    true,
                    functions,
                    ReachWords.of(scopes.before, earlier, before.estate().groups()),
                    ReachWords.of(scopes.after, account, after.estate().groups()),
                    columns(earlier, account, Flag.API_LIST_RESTRICT.column(), GROUP),
                    functions.stream()
                        .map(f -> GainScale.of(f, null))
                        .min(Comparator.naturalOrder())
                        .orElseThrow()),
                !scopes.before.contains(scopes.after),
                !scopes.after.contains(scopes.before)));
  }

  private static ListScope list(Side side, Account account, Function function) {
    AccessEvaluator access = side.access();
    return ListScope.looksAt(function.name(), access.requirement(access.indexOf(function.name())))
        ? ListScope.of(account, side.estate().groups())
        : new ListScope(true, Set.of());
  }

  private void screens(List<ReachChange> changes, Account earlier, Account account) {
    boolean one = earlier.active() && !earlier.has(Flag.API_ONLY_USER);
    boolean two = account.active() && !account.has(Flag.API_ONLY_USER);
    ReachChange door =
        new ReachChange(
            Reach.SCREENS,
            true,
            List.of(),
            one ? "the agent screen and admin.php take its login" : "neither takes its login",
            two ? "the agent screen and admin.php take its login" : "neither takes its login",
            columns(earlier, account, "active", Flag.API_ONLY_USER.column()),
            Severity.MEDIUM);
    add(changes, door, two && !one, one && !two);
    pages(changes, earlier, account, true);
    pages(changes, earlier, account, false);
  }

  private void pages(List<ReachChange> changes, Account earlier, Account account, boolean wider) {
    Account more = wider ? account : earlier;
    Account less = wider ? earlier : account;
    String[] flags =
        screenFlags.stream()
            .filter(f -> more.has(f) && !less.has(f))
            .map(Flag::column)
            .toArray(String[]::new);
    if (flags.length > 0 && more.active()) {
      String pages = "administration pages that need " + String.join(", ", flags);
      String none = "no " + pages;
      changes.add(
          new ReachChange(
              Reach.SCREENS,
              wider,
              List.of(),
              wider ? none : pages,
              wider ? pages : none,
              columns(earlier, account, flags),
              Severity.MEDIUM));
    }
  }

  private void addresses(List<ReachChange> changes, Account earlier, Account account) {
    String one = list(earlier, before.estate().groups());
    String two = list(account, after.estate().groups());
    String any = "any address";
    ReachChange change =
        new ReachChange(
            Reach.ADDRESSES,
            true,
            List.of(),
            one == null ? any : one,
            two == null ? any : two,
            columns(earlier, account, GROUP, Flag.IGNORE_IP_LIST.column()),
            Severity.LOW);
    boolean differ =
        one == null ? two != null : two == null || !Groups.key(one).equals(Groups.key(two));
    add(changes, change, differ && one != null, differ && two != null);
  }

  /** The addresses from which an account may call the API, in words; null for any. */
  private static String list(Account account, Groups groups) {
    if (account.has(Flag.IGNORE_IP_LIST)) {
      return null;
    }
    if (!groups.known()) {
      return "the IP list of group " + account.userGroup();
    }
    UserGroup group = groups.find(account.userGroup()).orElse(null);
    return group == null || group.anyAddress() ? null : "the IP list " + group.apiIpList();
  }

  private static void add(
      List<ReachChange> changes, ReachChange change, boolean wider, boolean narrower) {
    if (wider) {
      changes.add(change);
    }
    if (narrower) {
      changes.add(
          new ReachChange(
              change.reach(),
              false,
              change.functions(),
              change.before(),
              change.after(),
              change.columns(),
              change.severity()));
    }
  }

  private static List<Change> columns(Account earlier, Account account, String... names) {
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      if (!earlier.value(name).equals(account.value(name))) {
        changes.add(new Change(name, earlier.value(name), account.value(name)));
      }
    }
    return changes;
  }
}
