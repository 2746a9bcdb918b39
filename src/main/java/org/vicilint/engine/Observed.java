package org.vicilint.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.IntendedCalls;
import org.vicilint.access.LoggedNames;
import org.vicilint.access.ObservedCalls;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Groups;
import org.vicilint.model.LoggedAccount;
import org.vicilint.model.Period;
import org.vicilint.model.ScriptRows;
import org.vicilint.model.Usage;

/**
 * The API log's record of an account whose least privilege is computed.
 *
 * @param period the period of the log
 * @param inLog whether it has any call of the account
 * @param called the functions that were called and are kept, sorted
 * @param ambiguous the names in the log that several functions begin with; all of those are kept
 * @param unused the declared functions that the log does not have
 * @param scripts the rows that scripts other than the APIs logged under its name; these are no
 *     calls
 */
public record Observed(
    Period period,
    boolean inLog,
    List<String> called,
    List<String> ambiguous,
    List<String> unused,
    List<ScriptRows> scripts) {
  public Observed {
    called = List.copyOf(called);
    ambiguous = List.copyOf(ambiguous);
    unused = List.copyOf(unused);
    scripts = List.copyOf(scripts);
  }

  static Observed of(
      Account account, Usage usage, IntendedCalls wanted, List<AccessEvaluator> builds) {
    LoggedAccount logged = usage.of(account).orElse(null);
    TreeSet<String> called = new TreeSet<>();
    TreeSet<String> ambiguous = new TreeSet<>();
    TreeSet<String> unused = new TreeSet<>();
    if (logged != null) {
      wanted.calls().forEach(call -> called.add(call.function()));
      account.declaration().need().orElse(List.of()).stream()
          .map(Call::function)
          .filter(name -> !called.contains(name) && !wanted.refused().contains(name))
          .forEach(unused::add);
      for (AccessEvaluator access : builds) {
        new ObservedCalls(logged, new LoggedNames(access.functions()), access)
            .rows().stream()
                .filter(row -> row.candidates().size() > 1)
                .forEach(row -> ambiguous.add(row.logged().function()));
      }
    }
    return new Observed(
        usage.period(),
        logged != null,
        List.copyOf(called),
        List.copyOf(ambiguous),
        List.copyOf(unused),
        usage.withScriptsOf(Set.of(Groups.key(account.user()))).scripts());
  }

  /** Returns notes on the record, one sentence each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!scripts.isEmpty()) {
      notes.add(ScriptWords.note(scripts));
    }
    if (!inLog) {
      notes.add(
          "the API's log, %s, has no call of it: its functions are not cut"
              .formatted(UsageResult.period(period)));
      return notes;
    }
    notes.add(
        "refused logins are not in the log of the Non-Agent API, and a rare job may lie outside it: ask its owner before you cut");
    if (!ambiguous.isEmpty()) {
      notes.add(
          "the log has cut these names, and every function that begins so is kept: "
              + String.join(", ", ambiguous));
    }
    if (!unused.isEmpty()) {
      notes.add("declared, and cut since the log does not have it: " + String.join(", ", unused));
    }
    return notes;
  }
}
