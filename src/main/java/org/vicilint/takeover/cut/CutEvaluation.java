package org.vicilint.takeover.cut;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.takeover.EscalationGraph;

/**
 * Incremental evaluation of a candidate cut: holds only the start classes whose reach it changes,
 * and re-evaluates these when another cut is applied.
 *
 * <p>The argument for {@link #after}: {@link CutImpact} decides from the recorded reach of one
 * start class whether a cut can change it, so start classes can be treated one by one. A class that
 * the applied cut leaves unchanged has the same record in both estates, and the candidate touches
 * it in the one exactly if in the other; its result after both cuts is the applied cut's effect on
 * the candidate's result. A class that the applied cut changes is evaluated again from its new
 * record. Only {@link CutImpact#gone} depends on the rest of the estate: where it differs,
 * everything is evaluated from the start. {@link CutSearch} does the same where both cuts change
 * one account.
 */
final class CutEvaluation {
  private final CandidateCut attempt;
  private final boolean gone;
  private final Map<ReachOfClass, List<ReachOfClass>> changed = new IdentityHashMap<>();
  private TakeoverTotals total;

  /** An applied cut, with the start classes that it changed and their reach after it. */
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
   * @param before the totals without the candidate
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
   * Returns the evaluation after another cut was applied.
   *
   * @param same the candidate in the estate after that cut
   * @param openings all start classes of that estate
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

  /** Returns the totals of all start classes with the candidate. */
  TakeoverTotals total() {
    return total;
  }

  /** Returns the number of start classes that it changes. */
  int size() {
    return changed.size();
  }

  /** Returns the candidate as an applied cut. */
  Made made() {
    List<ReachOfClass> fresh = new ArrayList<>();
    changed.values().forEach(fresh::addAll);
    return new Made(attempt, changed, fresh);
  }

  /** Returns the start classes with the candidate, in the order of those without it. */
  List<ReachOfClass> on(List<ReachOfClass> openings) {
    List<ReachOfClass> result = new ArrayList<>(openings.size() + 1);
    openings.forEach(opening -> result.addAll(changed.getOrDefault(opening, List.of(opening))));
    return result;
  }
}
