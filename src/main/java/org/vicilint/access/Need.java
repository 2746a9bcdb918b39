package org.vicilint.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Flag;

/**
 * What an account is to call, and what the builds demand for it: the functions that its definition
 * declares, else those that it is granted.
 *
 * @param source where the need is known from
 * @param functions the functions needed that the builds have
 * @param unknown the names needed that the builds do not have
 * @param level the least {@code user_level} that opens all of them; 1 when none asks for more
 * @param flags the flags that they, or the operations they may be called with, demand
 * @param modifyLeads the values of {@code modify_leads} that all of them accept, as bits; 0 when
 *     none looks at it
 */
public record Need(
    Source source,
    SortedSet<String> functions,
    SortedSet<String> unknown,
    int level,
    long flags,
    int modifyLeads) {

  /** Where a need is known from. */
  public enum Source {
    /** The definition says what the account calls. */
    DECLARED,
    /** The account is granted functions by name; they are taken as its need. */
    LISTED,
    /** The account is granted everything, and nothing says what of it it calls. */
    EVERYTHING
  }

  /** The need of an account. */
  public static Need of(Account account, AccessEvaluator access) {
    Optional<List<Call>> declared = account.declaration().need();
    if (declared.isPresent()) {
      return of(Source.DECLARED, declared.get(), access);
    }
    String granted = account.apiAllowedFunctions();
    if (FunctionList.grantsAll(granted) || !access.looksAtFunctionLists()) {
      return of(
          Source.EVERYTHING,
          access.functions().stream().map(f -> Call.of(f.name())).toList(),
          access);
    }
    // Also names that the text does not really grant: they are what it was meant to.
    return of(Source.LISTED, FunctionList.words(granted).stream().map(Call::of).toList(), access);
  }

  private static Need of(Source source, List<Call> calls, AccessEvaluator access) {
    TreeSet<String> functions = new TreeSet<>();
    TreeSet<String> unknown = new TreeSet<>();
    List<Requirement> all = new ArrayList<>();
    int level = 1;
    long flags = 0;
    for (Call call : calls) {
      int index = access.indexOf(call.function());
      if (index < 0) {
        unknown.add(call.function());
        continue;
      }
      Function function = access.functions().get(index);
      functions.add(call.function());
      all.add(access.requirement(index));
      level = Math.max(level, access.requirement(index).userLevel());
      level = Math.max(level, access.login(function.api()).userLevel());
      flags |= access.login(function.api()).flags();
      for (Operation operation : access.operations(function)) {
        Requirement more = operation.at(access.builds().of(function.api())).orElseThrow();
        if (source != Source.DECLARED) {
          all.add(more); // granted with its function: whether it is used, nothing says
        } else if (operation.name().equals(call.operation())) {
          all.add(more);
          level = Math.max(level, more.userLevel());
        }
      }
    }
    return new Need(
        source,
        functions,
        unknown,
        level,
        all.stream().mapToLong(Requirement::flags).reduce(flags, (a, b) -> a | b),
        all.stream()
            .mapToInt(Requirement::modifyLeads)
            .filter(accepted -> accepted != 0)
            .reduce((a, b) -> a & b)
            .orElse(0));
  }

  /**
   * Whether nothing can be said of what is too much: names are needed that these builds do not
   * have, and what they would demand is not known.
   */
  public boolean open() {
    return functions.isEmpty() && !unknown.isEmpty();
  }

  /** Whether a flag is demanded by anything needed. */
  public boolean needs(Flag flag) {
    return (flags & flag.bit()) != 0;
  }
}
