package org.vicilint.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;

/** What rules may ask of the whole estate. */
public final class EstateView {
  private final AccessEvaluator access;
  private final Map<Long, List<String>> usersBySecret = new HashMap<>();

  public EstateView(Estate estate, AccessEvaluator access) {
    this.access = access;
    for (Account account : estate.accounts()) {
      if (account.active() && account.secret().known()) {
        usersBySecret
            .computeIfAbsent(account.secret().fingerprint(), key -> new ArrayList<>(1))
            .add(account.user());
      }
    }
  }

  /** The evaluator, for every question of permission. */
  public AccessEvaluator access() {
    return access;
  }

  /** The other active accounts with the same password, by name. */
  public List<String> sharePassword(Account account) {
    if (!account.secret().known()) {
      return List.of();
    }
    return usersBySecret.getOrDefault(account.secret().fingerprint(), List.of()).stream()
        .filter(user -> !user.equals(account.user()))
        .toList();
  }
}
