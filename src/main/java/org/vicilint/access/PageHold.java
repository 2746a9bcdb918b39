package org.vicilint.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Flag;

/**
 * A column that keeps pages open, and that cannot be taken back, since needed calls ask for it.
 *
 * @param column {@code user_level}, {@code modify_leads} or a flag
 * @param pages the pages that would close without it, as bits over {@link PageEvaluator#pages()};
 *     of the level, those that the next lower one would close
 * @param calls the needed calls that ask for it, by name; never empty
 */
public record PageHold(String column, BitSet pages, List<String> calls) {
  private static final String LEVEL = "user_level";
  private static final String MODIFY_LEADS = "modify_leads";

  public PageHold {
    calls = List.copyOf(calls);
  }

  /**
   * Returns the rights that keep pages open for an account: the level, then flags, then {@code
   * modify_leads}.
   */
  public static List<PageHold> of(
      Account account, Need need, Subject subject, AccessEvaluator access) {
    PageMasks masks = PageMasks.known();
    PageSubject visitor = subject.visitor;
    List<Demand> demands = demands(account, need, access);
    List<PageHold> holds = new ArrayList<>();
    if (visitor.level() == need.level()) { // one that is above it can be taken back
      PageSubject lower = visitor.with(need.level() - 1, visitor.flags(), visitor.modifyLeads());
      add(holds, LEVEL, visitor, lower, demands, demand -> demand.level() == need.level());
    }
    for (Flag flag : Flag.values()) {
      if ((visitor.flags() & need.flags() & masks.flags() & flag.bit()) != 0) {
        long flags = visitor.flags() & ~flag.bit();
        PageSubject less = visitor.with(visitor.level(), flags, visitor.modifyLeads());
        Predicate<Demand> asks = demand -> (demand.flags() & flag.bit()) != 0;
        add(holds, flag.column(), visitor, less, demands, asks);
      }
    }
    if (need.modifyLeads() != 0) {
      PageSubject less = visitor.with(visitor.level(), visitor.flags(), 0);
      add(holds, MODIFY_LEADS, visitor, less, demands, demand -> demand.modifyLeads() != 0);
    }
    return holds;
  }

  private static void add(
      List<PageHold> holds,
      String column,
      PageSubject visitor,
      PageSubject less,
      List<Demand> demands,
      Predicate<Demand> asks) {
    BitSet pages = PageMasks.known().open(visitor);
    pages.andNot(PageMasks.known().open(less));
    TreeSet<String> calls = new TreeSet<>();
    demands.stream().filter(asks).forEach(demand -> calls.add(demand.name()));
    if (!pages.isEmpty() && !calls.isEmpty()) {
      holds.add(new PageHold(column, pages, List.copyOf(calls)));
    }
  }

  /** Demands of the needed calls; operations as {@link Need} counts them. */
  private static List<Demand> demands(Account account, Need need, AccessEvaluator access) {
    List<String> declared =
        account.declaration().need().orElse(List.of()).stream().map(Call::toString).toList();
    boolean listed = need.source() != Need.Source.DECLARED;
    return need.functions().stream()
        .flatMap(
            function ->
                Stream.concat(
                    access.demands().ofFunction(function).stream(),
                    access.demands().ofOperations(function).stream()
                        .filter(demand -> listed || declared.contains(demand.name()))))
        .toList();
  }
}
