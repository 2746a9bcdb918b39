package org.vicilint.lint;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.vicilint.model.Account;
import org.vicilint.model.DecisionKey;
import org.vicilint.model.Declaration;
import org.vicilint.rules.AuditedAccount;

/**
 * The accounts of a run as rules see them, by login, with the rules that must check each. Most
 * accounts of a large estate are equivalent, so a first pass partitions them into equivalence
 * classes.
 */
final class AuditPlan extends AbstractList<AuditedAccount> implements RandomAccess {
  private static final int REMEMBERED = 10_000;

  /** The number of accounts in a unit of work for one thread. */
  private static final int PART = 1 << 13;

  private final List<Account> accounts;
  private final AccountPreparer examiner;
  private final AccountRules rules;
  private final Map<DecisionKey, Likeness> known = new ConcurrentHashMap<>();

  /** By account: its equivalence class; null if it is the only one. */
  private final Likeness[] alike;

  /**
   * An equivalence class of accounts that no definition mentions and that have equal decisions. The
   * rules that concern it are computed for the second account: in some estates every account is
   * alone in its class.
   */
  private final class Likeness {
    private final AuditedAccount first;
    private volatile boolean told;
    private volatile long concerning = AccountRules.ALL;

    Likeness(AuditedAccount first) {
      this.first = first;
    }

    void again() {
      if (!told) {
        concerning =
            rules.concerning(first); // two threads may both compute this, with the same result
        told = true;
      }
    }
  }

  AuditPlan(List<Account> accounts, AccountPreparer examiner, AccountRules rules) {
    this.accounts = accounts;
    this.examiner = examiner;
    this.rules = rules;
    this.alike = new Likeness[accounts.size()];
    IntStream.rangeClosed(0, accounts.size() / PART).parallel().forEach(this::look);
  }

  private void look(int part) {
    int end = Math.min(accounts.size(), (part + 1) * PART);
    for (int i = part * PART; i < end; i++) {
      alike[i] = likeness(accounts.get(i));
    }
  }

  private Likeness likeness(Account account) {
    // A lock depends on a time of this account alone.
    if (account.declaration() != Declaration.NONE || account.mayBeLocked()) {
      return null;
    }
    DecisionKey key = DecisionKey.of(account, examiner.judged(account).ordinal());
    Likeness likeness = known.get(key);
    if (likeness != null) {
      likeness.again();
    } else if (known.size() < REMEMBERED) {
      likeness = new Likeness(examiner.of(account));
      known.put(key, likeness);
    }
    return likeness;
  }

  /** Returns an account as rules see it. The object is large, so each call makes a new one. */
  @Override
  public AuditedAccount get(int index) {
    Account account = accounts.get(index);
    Likeness likeness = alike[index];
    if (likeness == null) {
      return examiner.of(account);
    }
    AuditedAccount first = likeness.first;
    return new AuditedAccount(
        account, first.kind(), first.inferredFrom(), first.need(), first.subject());
  }

  @Override
  public int size() {
    return accounts.size();
  }

  /** Returns the rules that must check an account. */
  long rules(int index) {
    return alike[index] == null ? AccountRules.ALL : alike[index].concerning;
  }

  /** Returns the rules that must check any equivalence class of two or more accounts. */
  long rules() {
    return known.values().stream()
        .filter(likeness -> likeness.told)
        .mapToLong(likeness -> likeness.concerning)
        .reduce(0, (a, b) -> a | b);
  }
}
