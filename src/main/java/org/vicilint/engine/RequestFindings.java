package org.vicilint.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.finding.Finding;
import org.vicilint.lint.Audit;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.simulate.Prediction;

/**
 * Finds the new findings that lint would report on the accounts after requests.
 *
 * <p>Rules read the whole estate, and a run after every request would take too long. So consecutive
 * requests that create accounts share one run. A request that changes or deletes an account has its
 * own run: it may add or clear findings on other accounts.
 */
public final class RequestFindings {
  private final Audit audit;
  private final Estate estate;
  private final AccessEvaluator access;

  public RequestFindings(Audit audit, Estate estate, AccessEvaluator access) {
    this.audit = audit;
    this.estate = estate;
    this.access = access;
  }

  /** Returns the new findings of each request, in the order of the predictions. */
  public List<List<Finding>> of(List<Prediction> predictions, boolean alone) {
    List<List<Finding>> all = new ArrayList<>();
    predictions.forEach(p -> all.add(List.of()));
    Map<String, Account> accounts = new TreeMap<>();
    estate.accounts().forEach(a -> accounts.put(Groups.key(a.user()), a));
    for (List<Integer> round : rounds(predictions, alone)) {
      if (alone) {
        accounts.clear();
        estate.accounts().forEach(a -> accounts.put(Groups.key(a.user()), a));
      }
      for (int each : round) {
        apply(predictions.get(each), accounts);
      }
      if (round.stream().allMatch(i -> predictions.get(i).after() == null)) {
        continue;
      }
      Estate then = estate.withAccounts(List.copyOf(accounts.values()));
      List<Integer> left = round.stream().filter(i -> predictions.get(i).after() != null).toList();
      List<Account> before = new ArrayList<>();
      List<Account> after = new ArrayList<>();
      for (int each : left) {
        Prediction prediction = predictions.get(each);
        after.add(prediction.after());
        before.add(prediction.before() == null ? prediction.after() : prediction.before());
      }
      List<List<Finding>> said = audit.of(before, then, access);
      List<List<Finding>> now = audit.of(after, then, access);
      for (int i = 0; i < left.size(); i++) {
        boolean isNew = predictions.get(left.get(i)).before() == null;
        all.set(left.get(i), isNew ? now.get(i) : raised(said.get(i), now.get(i)));
      }
    }
    return all;
  }

  private static void apply(Prediction prediction, Map<String, Account> accounts) {
    if (prediction.after() != null) {
      accounts.put(Groups.key(prediction.after().user()), prediction.after());
    } else if (prediction.before() != null) {
      accounts.remove(Groups.key(prediction.before().user()));
    }
  }

  /** Returns groups of requests that create, change or delete an account and can share one run. */
  private static List<List<Integer>> rounds(List<Prediction> predictions, boolean alone) {
    List<List<Integer>> rounds = new ArrayList<>();
    boolean ended = true;
    for (int i = 0; i < predictions.size(); i++) {
      Prediction p = predictions.get(i);
      if (p.before() != null || p.after() != null) {
        boolean own = alone || p.before() != null;
        if (own || ended) {
          rounds.add(new ArrayList<>());
        }
        rounds.get(rounds.size() - 1).add(i);
        ended = own;
      }
    }
    return rounds;
  }

  /** Returns the findings that were not reported on the account before. */
  private static List<Finding> raised(List<Finding> before, List<Finding> after) {
    Set<String> said = new HashSet<>();
    before.forEach(f -> said.add(f.rule() + "\0" + f.message()));
    return after.stream().filter(f -> !said.contains(f.rule() + "\0" + f.message())).toList();
  }
}
