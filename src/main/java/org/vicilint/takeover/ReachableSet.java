package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.vicilint.model.Account;

/**
 * What a leaked credential leads to, and in how many steps; not by which ways. It goes from power
 * to power, and of those there are few.
 *
 * <p>Who holds a power matters in one case: an account that was raised or moved is not where it was
 * any more, so that it cannot take itself. So the first two that hold a power are remembered; where
 * several accounts are alike, they are two.
 */
public final class ReachableSet {
  private static final int NOBODY = -1;

  /** An account that is none of the estate's. */
  private static final int STRANGER = -2;

  private final EscalationGraph land;
  private final CapabilityGraph powers;
  private final Collection<SharedCredentials.Known> known;
  private final List<Seed> seeds = new ArrayList<>();
  private final BitSet held = new BitSet();
  private final BitSet used = new BitSet();

  private final BitSet taken = new BitSet();

  /** The powers that two hold, or as good as two. */
  private final BitSet full = new BitSet();

  private final List<BitSet> layers = new ArrayList<>();
  private int[] first = new int[0];
  private int[] second = new int[0];
  private BitSet next = new BitSet();

  /** A credential that is known: how many steps away, its power, and whose it is. */
  private record Seed(int depth, int power, int holder) {}

  /** A power whose turn it is, and who held it when its turn came. */
  private record Turn(int power, int first, int second) {}

  /**
   * @param start whose credential leaks
   * @param anew whether a password that the API takes is known of it, in place of its own
   */
  public ReachableSet(EscalationGraph land, Account start, boolean withNewPassword) {
    this.land = land;
    this.powers = land.powers();
    this.known = withNewPassword ? land.alone(start) : land.sharing().with(start);
    for (SharedCredentials.Known each : known) {
      Account account = each.depth() == 0 ? start : land.current(each.account());
      Foothold hold = withNewPassword ? land.taken(start) : land.own(account);
      if (hold.acts()) {
        seeds.add(
            new Seed(
                each.depth(),
                powers.number(hold.power().id()),
                land.number(hold.fold(), STRANGER)));
      }
    }
    int last = seeds.stream().mapToInt(Seed::depth).max().orElse(-1);
    for (int depth = 0; depth <= last || !next.isEmpty(); depth++) {
      layer(depth);
    }
  }

  private void layer(int depth) {
    for (Seed seed : seeds) {
      if (seed.depth == depth) {
        hold(seed.power, seed.holder);
      }
    }
    List<Turn> turns = new ArrayList<>();
    next.stream().forEach(power -> turns.add(new Turn(power, first[power], second[power])));
    next = new BitSet();
    BitSet takes = new BitSet();
    for (Turn turn : turns) {
      takes.or(powers.takes(turn.power));
      expand(turn);
    }
    takes.and(land.present());
    takes.andNot(taken);
    taken.or(takes);
    layers.add(takes);
  }

  private void expand(Turn turn) {
    int itself = turn.second == NOBODY ? turn.first : NOBODY;
    BitSet leads = (BitSet) powers.leads(turn.power).clone();
    leads.andNot(full);
    for (int to = leads.nextSetBit(0); to >= 0; to = leads.nextSetBit(to + 1)) {
      int only = powers.only(to);
      if (only < 0 || !holds(to, only)) {
        // Who is needed already comes first, so that few are.
        CapabilityGraph.Edge edge = powers.edge(turn.power, to);
        hold(to, edge, itself, true);
        hold(to, edge, itself, false);
      }
    }
    BitSet present = land.present();
    int changed = present.nextSetBit(powers.changed());
    for (; changed >= 0; changed = present.nextSetBit(changed + 1)) {
      if (changed != itself) {
        int by = changed;
        powers.leads(turn.power, changed).stream().forEach(to -> hold(to, by));
      }
    }
    for (int moved : powers.moves(turn.power)) {
      hold(moved, turn.first);
      if (turn.second != NOBODY) {
        hold(moved, turn.second);
      }
    }
  }

  private void hold(int to, CapabilityGraph.Edge edge, int itself, boolean needed) {
    for (int i = 0; i < edge.size() && !full.get(to); i++) {
      int by = edge.by(i);
      if (by != itself && used.get(by) == needed) {
        hold(to, by);
      }
    }
  }

  private boolean holds(int power, int holder) {
    return power < first.length && first[power] == holder;
  }

  private void hold(int power, int holder) {
    if (full.get(power) || (holder >= 0 && land.at(holder) == null)) {
      return;
    }
    if (power >= first.length) {
      int size = first.length;
      first = Arrays.copyOf(first, Math.max(power, powers.size()) + 8);
      second = Arrays.copyOf(second, first.length);
      Arrays.fill(first, size, first.length, NOBODY);
      Arrays.fill(second, size, second.length, NOBODY);
    }
    boolean several = holder == STRANGER || land.at(holder).count() > 1;
    if (first[power] == NOBODY) {
      first[power] = holder;
      second[power] = several ? holder : NOBODY;
    } else if (first[power] != holder) {
      second[power] = holder;
    } else {
      return;
    }
    full.set(power, second[power] != NOBODY);
    held.set(power);
    next.set(power);
    if (holder >= 0) {
      used.set(holder);
    }
  }

  /** The credentials that are known with the first one, itself first. */
  public Collection<SharedCredentials.Known> known() {
    return known;
  }

  /** The powers that are held, by {@link CapabilityGraph#number}; not to be changed. */
  public BitSet held() {
    return held;
  }

  /** Those that hold them, so that nothing else is needed on the way; not to be changed. */
  public BitSet used() {
    return used;
  }

  /** The accounts that are taken by requests; not to be changed. */
  BitSet taken() {
    return taken;
  }

  /** The same by the steps that it takes to them: at 0 those that take one. */
  List<BitSet> layers() {
    return layers;
  }
}
