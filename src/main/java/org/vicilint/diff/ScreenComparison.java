package org.vicilint.diff;

import java.util.List;
import java.util.Set;
import org.vicilint.access.ListScope;
import org.vicilint.access.UserScope;
import org.vicilint.diff.ReachChange.Reach;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;

/**
 * Compares the view of an account: whether the agent screen accepts its login, and how much its
 * group shows there, on administration pages, and to calls that name no account.
 */
final class ScreenComparison {
  private static final String GROUP = "user_group";
  private static final String TAKES = "the agent screen takes its login";
  private static final String REFUSES = "the agent screen refuses its login";

  private final Groups before;
  private final Groups after;

  ScreenComparison(Groups before, Groups after) {
    this.before = before;
    this.after = after;
  }

  /** Adds the differences that the changes do not yet hold as the reach of calls. */
  void add(List<ReachChange> changes, Both both) {
    boolean one = agentScreen(both.before());
    boolean two = agentScreen(both.after());
    boolean lists = changes.stream().noneMatch(c -> c.reach() == Reach.LISTS);
    boolean accounts = changes.stream().noneMatch(c -> c.reach() == Reach.ACCOUNTS);
    door(changes, both, one, two);
    if (lists && ((one && two) || !both.pages().isEmpty()) && differ(UserGroup.CAMPAIGNS, both)) {
      lists(changes, both);
    }
    boolean sees = !both.pages().isEmpty() || !both.calls().isEmpty();
    if (accounts && sees && differ(UserGroup.VIEWABLE, both)) {
      accounts(changes, both);
    }
  }

  /**
   * Whether the agent screen accepts the login, as read from its source; {@code admin.php} is among
   * the pages.
   */
  private static boolean agentScreen(Account account) {
    return account.active() && !account.has(Flag.API_ONLY_USER);
  }

  private static void door(List<ReachChange> changes, Both both, boolean one, boolean two) {
    ReachChange change =
        new ReachChange(
            Reach.SCREENS,
            true,
            List.of(),
            one ? TAKES : REFUSES,
            two ? TAKES : REFUSES,
            both.differing(List.of("active", Flag.API_ONLY_USER.column())),
            "",
            Set.of(),
            Severity.MEDIUM);
    ReachComparison.add(changes, change, two && !one, one && !two);
  }

  private void lists(List<ReachChange> changes, Both both) {
    ListScope one = ListScope.ofGroup(both.before().userGroup(), before);
    ListScope two = ListScope.ofGroup(both.after().userGroup(), after);
    ReachChange change =
        new ReachChange(
            Reach.LISTS,
            true,
            List.of(),
            ReachWords.of(one, both.before(), before),
            ReachWords.of(two, both.after(), after),
            both.differing(List.of(GROUP)),
            ReachComparison.group(UserGroup.CAMPAIGNS, both),
            Set.of(),
            Severity.MEDIUM);
    ReachComparison.add(changes, change, !one.contains(two), !two.contains(one));
  }

  private void accounts(List<ReachChange> changes, Both both) {
    UserScope one = seen(both.before(), before);
    UserScope two = seen(both.after(), after);
    ReachChange change =
        new ReachChange(
            Reach.ACCOUNTS,
            true,
            List.of(),
            ReachWords.groups(one, both.before(), before),
            ReachWords.groups(two, both.after(), after),
            both.differing(List.of(GROUP)),
            ReachComparison.group(UserGroup.VIEWABLE, both),
            Set.of(),
            Severity.MEDIUM);
    ReachComparison.add(changes, change, !one.contains(two), !two.contains(one));
  }

  /**
   * Returns the groups that an account sees; the page decides which of their levels it may change.
   */
  private static UserScope seen(Account account, Groups groups) {
    UserScope scope = UserScope.ofCopy(account, groups);
    return new UserScope(0, scope.everyGroup(), scope.groups());
  }

  /** Whether the column of the account's group may differ; most groups are equal on both sides. */
  private boolean differ(String column, Both both) {
    String one = both.before().userGroup();
    String two = both.after().userGroup();
    return !Groups.key(one).equals(Groups.key(two))
        || !text(column, before, one).equals(text(column, after, two))
        || before.known() != after.known();
  }

  private static String text(String column, Groups groups, String name) {
    return groups
        .find(name)
        .map(
            g -> column.equals(UserGroup.VIEWABLE) ? g.adminViewableGroups() : g.allowedCampaigns())
        .orElse("");
  }
}
