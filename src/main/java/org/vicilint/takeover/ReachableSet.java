package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.vicilint.model.Account;

/**
 * The account classes that a leaked credential leads to, by number of steps, found with a layered
 * breadth-first search over capabilities. An estate has few different capabilities, so the search
 * does not enumerate accounts or paths.
 *
 * <p>For each capability the search keeps at most two holders. <b>Lemma:</b> two different holders
 * suffice. Proof sketch: the capability alone decides which requests it allows. The holder matters
 * in one case only: an account that was raised or moved cannot be its own target. A transition
 * about an account {@code t} is therefore open exactly when some holder differs from {@code t}.
 * With one holder this excludes the holder itself. With two different holders one of them always
 * differs from {@code t}, so a third opens nothing new. A holder that moves itself into another
 * group holds the moved capability, so two holders give it two holders, and one gives it that one.
 * By induction over the layers, the search knows for each capability exactly whether it has no
 * holder, one holder (and which), or at least two, and in which layer it gets the first and the
 * second. A capability is expanded at these two moments only.
 *
 * <p>A class of two or more equivalent accounts counts as two holders. So does an account outside
 * of the estate, since it is nobody's target.
 */
public final class ReachableSet {
  private static final int NOBODY = -1;

  /** Stands for a holder outside of the estate. */
  private static final int STRANGER = -2;

  private final EscalationGraph land;
  private final CapabilityGraph powers;
  private final Collection<SharedCredentials.Known> known;
  private final List<Seed> seeds = new ArrayList<>();
  private final BitSet held = new BitSet();
  private final BitSet used = new BitSet();

  private final BitSet taken = new BitSet();

  /** The capabilities with two holders, which need no further ones. */
  private final BitSet full = new BitSet();

  private final List<BitSet> layers = new ArrayList<>();
  private int[] first = new int[0];
  private int[] second = new int[0];
  private BitSet next = new BitSet();

  /** A known credential: its depth in steps, its capability, and its holder. */
  private record Seed(int depth, int power, int holder) {}

  /** A capability to expand, with its holders at the beginning of the layer. */
  private record Turn(int power, int first, int second) {}

  /**
   * @param start the account whose credential leaks
   * @param withNewPassword whether the search begins with a new password that the API accepts, in
   *     place of the account's own
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
        // Prefer holders already on some path: it keeps the set of required accounts small.
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

  /** Returns the credentials that are known with the leaked one, the leaked one first. */
  public Collection<SharedCredentials.Known> known() {
    return known;
  }

  /**
   * Returns the indexes of the held capabilities, see {@link CapabilityGraph#number}; not to be
   * changed.
   */
  public BitSet held() {
    return held;
  }

  /**
   * Returns the indexes of the account classes that hold them: together they witness the whole
   * reach, so no other class is needed on the way. Not to be changed.
   */
  public BitSet used() {
    return used;
  }

  /** Returns the indexes of the account classes that requests take; not to be changed. */
  BitSet taken() {
    return taken;
  }

  /** Returns the taken account classes by layer: at index 0 those that one step takes. */
  List<BitSet> layers() {
    return layers;
  }
}
