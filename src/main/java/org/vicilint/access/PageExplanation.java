package org.vicilint.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.catalog.Page;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;

/** Walks the gates of one page, and looks for the smallest change that opens or closes it. */
final class PageExplanation {
  private final AccessEvaluator access;
  private final LoginGates logins;

  PageExplanation(AccessEvaluator access, LoginGates logins) {
    this.access = access;
    this.logins = logins;
  }

  PageDecision of(Account account, Page page) {
    Gates collected = Gates.all();
    logins.ofPage(collected, account, page.login());
    List<Gate> gates = collected.list();
    if (page.apiOnlyCloses()) {
      boolean passed = !account.has(Flag.API_ONLY_USER);
      String column = Flag.API_ONLY_USER.column();
      gates.add(
          new Gate(
              Gate.Kind.API_ONLY_USER,
              column,
              "0",
              passed ? "0" : "1",
              passed,
              passed ? null : new Change(column, "1", "0")));
    }
    List<List<Gate>> ways = new ArrayList<>();
    for (Page.Way each : page.opens()) {
      Gates way = Gates.all();
      AccountGates.demands(way, Gate.Kind.LEVEL_AND_FLAGS, account, each.demand());
      ways.add(List.copyOf(way.list()));
    }
    PageDecision decision = new PageDecision(account, page, gates, ways, List.of(), null);
    return decision.open()
        ? new PageDecision(account, page, gates, ways, List.of(), closing(account, page))
        : new PageDecision(account, page, gates, ways, opening(gates, ways), null);
  }

  /** The fewest columns; of as many, those with the lowest level. */
  private static List<Change> opening(List<Gate> gates, List<List<Gate>> ways) {
    return ways.stream()
        .map(
            way -> {
              Map<String, Change> byColumn = new LinkedHashMap<>();
              collect(gates, byColumn);
              collect(way, byColumn); // an alternative asks for at least the login's level
              return List.copyOf(byColumn.values());
            })
        .min(
            Comparator.<List<Change>>comparingInt(List::size).thenComparing(PageExplanation::level))
        .orElseThrow();
  }

  private static void collect(List<Gate> gates, Map<String, Change> byColumn) {
    for (Gate gate : gates) {
      if (!gate.passed()) {
        byColumn.put(gate.column(), gate.opening());
      }
    }
  }

  private static String level(List<Change> changes) {
    return changes.stream()
        .filter(change -> change.column().equals("user_level"))
        .map(Change::to)
        .findFirst()
        .orElse("");
  }

  /**
   * Returns the change of a single column that closes the page and takes the fewest pages and
   * functions.
   */
  private Change closing(Account account, Page page) {
    int index = access.pages().indexOf(page.name());
    return PageCut.candidates(account).stream()
        .filter(change -> !access.pages().open(after(account, change)).get(index))
        .max(Comparator.comparingInt(change -> left(account, change)))
        .orElseThrow();
  }

  private int left(Account account, Change change) {
    Subject after = after(account, change);
    return access.pages().open(after).cardinality() + access.callable(after);
  }

  private Subject after(Account account, Change change) {
    return access.prepare(account.with().column(change.column(), change.to()).build());
  }
}
