package org.vicilint.simulate;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.model.Account;

/**
 * What an account may call after a request, and what that changes.
 *
 * @param callable how many functions of both APIs it may call
 * @param of how many there are
 * @param gained those that it could not call before
 * @param lost those that it can call no more
 */
public record PredictedPower(int callable, int of, List<String> gained, List<String> lost) {
  public PredictedPower {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
  }

  /**
   * Compares an account with what it was.
   *
   * @param before null when there was none
   */
  public static PredictedPower of(AccessEvaluator access, Account before, Account after) {
    Subject old = before == null ? null : access.prepare(before);
    Subject now = access.prepare(after);
    List<String> gained = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    int callable = 0;
    List<Function> functions = access.functions();
    for (int i = 0; i < functions.size(); i++) {
      boolean could = old != null && access.decide(old, i) == Verdict.GRANTED;
      boolean can = access.decide(now, i) == Verdict.GRANTED;
      callable += can ? 1 : 0;
      if (can && !could) {
        gained.add(functions.get(i).name());
      } else if (could && !can) {
        lost.add(functions.get(i).name());
      }
    }
    return new PredictedPower(callable, functions.size(), gained, lost);
  }
}
