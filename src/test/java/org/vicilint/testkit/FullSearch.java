package org.vicilint.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.UserGroup;

/**
 * The plainest search of all: whole estates, as they are after each request of somebody who holds
 * some of the accounts. Nothing is taken back or thought away, and clones are accounts. It restates
 * the rules of build 250720-1841, and knows no passwords that are shared.
 */
public final class FullSearch {
  private final List<Account> accounts;
  private final Map<String, String> views = new TreeMap<>();
  private final int clones;

  /** An account: whose flags it has, its level and group, and whether it is held. */
  private record Body(int flags, int level, String group, boolean held) {
    Body with(int newLevel, String newGroup) {
      return new Body(flags, newLevel, newGroup, true);
    }
  }

  /**
   * @param clones how many are made at most
   */
  public FullSearch(Estate estate, int clones) {
    this.accounts = estate.accounts();
    this.clones = clones;
    for (UserGroup group : estate.groups().all()) {
      views.put(group.userGroup(), group.adminViewableGroups());
    }
  }

  /** The accounts of which this one comes to hold the flags, by itself. */
  public Set<String> reached(int start, int steps) {
    List<Body> bodies = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      bodies.add(new Body(i, account.userLevel(), account.userGroup(), i == start));
    }
    Set<List<Body>> seen = new HashSet<>(Set.of(bodies));
    Queue<List<Body>> layer = new ArrayDeque<>(seen);
    Set<String> reached = new TreeSet<>();
    for (int step = 0; step <= steps && !layer.isEmpty(); step++) {
      Queue<List<Body>> next = new ArrayDeque<>();
      for (List<Body> state : layer) {
        for (Body body : state) {
          if (body.held && body.flags != start) {
            reached.add(accounts.get(body.flags).user());
          }
        }
        for (List<Body> after : next(state)) {
          if (seen.add(after)) {
            next.add(after);
          }
        }
      }
      layer = next;
    }
    return reached;
  }

  private Set<List<Body>> next(List<Body> state) {
    Set<List<Body>> next = new LinkedHashSet<>();
    for (Body me : state) {
      for (int i = 0; me.held && i < state.size(); i++) {
        update(me, state, i, next); // itself, too
        copy(me, state, i, next);
      }
    }
    return next;
  }

  private void update(Body me, List<Body> state, int i, Set<List<Body>> next) {
    Body other = state.get(i);
    int highest = has(me, Flag.MODIFY_SAME_USER_LEVEL) ? me.level : me.level - 1;
    if (!may("update_user", me) || other.level > highest || !sees(me.group, other.group)) {
      return;
    }
    Set<String> groups = new TreeSet<>(Set.of(other.group));
    views.keySet().stream().filter(group -> sees(me.group, group)).forEach(groups::add);
    for (String group : groups) {
      for (int level : new TreeSet<>(List.of(other.level, Math.max(other.level, highest)))) {
        List<Body> after = new ArrayList<>(state);
        after.set(i, other.with(level, group));
        next.add(after);
      }
    }
  }

  private void copy(Body me, List<Body> state, int i, Set<List<Body>> next) {
    Body other = state.get(i);
    boolean makes =
        other.level < me.level
            || (me.level == 9 && other.level == 9 && has(me, Flag.MODIFY_SAME_USER_LEVEL));
    if (may("copy_user", me)
        && makes
        && views.containsKey(other.group)
        && sees(me.group, other.group)
        && state.size() < accounts.size() + clones) {
      List<Body> after = new ArrayList<>(state);
      after.add(other.with(other.level, other.group));
      next.add(after);
    }
  }

  private boolean may(String function, Body body) {
    return body.level >= 8
        && has(body, Flag.MODIFY_USERS)
        && has(body, Flag.VDC_AGENT_API_ACCESS)
        && Arrays.asList(accounts.get(body.flags).apiAllowedFunctions().strip().split(" ")).stream()
            .anyMatch(word -> word.equals("ALL_FUNCTIONS") || word.equals(function));
  }

  private boolean has(Body body, Flag flag) {
    return accounts.get(body.flags).has(flag);
  }

  private boolean sees(String mine, String group) {
    String view = views.getOrDefault(mine, "");
    return view.length() <= 3
        || view.contains("--ALL--")
        || Arrays.asList(view.split(" ", -1)).contains(group);
  }
}
