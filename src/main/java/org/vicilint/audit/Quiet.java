package org.vicilint.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vicilint.access.Subject;
import org.vicilint.model.Account;
import org.vicilint.model.Declaration;
import org.vicilint.model.Kind;
import org.vicilint.rule.AlikeRule;
import org.vicilint.rule.AuditedAccount;

/**
 * Remembers the accounts of which no {@link AlikeRule} has anything to say: nor has it of those
 * that are like them. For one run, and any number of threads.
 */
final class Quiet {
  private static final int REMEMBERED = 10_000;

  private final Map<Kind, Set<Subject>> known = new EnumMap<>(Kind.class);

  Quiet() {
    for (Kind kind : Kind.values()) {
      known.put(kind, ConcurrentHashMap.newKeySet());
    }
  }

  /** Whether nothing was said of an account that is like this one. */
  boolean knows(AuditedAccount audited) {
    return comparable(audited.account()) && known.get(audited.kind()).contains(audited.subject());
  }

  /** Remembers that nothing was said of the account. */
  void add(AuditedAccount audited) {
    Set<Subject> subjects = known.get(audited.kind());
    if (comparable(audited.account()) && subjects.size() < REMEMBERED) {
      subjects.add(audited.subject());
    }
  }

  private static boolean comparable(Account account) {
    return account.declaration() == Declaration.NONE;
  }
}
