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
 * The result of {@code vicilint paths}.
 *
 * @param target the target of the paths
 * @param one whether the user named one account; otherwise {@code from} holds all that reach the
 *     target
 * @param from the start classes of the paths
 * @param withClones if the user named no account: the logins of those that reach the target only
 *     with clones
 * @param accounts the number of accounts read
 * @param builds the selected builds
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
   * @param reach the accounts that it leads to
   * @param alike the number of accounts with the same reach, itself included
   * @param paths the shortest paths to the target
   * @param more whether there are further ones
   * @param once the reach that it would have if the API accepted its login; empty if the API does,
   *     or if that reach is empty
   */
  public record From(
      ReachableAccounts reach,
      int alike,
      List<Path> paths,
      boolean more,
      Optional<ReachableAccounts> once) {

    /** Returns a start class with the first of some paths. */
    public static From of(ReachableAccounts reach, int alike, List<Path> paths, int limit) {
      return new From(
          reach,
          alike,
          paths.stream().limit(limit).toList(),
          paths.size() > limit,
          Optional.empty());
    }

    /** Returns the start class with the reach after a change of the password. */
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

  /** Returns the target in the notation of the command line. */
  public String goal() {
    return target.account() == null ? "level:" + target.level() : target.account().user();
  }
}
