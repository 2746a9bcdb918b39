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
 * What an upgrade came to; every format is made of this and nothing else.
 *
 * @param from the builds that run today
 * @param to the builds that are to run
 * @param checked how many accounts were looked at; below 0 when none were given
 * @param upgrade tells the gates behind a change; null when no accounts were given
 * @param history tells since when a gate demands what it does; null when no accounts were given
 * @param accounts the accounts for which something differs, by login
 * @param defaults the defaults that bite
 * @param logins how the APIs let accounts in, where that differs
 * @param demands the calls for which the builds demand something else
 * @param newer whether a build that is to run is newer than all that are known
 * @param unknown what cannot be told, since both builds are; in sentences
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

  /** Why administration pages are not compared, in a sentence; empty when they are. */
  public Optional<String> pagesNotCompared() {
    return Pages.known().notCompared(from.nonAgent(), to.nonAgent());
  }

  /** Everything that must be known to read the result. */
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

  /** How many calls of all accounts differ in this way. */
  public long count(CallChange.Kind kind) {
    return calls().filter(call -> call.kind() == kind).count();
  }

  private Stream<CallChange> calls() {
    return accounts.stream().flatMap(account -> account.change().calls().stream());
  }
}
