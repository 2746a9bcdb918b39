package org.vicilint.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.access.Subject;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.PageEffect;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Groups;
import org.vicilint.profile.Profile;

/**
 * Compares the access of accounts on two sides: two estates on the same builds, or one estate on
 * two builds. The result leaves out differences that do not affect access.
 */
public final class AccessDiff {
  private final Side before;
  private final Side after;
  private final Profile profile;
  private final CallComparison calls;
  private final PageComparison pages;
  private final ReachComparison reach;
  private final PowerComparison powers;

  /**
   * Creates a comparison.
   *
   * @param profile the profile, which infers the kind of accounts that do not declare it
   * @param moves whether to report calls that both sides refuse, but by different gates
   */
  public AccessDiff(Side before, Side after, Profile profile, boolean moves) {
    this.before = before;
    this.after = after;
    this.profile = profile;
    this.calls = new CallComparison(before.access(), after.access(), moves);
    this.pages = new PageComparison(before.access().pages(), after.access().pages());
    this.reach = new ReachComparison(before, after);
    this.powers = new PowerComparison(after);
  }

  /** Returns the accounts that differ, by login. */
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
        changes.add(one(AccountChange.Status.NEW, null, account));
      } else {
        gone.remove(Groups.key(earlier.user()));
        changes.add(compare(AccountChange.Status.RENAMED, earlier, account));
      }
    }
    for (Account account : gone.values()) {
      changes.add(one(AccountChange.Status.GONE, account, null));
    }
    changes.sort(Comparator.comparing(c -> c.account().user()));
    return changes;
  }

  private AccountChange compare(AccountChange.Status status, Account earlier, Account account) {
    Subject first = before.access().prepare(earlier);
    Subject second = after.access().prepare(account);
    List<Function> common = new ArrayList<>();
    List<CallChange> differing = calls.of(first, second, common);
    PageDifference opened = pages.of(first, second);
    Both both = new Both(earlier, account, common, opened.common());
    List<ReachChange> reached = reach.of(both);
    opened.effects().forEach(each -> reached.add(reach(each, both)));
    reached.addAll(powers.of(both, differing, opened, reached));
    reached.sort(Comparator.comparing(ReachChange::reach));
    return change(status, earlier, account, differing, opened.changes(), reached);
  }

  private static ReachChange reach(PageDifference.OfEffect each, Both both) {
    boolean wider = each.wider();
    PageEffect more = wider ? each.after() : each.before();
    return new ReachChange(
        ReachChange.Reach.PAGES,
        wider,
        List.of(),
        each.page().name() + " " + each.before().word(),
        each.page().name() + " " + each.after().word(),
        both.differing(each.columns()),
        "",
        Set.of(more.effect()),
        GainScale.of(more));
  }

  /** Returns the change of an account that is on one side only. */
  private AccountChange one(AccountChange.Status status, Account earlier, Account account) {
    Subject first = earlier == null ? null : before.access().prepare(earlier);
    Subject second = account == null ? null : after.access().prepare(account);
    List<CallChange> differing = calls.of(first, second, new ArrayList<>());
    List<PageChange> opened = pages.of(first, second).changes();
    List<ReachChange> given =
        differing.isEmpty() && opened.isEmpty()
            ? powers.ofOne(account == null ? earlier : account, earlier == null)
            : List.of();
    return change(status, earlier, account, differing, opened, given);
  }

  private AccountChange change(
      AccountChange.Status status,
      Account earlier,
      Account account,
      List<CallChange> differing,
      List<PageChange> opened,
      List<ReachChange> reached) {
    return new AccountChange(
        status,
        earlier,
        account,
        earlier == null ? null : profile.kindOf(earlier).kind(),
        account == null ? null : profile.kindOf(account).kind(),
        differing,
        opened,
        reached);
  }

  /** Adds the change of an account on both sides, if something about it differs. */
  private static void add(List<AccountChange> changes, AccountChange change) {
    if (change.differs()) {
      changes.add(change);
    }
  }

  /**
   * Returns the values that make the difference to pages of an account.
   *
   * @param some of the account's pages that are gained, or that are lost
   */
  public List<Change> columns(AccountChange change, List<PageChange> some) {
    Account earlier = change.before();
    Account account = change.after();
    return earlier == null || account == null
        ? List.of()
        : Both.differing(
            earlier,
            account,
            pages.columns(before.access().prepare(earlier), after.access().prepare(account), some));
  }

  /** Returns the gates that make the difference to a call, see {@link GateChange}. */
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
