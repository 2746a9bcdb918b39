package org.vicilint.audit;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import org.vicilint.model.Account;
import org.vicilint.rule.AuditedAccount;

/** Accounts as the rules see them. What rules see is large, so it is made when it is asked for. */
final class Examined extends AbstractList<AuditedAccount> implements RandomAccess {
  private final List<Account> accounts;
  private final Function<Account, AuditedAccount> examine;

  Examined(List<Account> accounts, Function<Account, AuditedAccount> examine) {
    this.accounts = accounts;
    this.examine = examine;
  }

  @Override
  public AuditedAccount get(int index) {
    return examine.apply(accounts.get(index));
  }

  @Override
  public int size() {
    return accounts.size();
  }
}
