package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vicilint.api.Naming;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;

/** Folds the accounts of an estate: threads take parts of it, which are put together in order. */
final class Folding {
  /** How many accounts are a part. */
  private static final int PART = 1 << 15;

  private final Keys keys;
  private final Map<Fold.Key, Integer> numbers = new HashMap<>();
  private final List<Fold> folds = new ArrayList<>();

  private Folding(Editors editors, Naming naming, Groups groups) {
    this.keys = new Keys(editors, naming, groups, this::number);
  }

  /** All accounts, those that are alike in one; in the order of the first of each. */
  static Collection<Fold> of(
      List<Account> accounts, Editors editors, Naming naming, Groups groups) {
    List<Folding> parts =
        IntStream.rangeClosed(0, accounts.size() / PART)
            .parallel()
            .mapToObj(
                part -> {
                  Folding folding = new Folding(editors, naming, groups);
                  int end = Math.min(accounts.size(), (part + 1) * PART);
                  for (int i = part * PART; i < end; i++) {
                    Account account = accounts.get(i);
                    folding.folds.get(folding.keys.number(account)).add(account);
                  }
                  return folding;
                })
            .toList();
    Map<Fold.Key, Fold> all = new LinkedHashMap<>();
    for (Folding part : parts) {
      part.folds.forEach(fold -> all.computeIfAbsent(fold.key(), Fold::new).addAll(fold));
    }
    return all.values();
  }

  private int number(Fold.Key key) {
    Integer number = numbers.get(key);
    if (number == null) {
      number = folds.size();
      numbers.put(key, number);
      folds.add(new Fold(key));
    }
    return number;
  }
}
