package org.vicilint.takeover.cut;

import java.util.List;
import org.vicilint.model.Change;

/**
 * One change that takes takeover power out of an estate.
 *
 * @param users the accounts that it is made on; mostly one
 * @param change what is changed
 * @param certain whether nothing says that an account needs what it loses
 * @param removes what the change removes, where it is made after those before it
 * @param left what is left then
 */
public record Cut(
    List<String> users,
    Change change,
    boolean certain,
    TakeoverTotals removes,
    TakeoverTotals left) {
  public Cut {
    users = List.copyOf(users);
  }
}
