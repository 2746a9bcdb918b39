package org.vicilint.rules;

import java.util.List;
import java.util.TreeSet;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;

/**
 * What an account becomes by itself, once its password is one that the API takes; what it shares is
 * left out.
 *
 * @param updates how many other accounts it sets the passwords of
 * @param copies how many it clones
 * @param count how many it reaches in all, whatever the number of steps
 * @param withClones how many more with clones only
 * @param highest the highest level among all of these; -1 when there are none
 * @param groups their groups, as {@link Groups#key} has them
 * @param path the logins of a shortest path to an account of level 9; empty when there is none
 * @param functions the functions that are opened, and that it cannot call itself
 * @param pages the administration pages, likewise
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

  /** Finds what accounts of an estate become. */
  public interface Finder {
    /** What one account becomes. */
    TakeoverSummary of(Account account);
  }
}
