package org.vicilint.input;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.model.Account;
import org.vicilint.model.UserGroup;

/**
 * What the sources of a run gave so far, duplicates and all.
 *
 * @param accounts the accounts in the order of reading
 * @param groups the groups in the order of reading
 */
record Harvest(List<Account> accounts, List<UserGroup> groups) {
  Harvest() {
    this(new ArrayList<>(), new ArrayList<>());
  }
}
