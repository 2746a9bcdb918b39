package org.vicilint.rules;

import java.util.List;
import java.util.TreeSet;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;

/**
 * Summary of the accounts that an account can become by itself, with a password that the API
 * accepts. Shared credentials are left out.
 *
 * @param updates the number of other accounts whose passwords it can set
 * @param copies the number of accounts that it can clone
 * @param count the number of accounts that it reaches in any number of steps
 * @param withClones the number of further accounts that need clones
 * @param highest the highest level among all of these; -1 when there are none
 * @param groups their groups, as {@link Groups#key} has them
 * @param path the logins of a shortest path to an account of level 9; empty when there is none
 * @param functions the functions that it gains and cannot call itself
 * @param pages the administration pages that it gains and cannot open itself
 */
public record TakeoverSummary(
    long updates,
    long copies,
    long count,
    long withClones,
    int highest,
    TreeSet<String> groups,
    List<String> path,
    List<String> functions,
    List<String> pages) {

  /** Finds the takeover summaries of an estate's accounts. */
  public interface Finder {
    /** Returns the summary of one account. */
    TakeoverSummary of(Account account);
  }
}
