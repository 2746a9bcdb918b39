package org.vicilint.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vicilint.catalog.Function;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Call;
import org.vicilint.model.Flag;
import org.vicilint.model.LoggedAccount;

/**
 * Calls that an account is meant to make, and the source of that knowledge.
 *
 * @param basis where it is known from
 * @param calls the calls, sorted, each once
 * @param refused functions that it is granted by name, but level or flags refuse today, or that it
 *     called and was refused, or would be; they are not among the calls, since nobody can be using
 *     them
 */
public record IntendedCalls(Basis basis, List<Call> calls, List<String> refused) {

  /** Source of the knowledge of the calls. */
  public enum Basis {
    /** Somebody asked for these calls. */
    ASKED,
    /** The account's definition declares them. */
    DECLARED,
    /** They are granted by name, and answer today. */
    LISTED,
    /** Everything is granted: they are what answers today. */
    EVERYTHING,
    /** The API's log has calls of them, and they answer today. */
    USED
  }

  public IntendedCalls {
    calls = List.copyOf(new TreeSet<>(calls));
    refused = List.copyOf(refused);
  }

  /** Calls that somebody asks for. */
  public static IntendedCalls asked(Collection<Call> calls) {
    return new IntendedCalls(Basis.ASKED, List.copyOf(calls), List.of());
  }

  /**
   * Returns the calls that an account declares, else those that it is granted and that level and
   * flags do not refuse on every one of the builds.
   *
   * @param builds at least one evaluator
   */
  public static IntendedCalls of(Account account, List<AccessEvaluator> builds) {
    Optional<List<Call>> declared = account.declaration().need();
    if (declared.isPresent()) {
      return new IntendedCalls(Basis.DECLARED, declared.get(), List.of());
    }
    String text = account.apiAllowedFunctions();
    if (FunctionList.grantsAll(text)
        || builds.stream().noneMatch(AccessEvaluator::looksAtFunctionLists)) {
      List<Call> calls = new ArrayList<>();
      builds.forEach(
          access -> {
            Subject subject = access.whateverIsSet().prepare(letIn(account, text));
            access.functions().forEach(f -> collect(f.name(), subject, access, calls));
          });
      return new IntendedCalls(Basis.EVERYTHING, calls, List.of());
    }
    return listed(account, FunctionList.words(text), builds);
  }

  /**
   * Returns the calls that the API log records for an account and that at least one of the builds
   * answers today. A name that the log has cut stands for every function that begins so. The log
   * does not record which parameters were used, so the operations that answer today are taken
   * along.
   *
   * @param builds at least one evaluator
   */
  public static IntendedCalls used(
      Account account, LoggedAccount logged, List<AccessEvaluator> builds) {
    List<Call> calls = new ArrayList<>();
    TreeSet<String> called = new TreeSet<>();
    for (AccessEvaluator access : builds) {
      Subject subject = access.prepare(letIn(account, account.apiAllowedFunctions()));
      ObservedCalls log = new ObservedCalls(logged, new LoggedNames(access.functions()), access);
      for (int i = 0; i < access.functions().size(); i++) {
        ObservedCalls.Use use = log.use(i);
        if (use != ObservedCalls.Use.NONE) {
          String name = access.functions().get(i).name();
          if (use == ObservedCalls.Use.REFUSED || !collect(name, subject, access, calls)) {
            called.add(name);
          }
        }
      }
    }
    calls.forEach(call -> called.remove(call.function()));
    return new IntendedCalls(Basis.USED, calls, List.copyOf(called));
  }

  /** Also names that the text does not really grant: they are what it was meant to. */
  private static IntendedCalls listed(
      Account account, List<String> words, List<AccessEvaluator> builds) {
    List<Call> calls = new ArrayList<>();
    TreeSet<String> refused = new TreeSet<>(words);
    for (AccessEvaluator access : builds) {
      Subject subject = access.whateverIsSet().prepare(letIn(account, FunctionList.of(words)));
      for (String word : words) {
        if (access.indexOf(word) < 0 || collect(word, subject, access, calls)) {
          refused.remove(word);
        }
      }
    }
    for (String word : words) {
      if (builds.stream().allMatch(access -> access.indexOf(word) < 0)) {
        calls.add(Call.of(word)); // it will be reported as unknown
      }
    }
    return new IntendedCalls(Basis.LISTED, calls, List.copyOf(refused));
  }

  /** Adds the function, and its operations that need something, when they answer. */
  private static boolean collect(
      String name, Subject subject, AccessEvaluator access, List<Call> calls) {
    int index = access.indexOf(name);
    if (access.whateverIsSet().decide(subject, index) != Verdict.GRANTED) {
      return false;
    }
    calls.add(Call.of(name));
    Function function = access.functions().get(index);
    for (Demand demand : access.demands().ofOperations(name)) {
      String operation = demand.name().substring(name.length() + 1);
      // Nobody needs a level for a guess; without flags it needs no more than its function.
      boolean guess = demand.level() == 0 && (demand.flags() != 0 || demand.modifyLeads() != 0);
      if (guess
          && access
                  .whateverIsSet()
                  .decide(subject, index, function.operation(operation).orElseThrow())
              == Verdict.GRANTED) {
        calls.add(new Call(name, operation));
      }
    }
    return true;
  }

  /** The account's powers alone: what its name, password, group or locks refuse is no decision. */
  private static Account letIn(Account account, String functions) {
    AccountBuilder powers = Account.builder("account");
    for (Flag flag : Flag.values()) {
      powers.column(flag.column(), account.has(flag) ? "1" : "0");
    }
    return powers
        .column(Flag.API_LIST_RESTRICT.column(), "0")
        .column("user_level", account.value("user_level"))
        .column("modify_leads", account.value("modify_leads"))
        .column("api_allowed_functions", functions)
        .build();
  }
}
