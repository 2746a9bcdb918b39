package org.vicilint.engine;

import java.util.List;
import java.util.Optional;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Account;
import org.vicilint.model.Problem;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.takeover.Target;

/**
 * What {@code vicilint paths} found.
 *
 * @param target where the paths lead
 * @param one whether one account was asked about; else {@code from} holds all that reach the target
 * @param from where paths begin
 * @param withClones where several accounts were asked about: those that reach the target only when
 *     an account on the way is cloned, by login
 * @param accounts how many accounts were read
 * @param builds the builds that were asked about
 * @param problems what could not be read
 * @param notes what must be known to read the result
 */
public record PathsResult(
    Target target,
    boolean one,
    List<From> from,
    List<Account> withClones,
    int accounts,
    Builds builds,
    List<Problem> problems,
    List<String> notes) {

  /**
   * A credential that leaks.
   *
   * @param reach what it leads to
   * @param alike how many accounts open the same, itself included
   * @param paths the shortest paths to the target
   * @param more whether there are more
   * @param once what it would reach if the API let it in; empty when it does, or that is nothing
   */
  public record From(
      ReachableAccounts reach,
      int alike,
      List<Path> paths,
      boolean more,
      Optional<ReachableAccounts> once) {

    /** The first of some paths. */
    public static From of(ReachableAccounts reach, int alike, List<Path> paths, int limit) {
      return new From(
          reach,
          alike,
          paths.stream().limit(limit).toList(),
          paths.size() > limit,
          Optional.empty());
    }

    /** The same, with what it would reach otherwise. */
    public From once(ReachableAccounts withNewPassword) {
      boolean tells = withNewPassword.count() > 0 && reach.count() == 0;
      return new From(
          reach, alike, paths, more, tells ? Optional.of(withNewPassword) : Optional.empty());
    }
  }

  /** Whether the target is reached. */
  public boolean any() {
    return from.stream()
            .anyMatch(each -> !each.paths().isEmpty() || each.reach().containsWithClones(target))
        || !withClones.isEmpty();
  }

  /** The target as the command line has it. */
  public String goal() {
    return target.account() == null ? "level:" + target.level() : target.account().user();
  }
}
