package org.vicilint.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.model.Account;

/** Accounts that takeovers do not tell apart, by what stays with them when they are taken. */
final class Members {
  private final Map<Grants, List<Account>> alike = new LinkedHashMap<>();

  /** The last one, and those that are like it: mostly the next one is, too. */
  private Account last;

  private List<Account> like;

  private record Grants(long flags, int modifyLeads, String functions) {}

  void add(Account account) {
    if (last == null || !same(account, last)) {
      Grants grants =
          new Grants(account.flags(), account.modifyLeads(), account.apiAllowedFunctions());
      like = alike.computeIfAbsent(grants, key -> new ArrayList<>(1));
      last = account;
    }
    like.add(account);
  }

  private static boolean same(Account one, Account other) {
    return one.flags() == other.flags()
        && one.modifyLeads() == other.modifyLeads()
        && one.apiAllowedFunctions().equals(other.apiAllowedFunctions());
  }

  /** Those that are alike in that, in one list each. */
  Collection<List<Account>> alike() {
    return alike.values();
  }
}
