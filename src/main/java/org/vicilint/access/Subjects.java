package org.vicilint.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vicilint.model.Account;
import org.vicilint.model.DecisionKey;

/**
 * Prepares accounts for decisions and keeps one subject for each equivalence class: most accounts
 * of an estate share all attributes that a decision looks at. For one run, and any number of
 * threads.
 */
public final class Subjects {
  private static final int REMEMBERED = 10_000;

  private final AccessEvaluator access;
  private final Map<DecisionKey, Subject> known = new ConcurrentHashMap<>();

  public Subjects(AccessEvaluator access) {
    this.access = access;
  }

  /** The account, prepared. */
  public Subject of(Account account) {
    if (account.mayBeLocked()) {
      return access.prepare(account); // whether it is depends on a time that others do not share
    }
    DecisionKey alike = DecisionKey.of(account, 0);
    Subject subject = known.get(alike);
    if (subject == null) {
      subject = access.prepare(account);
      if (known.size() < REMEMBERED) {
        known.put(alike, subject);
      }
    }
    return subject;
  }
}
