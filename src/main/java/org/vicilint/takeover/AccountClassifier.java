package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vicilint.api.AddressableNames;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;

/**
 * Partitions the accounts of an estate into equivalence classes. Threads classify parts of the
 * estate, and the parts are merged in order.
 */
final class AccountClassifier {
  /** The number of accounts in a part. */
  private static final int PART = 1 << 15;

  private final ClassKeys keys;
  private final Map<AccountClass.Key, Integer> numbers = new HashMap<>();
  private final List<AccountClass> folds = new ArrayList<>();

  private AccountClassifier(LatentRightsIndex editors, AddressableNames naming, Groups groups) {
    this.keys = new ClassKeys(editors, naming, groups, this::number);
  }

  /** Returns the equivalence classes, in the order of the first account of each. */
  static Collection<AccountClass> of(
      List<Account> accounts, LatentRightsIndex editors, AddressableNames naming, Groups groups) {
    List<AccountClassifier> parts =
        IntStream.rangeClosed(0, accounts.size() / PART)
            .parallel()
            .mapToObj(
                part -> {
                  AccountClassifier folding = new AccountClassifier(editors, naming, groups);
                  int end = Math.min(accounts.size(), (part + 1) * PART);
                  for (int i = part * PART; i < end; i++) {
                    Account account = accounts.get(i);
                    folding.folds.get(folding.keys.number(account)).add(account);
                  }
                  return folding;
                })
            .toList();
    Map<AccountClass.Key, AccountClass> all = new LinkedHashMap<>();
    for (AccountClassifier part : parts) {
      part.folds.forEach(fold -> all.computeIfAbsent(fold.key(), AccountClass::new).addAll(fold));
    }
    return all.values();
  }

  private int number(AccountClass.Key key) {
    Integer number = numbers.get(key);
    if (number == null) {
      number = folds.size();
      numbers.put(key, number);
      folds.add(new AccountClass(key));
    }
    return number;
  }
}
