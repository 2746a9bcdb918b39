package org.vicilint.model;

import java.util.List;

/**
 * Everything that was read for a run, in an order that does not depend on the order of the sources.
 *
 * @param accounts the accounts, by login
 * @param groups the user groups
 * @param problems what could not be read, by place
 */
public record Estate(List<Account> accounts, Groups groups, List<Problem> problems) {
  public Estate {
    accounts = List.copyOf(accounts);
    problems = List.copyOf(problems);
  }
}
