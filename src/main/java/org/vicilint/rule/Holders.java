package org.vicilint.rule;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.vicilint.model.Account;

/** Which active accounts have which password; a few bytes an account. */
final class Holders {
  private final List<Account> accounts;

  /** The fingerprints in order, as often as they occur. */
  private final long[] prints;

  /** The account of each. */
  private final int[] owners;

  /**
   * @param accounts by name, which is the order of the answers
   */
  Holders(List<Account> accounts) {
    this.accounts = accounts;
    this.prints =
        accounts.stream()
            .filter(Holders::counts)
            .mapToLong(a -> a.secret().fingerprint())
            .toArray();
    Arrays.parallelSort(prints);
    this.owners = new int[prints.length];
    int[] before = new int[prints.length];
    int i = 0;
    for (Account account : accounts) {
      if (counts(account)) {
        int first = below(account.secret().fingerprint());
        owners[first + before[first]++] = i;
      }
      i++;
    }
  }

  /** Their names. */
  List<String> of(long fingerprint) {
    int first = below(fingerprint);
    int behind = fingerprint == Long.MAX_VALUE ? prints.length : below(fingerprint + 1);
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return accounts.get(owners[first + index]).user();
      }

      @Override
      public int size() {
        return behind - first;
      }
    };
  }

  private static boolean counts(Account account) {
    return account.active() && account.secret().known();
  }

  /** How many fingerprints are less. */
  private int below(long fingerprint) {
    int low = 0;
    int high = prints.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (prints[middle] < fingerprint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
