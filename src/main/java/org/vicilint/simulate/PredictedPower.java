package org.vicilint.simulate;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.model.Account;

/**
 * The functions that an account may call after a request, compared with those before.
 *
 * @param callable the number of functions of both APIs that it may call
 * @param of the number of functions of both APIs
 * @param gained the functions that it could not call before
 * @param lost the functions that it can no longer call
 */
public record PredictedPower(int callable, int of, List<String> gained, List<String> lost) {
  public PredictedPower {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
  }

  /**
   * Compares an account after a request with the one before.
   *
   * @param before null if there was no account
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
