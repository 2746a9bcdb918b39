package org.vicilint.diff;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Refusals;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;

/** Compares, for one account at a time, the decisions on every call. */
final class CallComparison {
  private final AccessEvaluator before;
  private final AccessEvaluator after;
  private final boolean moves;
  private final List<Pair> pairs = new ArrayList<>();

  /** A function with its index on both sides; -1 where a build does not have it. */
  private record Pair(Function function, int before, int after) {}

  /**
   * @param moves whether to report calls that both sides refuse, but by different gates
   */
  CallComparison(AccessEvaluator before, AccessEvaluator after, boolean moves) {
    this.before = before;
    this.after = after;
    this.moves = moves;
    for (Function function : after.catalog().functions()) {
      Pair pair =
          new Pair(function, before.indexOf(function.name()), after.indexOf(function.name()));
      if (function.needsLogin() && (pair.before >= 0 || pair.after >= 0)) {
        pairs.add(pair);
      }
    }
  }

  /**
   * Returns the calls that differ.
   *
   * @param first the account on the first side; null when it is not there
   * @param second the account on the second side; likewise
   * @param common receives the functions that are granted on both sides
   */
  List<CallChange> of(Subject first, Subject second, List<Function> common) {
    List<CallChange> changes = new ArrayList<>();
    for (Pair pair : pairs) {
      int size = changes.size();
      Verdict one = verdict(before, first, pair.before, null);
      Verdict two = verdict(after, second, pair.after, null);
      if (one == Verdict.GRANTED && two == Verdict.GRANTED) {
        common.add(pair.function);
      } else {
        compare(changes, pair, null, one, two, first, second);
      }
      boolean same = size == changes.size();
      for (Operation operation : pair.function.operations()) {
        Verdict less = verdict(before, first, pair.before, operation);
        Verdict more = verdict(after, second, pair.after, operation);
        // The refusal of an operation adds nothing where the function itself differs.
        if (same || less == Verdict.GRANTED || more == Verdict.GRANTED) {
          compare(changes, pair, operation, less, more, first, second);
        }
      }
    }
    changes.sort(CallChange.ORDER);
    return changes;
  }

  private void compare(
      List<CallChange> changes,
      Pair pair,
      Operation operation,
      Verdict one,
      Verdict two,
      Subject first,
      Subject second) {
    boolean lost = one == Verdict.GRANTED;
    boolean gained = two == Verdict.GRANTED;
    if (lost && gained) {
      return;
    }
    boolean asked = lost || gained || (moves && known(one) && known(two));
    if (!asked) {
      return;
    }
    Refusals refusedBefore = refusals(before, first, pair.before, operation);
    Refusals refusedAfter = refusals(after, second, pair.after, operation);
    if (lost || gained || !refusedBefore.equals(refusedAfter)) {
      changes.add(
          new CallChange(
              gained ? CallChange.Kind.GAINED : lost ? CallChange.Kind.LOST : CallChange.Kind.MOVED,
              pair.function,
              operation,
              one,
              two,
              refusedBefore,
              refusedAfter));
    }
  }

  /** Whether there is an account, and a call that the build has. */
  private static boolean known(Verdict verdict) {
    return verdict != null && verdict != Verdict.NO_FUNCTION;
  }

  private static Verdict verdict(
      AccessEvaluator access, Subject subject, int function, Operation operation) {
    if (subject == null) {
      return null;
    }
    if (function < 0) {
      return Verdict.NO_FUNCTION;
    }
    return operation == null
        ? access.decide(subject, function)
        : access.decide(subject, function, operation);
  }

  private static Refusals refusals(
      AccessEvaluator access, Subject subject, int function, Operation operation) {
    return subject == null || function < 0 ? null : access.refusals(subject, function, operation);
  }
}
