package org.vicilint.takeover;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vicilint.model.Account;

/**
 * The accounts of one equivalence class, grouped by what a takeover does not change: flags, {@code
 * modify_leads} and functions.
 */
final class Variants {
  private final Map<Grants, Variant> all = new LinkedHashMap<>();

  /** The variant of the last account: mostly the next one belongs to it, too. */
  private Variant last;

  private record Grants(long flags, int modifyLeads, String functions) {
    static Grants of(Account account) {
      return new Grants(account.flags(), account.modifyLeads(), account.apiAllowedFunctions());
    }
  }

  /** The accounts with the same grants: the first one, and their count. */
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

  /** Removes an account that was added. */
  void remove(Account account) {
    Grants grants = Grants.of(account);
    if (--all.get(grants).count == 0) {
      all.remove(grants);
    }
    last = null;
  }

  /** Returns the first account of each variant. */
  Iterator<Account> firsts() {
    return all.values().stream().map(variant -> variant.first).iterator();
  }
}
