package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.model.Account;
import org.vicilint.model.UserGroup;

/**
 * The footholds and transitions through which a leaked credential gains power over others, found
 * with a breadth-first search. A foothold that a nearer one dominates is left out, since no
 * shortest path leads through it.
 */
final class PathExpansion {
  private final EscalationGraph land;
  private final Collection<SharedCredentials.Known> known;
  private final List<AccountClass> editors;

  /** The footholds with power over others, each with its depth; equal footholds are one object. */
  private final Map<Foothold, Integer> depths = new IdentityHashMap<>();

  private final Map<Foothold.Id, Foothold> moved = new HashMap<>();

  /** The footholds that a nearer one dominates. */
  private final Set<Foothold> hidden = Collections.newSetFromMap(new IdentityHashMap<>());

  private final List<Foothold> holds = new ArrayList<>();
  private final List<Transition> moves = new ArrayList<>();
  private final Map<Integer, List<Foothold>> layers = new HashMap<>();
  private final Map<String, Foothold> owned = new LinkedHashMap<>();

  /**
   * @param start the account whose credential leaks
   * @param withNewPassword whether the search begins with a new password that the API accepts, in
   *     place of the account's own
   * @param steps the most steps of a path
   */
  PathExpansion(EscalationGraph land, Account start, boolean withNewPassword, int steps) {
    this.land = land;
    this.known = withNewPassword ? land.alone(start) : land.sharing().with(start);
    this.editors = land.editors();
    int last = 0;
    for (SharedCredentials.Known each : known) {
      Foothold hold =
          withNewPassword
              ? land.taken(start)
              : land.own(each.depth() == 0 ? start : land.current(each.account()));
      if (hold.acts()) {
        owned.put(each.account().user(), hold);
        layers.computeIfAbsent(each.depth(), key -> new ArrayList<>()).add(hold);
        last = Math.max(last, each.depth());
      }
    }
    for (int depth = 0; depth < steps && (depth <= last || layers.containsKey(depth)); depth++) {
      for (Foothold hold : layers.getOrDefault(depth, List.of())) {
        if (depths.putIfAbsent(hold, depth) == null) {
          holds.add(hold);
        }
      }
      if (depth + 1 < steps) {
        for (Foothold hold : layers.getOrDefault(depth, List.of())) {
          expand(hold, depth);
        }
      }
    }
  }

  private void expand(Foothold hold, int depth) {
    List<UserGroup> groups = hold.update() ? land.powers().widening(hold.power()) : List.of();
    for (AccountClass fold : editors) {
      if (fold == hold.fold() && fold.count() == 1) {
        continue; // an account does not act on itself
      }
      if (hold.updates(fold.key())) {
        int level = hold.power().raises(fold.level());
        reach(Step.Kind.UPDATE, hold, land.taken(fold, level, fold.userGroup()), depth);
        for (UserGroup group : groups) {
          reach(Step.Kind.UPDATE, hold, land.taken(fold, level, group.userGroup()), depth);
        }
      }
      if (hold.clones(fold.key())) {
        reach(Step.Kind.COPY, hold, land.taken(fold, fold.level(), fold.userGroup()), depth);
      }
    }
    if (hold.power().moves()) {
      for (UserGroup group : groups) {
        Foothold to = land.moved(hold, group.userGroup());
        reach(
            Step.Kind.MOVE,
            hold,
            hold.own() ? moved.computeIfAbsent(to.id(), key -> to) : to,
            depth);
      }
    }
  }

  private void reach(Step.Kind kind, Foothold from, Foothold to, int depth) {
    if (!to.acts() || hidden.contains(to)) {
      return;
    }
    Integer before = depths.get(to);
    if (before == null) {
      for (Foothold nearer : holds) {
        if (depths.get(nearer) <= depth && nearer.power().dominates(to.power())) {
          hidden.add(to); // permanently: later footholds are no nearer
          return;
        }
      }
      depths.put(to, depth + 1);
      holds.add(to);
      layers.computeIfAbsent(depth + 1, key -> new ArrayList<>()).add(to);
    } else if (before <= depth) {
      return;
    }
    moves.add(new Transition(kind, from, to));
  }

  /** Returns the account whose credential leaks. */
  Account start() {
    return known.iterator().next().account();
  }

  /** Returns the credentials that are known with the leaked one, the leaked one first. */
  Collection<SharedCredentials.Known> known() {
    return known;
  }

  /** Returns the footholds with power over others, nearest first. */
  List<Foothold> holds() {
    return holds;
  }

  /** Returns the foothold in an account by its own password; null if it has no power. */
  Foothold owned(Account account) {
    return owned.get(account.user());
  }

  /** Returns the transitions between footholds, each to the next layer. */
  List<Transition> moves() {
    return moves;
  }
}
