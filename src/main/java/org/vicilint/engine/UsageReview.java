package org.vicilint.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.LoggedNames;
import org.vicilint.access.ObservedCalls;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Function;
import org.vicilint.engine.UsedFunction.State;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.LoggedAccount;

/**
 * Compares the functions that accounts are granted, by the evaluator, with those that they called.
 */
public final class UsageReview {
  private static final Comparator<UsedFunction> ORDER =
      Comparator.comparing(
              (UsedFunction f) -> f.api() == null ? Api.values().length : f.api().ordinal())
          .thenComparing(UsedFunction::name);

  private final AccessEvaluator access;
  private final LoggedNames names;
  private final boolean told;

  private UsageReview(AccessEvaluator access, boolean told) {
    this.told = told;
    this.access = access;
    this.names = new LoggedNames(access.functions());
  }

  /** Returns every account of the estate and of the log, by login. */
  public static List<UsedAccount> of(Estate estate, AccessEvaluator access) {
    UsageReview review = new UsageReview(access, estate.usage().period() != null);
    SortedMap<String, LoggedAccount> strangers = new TreeMap<>(estate.usage().accounts());
    List<UsedAccount> accounts = new ArrayList<>();
    for (Account account : estate.accounts()) {
      strangers.remove(Groups.key(account.user()));
      LoggedAccount logged = estate.usage().of(account).orElse(null);
      accounts.add(
          new UsedAccount(
              account.user(), account, logged, review.told, review.functions(account, logged)));
    }
    for (LoggedAccount logged : strangers.values()) {
      accounts.add(
          new UsedAccount(
              logged.user(), null, logged, review.told, review.functions(null, logged)));
    }
    accounts.sort(Comparator.comparing(UsedAccount::user));
    return List.copyOf(accounts);
  }

  private List<UsedFunction> functions(Account account, LoggedAccount logged) {
    ObservedCalls called = new ObservedCalls(logged, names, access);
    Subject subject = account == null ? null : access.prepare(account);
    List<UsedFunction> functions = new ArrayList<>();
    for (ObservedCalls.Row row : called.rows()) {
      functions.add(used(row, called, subject));
    }
    for (int i = 0; subject != null && i < access.functions().size(); i++) {
      if (called.use(i) == ObservedCalls.Use.NONE && granted(subject, i)) {
        Function function = access.functions().get(i);
        functions.add(
            new UsedFunction(
                function.api(),
                function.name(),
                List.of(),
                told ? State.UNUSED : State.NO_LOG,
                true,
                null));
      }
    }
    functions.sort(ORDER);
    return functions;
  }

  private UsedFunction used(ObservedCalls.Row row, ObservedCalls called, Subject subject) {
    List<Function> candidates = row.candidates();
    Api api = LoggedNames.api(row.logged().script());
    if (candidates.isEmpty()) {
      return new UsedFunction(
          api, row.logged().function(), List.of(), State.UNKNOWN, false, row.logged());
    }
    boolean granted =
        subject != null
            && candidates.stream().anyMatch(f -> granted(subject, access.indexOf(f.name())));
    if (candidates.size() > 1) {
      return new UsedFunction(
          api,
          row.logged().function(),
          candidates.stream().map(Function::name).toList(),
          State.AMBIGUOUS,
          granted,
          row.logged());
    }
    Function only = candidates.get(0);
    boolean used = called.use(access.indexOf(only.name())) == ObservedCalls.Use.USED;
    return new UsedFunction(
        only.api(),
        only.name(),
        List.of(),
        used ? State.USED : State.REFUSED,
        granted,
        row.logged());
  }

  private boolean granted(Subject subject, int function) {
    return function >= 0 && access.decide(subject, function) == Verdict.GRANTED;
  }
}
