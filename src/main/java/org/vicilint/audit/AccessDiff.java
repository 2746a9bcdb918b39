package org.vicilint.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.catalog.Function;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;
import org.vicilint.policy.Profile;

/**
 * Compares what accounts may do on two sides: two estates on the same builds, or one estate on two
 * builds. What makes no difference to access is not in the result.
 */
public final class AccessDiff {
  private final Side before;
  private final Side after;
  private final Profile profile;
  private final CallComparison calls;
  private final ReachComparison reach;

  /**
   * A comparison.
   *
   * @param profile tells what stands behind accounts that do not declare it
   * @param moves whether calls count that are refused on both sides, but by other gates
   */
  public AccessDiff(Side before, Side after, Profile profile, boolean moves) {
    this.before = before;
    this.after = after;
    this.profile = profile;
    this.calls = new CallComparison(before.access(), after.access(), moves);
    this.reach = new ReachComparison(before, after);
  }

  /** The accounts that differ, by login. */
  public List<AccountChange> run() {
    Map<String, Account> gone = new HashMap<>();
    before.estate().accounts().forEach(a -> gone.put(Groups.key(a.user()), a));
    List<Account> added = new ArrayList<>();
    List<AccountChange> changes = new ArrayList<>();
    for (Account account : after.estate().accounts()) {
      Account earlier = gone.remove(Groups.key(account.user()));
      if (earlier == null) {
        added.add(account);
      } else {
        add(changes, compare(AccountChange.Status.CHANGED, earlier, account));
      }
    }
    Map<Account, Account> renamed = Renames.of(List.copyOf(gone.values()), added);
    for (Account account : added) {
      Account earlier = renamed.get(account);
      if (earlier == null) {
        changes.add(
            change(AccountChange.Status.NEW, null, account, calls.of(null, account), List.of()));
      } else {
        gone.remove(Groups.key(earlier.user()));
        changes.add(compare(AccountChange.Status.RENAMED, earlier, account));
      }
    }
    for (Account account : gone.values()) {
      changes.add(
          change(AccountChange.Status.GONE, account, null, calls.of(account, null), List.of()));
    }
    changes.sort(Comparator.comparing(c -> c.account().user()));
    return changes;
  }

  private AccountChange compare(AccountChange.Status status, Account earlier, Account account) {
    List<Function> common = new ArrayList<>();
    List<CallChange> differing = calls.of(earlier, account, common);
    return change(status, earlier, account, differing, reach.of(earlier, account, common));
  }

  private AccountChange change(
      AccountChange.Status status,
      Account earlier,
      Account account,
      List<CallChange> differing,
      List<ReachChange> reached) {
    return new AccountChange(
        status,
        earlier,
        account,
        earlier == null ? null : profile.kindOf(earlier).kind(),
        account == null ? null : profile.kindOf(account).kind(),
        differing,
        reached);
  }

  /** An account that is on both sides counts when something about it differs. */
  private static void add(List<AccountChange> changes, AccountChange change) {
    if (!change.calls().isEmpty() || !change.reach().isEmpty() || change.kindChanged()) {
      changes.add(change);
    }
  }

  /** The gates that make the difference to a call, see {@link GateChange}. */
  public List<GateChange> gates(AccountChange change, CallChange call) {
    Account earlier = change.before();
    Account account = change.after();
    return earlier == null || account == null
        ? List.of()
        : GateChange.between(
            earlier,
            before.access().gates(earlier, call.function(), call.operation()),
            account,
            after.access().gates(account, call.function(), call.operation()));
  }
}
