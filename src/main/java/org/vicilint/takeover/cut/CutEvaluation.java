package org.vicilint.takeover.cut;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.takeover.EscalationGraph;

/**
 * What an attempt makes of the openings of an estate. Most stay as they are. When another change is
 * made, only what that one touches has to be found anew.
 */
final class CutEvaluation {
  private final CandidateCut attempt;
  private final boolean gone;
  private final Map<ReachOfClass, List<ReachOfClass>> changed = new IdentityHashMap<>();
  private TakeoverTotals total;

  /** A change that was made since, and the openings of the estate after it. */
  record Made(
      CandidateCut attempt,
      Map<ReachOfClass, List<ReachOfClass>> changed,
      List<ReachOfClass> fresh) {}

  private CutEvaluation(CandidateCut attempt, CutImpact effect, TakeoverTotals before) {
    this.attempt = attempt;
    this.gone = effect.gone();
    this.total = before;
  }

  /**
   * @param before how much the openings are without the attempt
   */
  static CutEvaluation of(
      CandidateCut attempt,
      EscalationGraph land,
      List<ReachOfClass> openings,
      TakeoverTotals before) {
    CutImpact effect = new CutImpact(attempt, attempt.in(land));
    CutEvaluation outcome = new CutEvaluation(attempt, effect, before);
    openings.forEach(opening -> outcome.put(opening, effect.on(opening)));
    return outcome;
  }

  /**
   * The outcome after another change was made.
   *
   * @param same the same attempt in the estate after that
   * @param openings all of that estate
   */
  CutEvaluation after(
      Made made,
      CandidateCut same,
      EscalationGraph land,
      List<ReachOfClass> openings,
      TakeoverTotals before) {
    EscalationGraph both = same.in(land);
    CutImpact effect = new CutImpact(same, both);
    if (effect.gone() != gone) {
      return of(same, land, openings, before);
    }
    CutEvaluation outcome = new CutEvaluation(same, effect, before);
    CutImpact other = new CutImpact(made.attempt, both);
    changed.forEach(
        (opening, left) -> {
          if (!made.changed.containsKey(opening)) {
            outcome.put(opening, other.on(left));
          }
        });
    made.fresh.forEach(opening -> outcome.put(opening, effect.on(opening)));
    return outcome;
  }

  private void put(ReachOfClass opening, List<ReachOfClass> left) {
    if (left.size() == 1 && left.get(0) == opening) {
      return;
    }
    changed.put(opening, left);
    total = total.minus(opening.all());
    for (ReachOfClass each : left) {
      total = total.plus(each.all());
    }
  }

  CandidateCut attempt() {
    return attempt;
  }

  /** How much all openings are with the attempt. */
  TakeoverTotals total() {
    return total;
  }

  /** How many openings it changes. */
  int size() {
    return changed.size();
  }

  /** Makes the change. */
  Made made() {
    List<ReachOfClass> fresh = new ArrayList<>();
    changed.values().forEach(fresh::addAll);
    return new Made(attempt, changed, fresh);
  }

  /** The openings with the attempt, in the order of those without it. */
  List<ReachOfClass> on(List<ReachOfClass> openings) {
    List<ReachOfClass> result = new ArrayList<>(openings.size() + 1);
    openings.forEach(opening -> result.addAll(changed.getOrDefault(opening, List.of(opening))));
    return result;
  }
}
