package org.vicilint.blastradius;

import java.util.List;
import org.vicilint.model.Account;
import org.vicilint.model.Kind;
import org.vicilint.takeover.ReachableAccounts;

/**
 * The blast radius of one credential: what a leak today gives away.
 *
 * @param account the account that it belongs to
 * @param kind what stands behind it
 * @param itself the permissions of the account by itself
 * @param all its permissions together with those of all accounts that it can become
 * @param takeover the accounts that it can become
 * @param score the blast radius as one number
 */
public record BlastRadius(
    Account account,
    Kind kind,
    EffectivePermissions itself,
    EffectivePermissions all,
    ReachableAccounts takeover,
    Score score) {

  /** Returns the number of accounts that it can become. */
  public long accounts() {
    return takeover.count();
  }

  /** Returns the highest level among them; -1 if there are none. */
  public int highestLevel() {
    return takeover.highestLevel();
  }

  /** Returns the other accounts whose credentials are known with this one, by login. */
  public List<ReachableAccounts.Shared> shared() {
    return takeover.shared();
  }
}
