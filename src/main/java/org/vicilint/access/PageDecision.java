package org.vicilint.access;

import java.util.List;
import java.util.Optional;
import org.vicilint.catalog.Page;
import org.vicilint.model.Account;
import org.vicilint.model.Change;

/**
 * Whether a page opens for an account, and gate by gate why.
 *
 * @param account who asks for the page
 * @param page which
 * @param gates what the server looks at first: the login and {@code api_only_user}
 * @param ways the alternatives behind that; one of them has to pass whole
 * @param opening the smallest change that opens it: the fewest columns, and of those the lowest
 *     level; empty when it is open
 * @param closing the one change that closes it and takes least else away; null when it is closed
 */
public record PageDecision(
    Account account,
    Page page,
    List<Gate> gates,
    List<List<Gate>> ways,
    List<Change> opening,
    Change closing) {

  public PageDecision {
    gates = List.copyOf(gates);
    ways = List.copyOf(ways);
    opening = List.copyOf(opening);
  }

  /** Whether the page is served, perhaps with less on it. */
  public boolean open() {
    return refusal().isEmpty();
  }

  /** The gate that refuses; empty when the page is open. */
  public Optional<Gate.Kind> refusal() {
    Optional<Gate.Kind> first =
        gates.stream().filter(gate -> !gate.passed()).map(Gate::kind).findFirst();
    return first.isPresent() || ways.stream().anyMatch(PageDecision::passes)
        ? first
        : Optional.of(Gate.Kind.LEVEL_AND_FLAGS);
  }

  /** Whether a whole alternative holds. */
  public static boolean passes(List<Gate> way) {
    return way.stream().allMatch(Gate::passed);
  }
}
