package org.vicilint.takeover;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vicilint.model.Account;

/** Accounts that takeovers do not tell apart, by what stays with each when it is taken. */
final class Variants {
  private final Map<Grants, Variant> all = new LinkedHashMap<>();

  /** That of the last account: mostly the next one is like it. */
  private Variant last;

  private record Grants(long flags, int modifyLeads, String functions) {
    static Grants of(Account account) {
      return new Grants(account.flags(), account.modifyLeads(), account.apiAllowedFunctions());
    }
  }

  /** Those that are alike in that, too: the first, and how many there are. */
  private static final class Variant {
    private final Account first;
    private int count;

    Variant(Account first) {
      this.first = first;
    }

    boolean has(Account account) {
      return account.flags() == first.flags()
          && account.modifyLeads() == first.modifyLeads()
          && account.apiAllowedFunctions().equals(first.apiAllowedFunctions());
    }
  }

  void add(Account account) {
    if (last == null || !last.has(account)) {
      last = all.computeIfAbsent(Grants.of(account), key -> new Variant(account));
    }
    last.count++;
  }

  void addAll(Variants others) {
    others.all.forEach(
        (grants, other) ->
            all.computeIfAbsent(grants, key -> new Variant(other.first)).count += other.count);
  }

  /** Takes away one that is among them. */
  void remove(Account account) {
    Grants grants = Grants.of(account);
    if (--all.get(grants).count == 0) {
      all.remove(grants);
    }
    last = null;
  }

  /** One of each. */
  Iterator<Account> firsts() {
    return all.values().stream().map(variant -> variant.first).iterator();
  }
}
