package org.vicilint.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Pages;
import org.vicilint.diff.CallChange;
import org.vicilint.diff.DefaultEffect;
import org.vicilint.diff.GateHistory;
import org.vicilint.diff.LoginChange;
import org.vicilint.diff.RequirementChange;
import org.vicilint.diff.Upgrade;
import org.vicilint.diff.UpgradedAccount;
import org.vicilint.model.Problem;

/**
 * The result of comparing two builds, the only input of every output format.
 *
 * @param from the builds in use today
 * @param to the builds after the upgrade
 * @param checked the number of compared accounts; below 0 if none were given
 * @param upgrade the comparison, which finds the gates behind a change; null if no accounts were
 *     given
 * @param history the history of requirements by build; null if no accounts were given
 * @param accounts the accounts for which something differs, by login
 * @param defaults the effects of defaults
 * @param logins the differences in the logins of the APIs
 * @param demands the calls whose requirements differ
 * @param newer whether a build after the upgrade is newer than all known ones
 * @param unknown the facts that are unknown because both builds are newer than all known ones, one
 *     sentence each
 * @param problems what could not be read
 * @param notes what must be known to read the result
 * @param version vicilint's own version
 */
public record UpgradeResult(
    Builds from,
    Builds to,
    int checked,
    Upgrade upgrade,
    GateHistory history,
    List<UpgradedAccount> accounts,
    List<DefaultEffect> defaults,
    List<LoginChange> logins,
    List<RequirementChange> demands,
    boolean newer,
    List<String> unknown,
    List<Problem> problems,
    List<String> notes,
    String version) {

  /** Whether accounts were given. */
  public boolean ofAccounts() {
    return checked >= 0;
  }

  /**
   * Returns the reason why administration pages are not compared, in one sentence; empty if they
   * are.
   */
  public Optional<String> pagesNotCompared() {
    return Pages.known().notCompared(from.nonAgent(), to.nonAgent());
  }

  /** Returns all notes on the result. */
  public List<String> allNotes() {
    return Stream.concat(pagesNotCompared().stream(), notes.stream()).toList();
  }

  /** Whether everything could be read, and something is known of the builds between. */
  public boolean complete() {
    return problems.isEmpty() && unknown.isEmpty();
  }

  /** Whether an account may no longer make a call that it may make today. */
  public boolean failed() {
    return count(CallChange.Kind.LOST) > 0;
  }

  /** Returns the number of calls of all accounts with a kind of difference. */
  public long count(CallChange.Kind kind) {
    return calls().filter(call -> call.kind() == kind).count();
  }

  private Stream<CallChange> calls() {
    return accounts.stream().flatMap(account -> account.change().calls().stream());
  }
}
