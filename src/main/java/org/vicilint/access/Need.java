package org.vicilint.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Flag;

/**
 * Calls that an account is meant to make and the demands of the builds for them: the functions that
 * its definition declares, else those that it is granted.
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

  /** Source of a need. */
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
    List<Demand> demands = new ArrayList<>();
    List<Demand> possible = new ArrayList<>();
    for (Call call : calls) {
      List<Demand> ofFunction = access.demands().ofFunction(call.function());
      (ofFunction.isEmpty() ? unknown : functions).add(call.function());
      demands.addAll(ofFunction);
      for (Demand operation : access.demands().ofOperations(call.function())) {
        if (source != Source.DECLARED) {
          possible.add(operation); // granted with its function: whether it is used, nothing says
        } else if (operation.name().equals(call.toString())) {
          demands.add(operation);
        }
      }
    }
    int level = demands.stream().mapToInt(Demand::level).reduce(1, Math::max);
    demands.addAll(possible); // their flags may be used, but nobody needs level 9 for a guess
    return new Need(
        source,
        functions,
        unknown,
        level,
        demands.stream().mapToLong(Demand::flags).reduce(0, (a, b) -> a | b),
        demands.stream()
            .mapToInt(Demand::modifyLeads)
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
