package org.vicilint.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.model.Account;

/** Which active accounts have which password. A hash table of numbers: mostly each has its own. */
final class Holders {
  private final List<Account> accounts;

  /** Fingerprints, which are never 0, at the slot that their last bits say or one behind it. */
  private final long[] prints;

  /** The first account of each. */
  private final int[] owners;

  /** All accounts of those that have several, by name. */
  private final Map<Long, List<String>> shared = new HashMap<>();

  /**
   * @param accounts by name, which is the order of the answers
   */
  Holders(List<Account> accounts) {
    this.accounts = accounts;
    int slots = Integer.highestOneBit(Math.max(accounts.size(), 1)) << 2;
    prints = new long[slots];
    owners = new int[slots];
    int number = 0;
    for (Account account : accounts) {
      if (account.active() && account.secret().known()) {
        add(account, number);
      }
      number++;
    }
  }

  private void add(Account account, int number) {
    long print = account.secret().fingerprint();
    int slot = slot(print);
    if (prints[slot] == 0) {
      prints[slot] = print;
      owners[slot] = number;
    } else {
      shared
          .computeIfAbsent(print, key -> new ArrayList<>(List.of(owner(slot))))
          .add(account.user());
    }
  }

  /** Their names. */
  List<String> of(long fingerprint) {
    int slot = slot(fingerprint);
    return prints[slot] == 0 ? List.of() : shared.getOrDefault(fingerprint, List.of(owner(slot)));
  }

  private String owner(int slot) {
    return accounts.get(owners[slot]).user();
  }

  /** Where the fingerprint stands, or would. */
  private int slot(long print) {
    int slot = (int) print & (prints.length - 1);
    while (prints[slot] != 0 && prints[slot] != print) {
      slot = (slot + 1) & (prints.length - 1);
    }
    return slot;
  }
}
