package org.vicilint.blastradius;

import java.util.List;
import org.vicilint.model.Account;
import org.vicilint.model.Kind;
import org.vicilint.takeover.ReachableAccounts;

/**
 * What is lost when the credential of one account leaks today.
 *
 * @param account whose it is
 * @param kind what stands behind it
 * @param itself what it can do by itself
 * @param all the same with everything that the accounts can do that it can become
 * @param takeover those accounts
 * @param score the whole in one number
 */
public record BlastRadius(
    Account account,
    Kind kind,
    EffectivePermissions itself,
    EffectivePermissions all,
    ReachableAccounts takeover,
    Score score) {

  /** How many accounts it can become. */
  public long accounts() {
    return takeover.count();
  }

  /** The highest level among them; -1 when there are none. */
  public int highestLevel() {
    return takeover.highestLevel();
  }

  /** The other accounts whose credentials are known with this one, by login. */
  public List<ReachableAccounts.Shared> shared() {
    return takeover.shared();
  }
}
