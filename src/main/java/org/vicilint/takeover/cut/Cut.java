package org.vicilint.takeover.cut;

import java.util.List;
import org.vicilint.model.Change;

/**
 * One change that takes takeover power out of an estate.
 *
 * @param users the accounts to change; mostly one
 * @param change the change
 * @param certain whether nothing says that an account needs what it loses
 * @param removes the totals that the change removes after all earlier cuts
 * @param left the totals that remain
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
