package org.vicilint.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Change;

/**
 * The least account that opens some calls, on all builds asked about: taking any right away from it
 * closes one of them. A flag that only takes rights away, as {@code api_only_user}, is set where it
 * closes none.
 *
 * @param before the account as it is
 * @param account the account as it should be; columns that {@code settings} do not name are as
 *     before
 * @param settings the columns that are decided here, in the order in which a definition has them
 * @param closed the calls that stay closed all the same, and why
 * @param nowhere the calls among these that none of the builds has: no definition may declare them
 * @param cut the functions that the list of functions has no room for; calls of them are closed
 */
public record LeastPrivilege(
    Account before,
    Account account,
    List<Setting> settings,
    List<Closed> closed,
    Set<Call> nowhere,
    Set<String> cut) {

  /**
   * A column with the value that it should have.
   *
   * @param column VICIdial's name of the column
   * @param value its value, as VICIdial writes it
   * @param reason what demands it, or why nothing more is needed
   */
  public record Setting(String column, String value, String reason) {}

  /**
   * A call that no values of these columns open.
   *
   * @param call the call
   * @param unknown whether a build does not have it, so that nothing is known of what it needs
   * @param reason what stands in the way
   */
  public record Closed(Call call, boolean unknown, String reason) {}

  public LeastPrivilege {
    settings = List.copyOf(settings);
    closed = List.copyOf(closed);
    nowhere = Set.copyOf(nowhere);
    cut = Set.copyOf(cut);
  }

  /**
   * Works it out for an account that a program uses: nothing but the calls is needed.
   *
   * @param before the account as it is, or a new one with VICIdial's defaults; its user name, group
   *     and password stay
   * @param builds at least one evaluator; the result holds on the builds of all of them
   */
  public static LeastPrivilege ofProgram(
      Account before, Collection<Call> calls, List<AccessEvaluator> builds) {
    return new LeastPrivilegeSearch(before, true, calls, builds).run();
  }

  /**
   * Works it out for an account that a person uses: what the screens need is not known, so level
   * and flags are never lowered, and the screens stay open.
   */
  public static LeastPrivilege ofPerson(
      Account before, Collection<Call> calls, List<AccessEvaluator> builds) {
    return new LeastPrivilegeSearch(before, false, calls, builds).run();
  }

  /** The calls without those that none of the builds has. */
  public List<Call> known(List<Call> calls) {
    return calls.stream().filter(call -> !nowhere.contains(call)).toList();
  }

  /** Changes that lead from the present account to the proposed one; all of them are exact. */
  public List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (Setting setting : settings) {
      String now = before.value(setting.column());
      if (!now.equals(setting.value())) {
        changes.add(new Change(setting.column(), now, setting.value()));
      }
    }
    return changes;
  }

  /** Whether every call is open on every build. */
  public boolean complete() {
    return closed.isEmpty();
  }
}
