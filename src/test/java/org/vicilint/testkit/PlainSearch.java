package org.vicilint.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.vicilint.model.Account;
import org.vicilint.model.Characters;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.UserGroup;

/**
 * The same question asked plainly: every state of every account written out, every pair looked at,
 * breadth first. It restates the rules of build 250720-1841 and shares no line with the product.
 */
public final class PlainSearch {
  private final List<Account> accounts;
  private final Map<String, String> views = new TreeMap<>();

  /** An account as somebody holds it. */
  private record State(int account, boolean ownPassword, int level, String group) {}

  public PlainSearch(Estate estate) {
    this.accounts = estate.accounts();
    for (UserGroup group : estate.groups().all()) {
      views.put(group.userGroup(), group.adminViewableGroups());
    }
  }

  /** How many steps lead to each other account; those that are not reached are missing. */
  public Map<String, Integer> distances(int start, boolean ownPassword) {
    Map<State, Integer> seen = new LinkedHashMap<>();
    Queue<State> queue = new ArrayDeque<>();
    Account first = accounts.get(start);
    State begin = new State(start, ownPassword, first.userLevel(), first.userGroup());
    seen.put(begin, 0);
    queue.add(begin);
    Map<String, Integer> distances = new TreeMap<>();
    while (!queue.isEmpty()) {
      State state = queue.remove();
      int steps = seen.get(state);
      if (state.account != start) {
        distances.putIfAbsent(accounts.get(state.account).user(), steps);
      }
      for (State next : next(state)) {
        if (seen.putIfAbsent(next, steps + 1) == null) {
          queue.add(next);
        }
      }
    }
    return distances;
  }

  private List<State> next(State state) {
    List<State> next = new ArrayList<>();
    Account me = accounts.get(state.account);
    for (int i = 0; i < accounts.size(); i++) {
      Account other = accounts.get(i);
      if (i != state.account) {
        boolean spreads = state.ownPassword && other.active();
        if (spreads && shares(me, other)) {
          next.add(new State(i, true, other.userLevel(), other.userGroup()));
        }
        if (may("copy_user", me, state)
            && other.active()
            && named(other)
            && makes(me, state.level, other.userLevel())
            && (views.containsKey(other.userGroup()) || other.userGroup().isEmpty())
            && sees(state.group, other.userGroup())) {
          next.add(new State(i, false, other.userLevel(), other.userGroup()));
        }
      }
      if (may("update_user", me, state) && named(other)) {
        int level = i == state.account ? state.level : other.userLevel();
        String group = i == state.account ? state.group : other.userGroup();
        if (level <= highest(me, state.level) && sees(state.group, group)) {
          List<String> groups = new ArrayList<>(List.of(group));
          views.keySet().stream().filter(g -> sees(state.group, g)).forEach(groups::add);
          for (String to : groups) {
            next.add(new State(i, false, level, to));
            for (int higher = level + 1; higher <= highest(me, state.level); higher++) {
              next.add(new State(i, false, higher, to));
            }
          }
        }
      }
    }
    return next;
  }

  private static boolean shares(Account one, Account other) {
    return (one.secret().known()
            && other.secret().known()
            && one.secret().fingerprint() == other.secret().fingerprint())
        || one.declaration().usedBy().stream().anyMatch(other.declaration().usedBy()::contains);
  }

  private static boolean named(Account account) {
    return account.user().matches("[-_0-9A-Za-z]{2,20}");
  }

  private static boolean may(String function, Account account, State state) {
    boolean letIn =
        !state.ownPassword
            || (account.active()
                && (!account.secret().known() || account.secret().characters() != Characters.ANY));
    return letIn
        && named(account)
        && state.level >= 8
        && account.has(Flag.MODIFY_USERS)
        && account.has(Flag.VDC_AGENT_API_ACCESS)
        && Arrays.asList(account.apiAllowedFunctions().strip().split(" ")).stream()
            .anyMatch(word -> word.equals("ALL_FUNCTIONS") || word.equals(function));
  }

  private static int highest(Account account, int level) {
    return account.has(Flag.MODIFY_SAME_USER_LEVEL) ? level : level - 1;
  }

  private static boolean makes(Account account, int level, int wanted) {
    return wanted < level
        || (level == 9 && wanted == 9 && account.has(Flag.MODIFY_SAME_USER_LEVEL));
  }

  private boolean sees(String mine, String group) {
    String view = views.getOrDefault(mine, "");
    return view.length() <= 3
        || view.contains("--ALL--")
        || Arrays.asList(view.split(" ", -1)).contains(group);
  }
}
