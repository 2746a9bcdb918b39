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
 * The accounts of a run as rules see them, by name; and which rules have to be asked about each.
 * Most accounts of a large estate are alike, so all are looked at once, to tell which.
 */
final class AuditPlan extends AbstractList<AuditedAccount> implements RandomAccess {
  private static final int REMEMBERED = 10_000;

  /** So many are looked at by one thread before another one may go on. */
  private static final int PART = 1 << 13;

  private final List<Account> accounts;
  private final AccountPreparer examiner;
  private final AccountRules rules;
  private final Map<DecisionKey, Likeness> known = new ConcurrentHashMap<>();

  /** By account: those that it is like; null when it stands alone. */
  private final Likeness[] alike;

  /**
   * What accounts have in common that no definition speaks of, and that no decision tells apart.
   * Which rules concern them is asked when there is a second one: in some estates each stands
   * alone.
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
        concerning = rules.concerning(first); // two threads may, and find the same
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
    // Whether it is locked depends on a time that others do not share.
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

  /** An account as rules see it. It is large, so it is made when it is asked for. */
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

  /** The rules that have to be asked about an account. */
  long rules(int index) {
    return alike[index] == null ? AccountRules.ALL : alike[index].concerning;
  }

  /** The rules that have to be asked about any of those that are like others, at least two. */
  long rules() {
    return known.values().stream()
        .filter(likeness -> likeness.told)
        .mapToLong(likeness -> likeness.concerning)
        .reduce(0, (a, b) -> a | b);
  }
}
