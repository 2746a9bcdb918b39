package org.vicilint.takeover.cut;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.takeover.Landscape;

/**
 * What an attempt makes of the openings of an estate. Most stay as they are. When another change is
 * made, only what that one touches has to be found anew.
 */
final class Outcome {
  private final Attempt attempt;
  private final boolean gone;
  private final Map<Opening, List<Opening>> changed = new IdentityHashMap<>();
  private Tally total;

  /** A change that was made since, and the openings of the estate after it. */
  record Made(Attempt attempt, Map<Opening, List<Opening>> changed, List<Opening> fresh) {}

  private Outcome(Attempt attempt, Effect effect, Tally before) {
    this.attempt = attempt;
    this.gone = effect.gone();
    this.total = before;
  }

  /**
   * @param before how much the openings are without the attempt
   */
  static Outcome of(Attempt attempt, Landscape land, List<Opening> openings, Tally before) {
    Effect effect = new Effect(attempt, attempt.in(land));
    Outcome outcome = new Outcome(attempt, effect, before);
    openings.forEach(opening -> outcome.put(opening, effect.on(opening)));
    return outcome;
  }

  /**
   * The outcome after another change was made.
   *
   * @param same the same attempt in the estate after that
   * @param openings all of that estate
   */
  Outcome after(Made made, Attempt same, Landscape land, List<Opening> openings, Tally before) {
    Landscape both = same.in(land);
    Effect effect = new Effect(same, both);
    if (effect.gone() != gone) {
      return of(same, land, openings, before);
    }
    Outcome outcome = new Outcome(same, effect, before);
    Effect other = new Effect(made.attempt, both);
    changed.forEach(
        (opening, left) -> {
          if (!made.changed.containsKey(opening)) {
            outcome.put(opening, other.on(left));
          }
        });
    made.fresh.forEach(opening -> outcome.put(opening, effect.on(opening)));
    return outcome;
  }

  private void put(Opening opening, List<Opening> left) {
    if (left.size() == 1 && left.get(0) == opening) {
      return;
    }
    changed.put(opening, left);
    total = total.minus(opening.all());
    for (Opening each : left) {
      total = total.plus(each.all());
    }
  }

  Attempt attempt() {
    return attempt;
  }

  /** How much all openings are with the attempt. */
  Tally total() {
    return total;
  }

  /** How many openings it changes. */
  int size() {
    return changed.size();
  }

  /** Makes the change. */
  Made made() {
    List<Opening> fresh = new ArrayList<>();
    changed.values().forEach(fresh::addAll);
    return new Made(attempt, changed, fresh);
  }

  /** The openings with the attempt, in the order of those without it. */
  List<Opening> on(List<Opening> openings) {
    List<Opening> result = new ArrayList<>(openings.size() + 1);
    openings.forEach(opening -> result.addAll(changed.getOrDefault(opening, List.of(opening))));
    return result;
  }
}
