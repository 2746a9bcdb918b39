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
 * The ways on which a leaked credential gives power over others, step by step: nearest first. What
 * is reached later and can do no more than something nearer is left out, since no shortest path
 * leads through it.
 */
final class PathExpansion {
  private final EscalationGraph land;
  private final Collection<SharedCredentials.Known> known;
  private final List<AccountClass> editors;

  /** The holds with power over others, each with its depth; the same hold is one object. */
  private final Map<Foothold, Integer> depths = new IdentityHashMap<>();

  private final Map<Foothold.Id, Foothold> moved = new HashMap<>();

  /** What something nearer hides. */
  private final Set<Foothold> hidden = Collections.newSetFromMap(new IdentityHashMap<>());

  private final List<Foothold> holds = new ArrayList<>();
  private final List<Transition> moves = new ArrayList<>();
  private final Map<Integer, List<Foothold>> layers = new HashMap<>();
  private final Map<String, Foothold> owned = new LinkedHashMap<>();

  /**
   * @param start whose credential leaks
   * @param anew whether a password that the API takes is known of it, in place of its own
   * @param steps how far to look: what takes more steps is left out
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
        continue; // it is itself
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
          hidden.add(to); // for good: what comes later is no nearer
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

  /** Whose credential leaks. */
  Account start() {
    return known.iterator().next().account();
  }

  /** The credentials that are known with the first one, itself first. */
  Collection<SharedCredentials.Known> known() {
    return known;
  }

  /** The holds with power over others; those of the first steps first. */
  List<Foothold> holds() {
    return holds;
  }

  /** The hold of an account that is known by its own password; null where it has no power. */
  Foothold owned(Account account) {
    return owned.get(account.user());
  }

  /** How holds lead to others, always one step further. */
  List<Transition> moves() {
    return moves;
  }
}
