package org.vicilint.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vicilint.model.Account;

/**
 * Works out needs, and remembers them by the text that grants them: most accounts of an estate
 * share a few texts. For one run, and any number of threads.
 */
public final class Needs {
  private static final int REMEMBERED = 10_000;

  private final AccessEvaluator access;
  private final Map<String, Need> byText = new ConcurrentHashMap<>();

  public Needs(AccessEvaluator access) {
    this.access = access;
  }

  /** The need of an account. */
  public Need of(Account account) {
    if (account.declaration().need().isPresent()) {
      return Need.of(account, access);
    }
    Need known = byText.get(account.apiAllowedFunctions());
    if (known == null) {
      known = Need.of(account, access);
      if (byText.size() < REMEMBERED) {
        byText.put(account.apiAllowedFunctions(), known);
      }
    }
    return known;
  }
}
