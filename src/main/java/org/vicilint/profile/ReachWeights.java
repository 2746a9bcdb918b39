package org.vicilint.profile;

import java.util.List;

/**
 * Weight of each part of a reach in its score; 0 leaves a part out.
 *
 * @param read each function, operation and page that shows data
 * @param write each that adds or changes data
 * @param control each that drives calls, agents or servers
 * @param delete each that removes data, or administers the system
 * @param logins each page that hands out the passwords of other accounts, beside its effect
 * @param lists once, where the functions for leads and lists are not bound to some campaigns
 * @param accounts each started hundredth of the other accounts that it can become
 * @param level each level of the highest account that it can become
 */
public record ReachWeights(
    int read, int write, int control, int delete, int logins, int lists, int accounts, int level) {
  /** The names of the weights, in order. */
  public static final List<String> NAMES =
      List.of("read", "write", "control", "delete", "logins", "lists", "accounts", "level");

  /** No part counts more than this. */
  public static final int MOST = 1000;
}
