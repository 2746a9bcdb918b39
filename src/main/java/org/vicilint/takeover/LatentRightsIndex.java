package org.vicilint.takeover;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Verdict;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Flag;
import org.vicilint.model.Secret;

/** Asks the evaluator what accounts may do to others. Several threads may. */
public final class LatentRightsIndex {
  static final String UPDATE = "update_user";
  static final String COPY = "copy_user";
  static final String ADD = "add_user";

  /** The highest level that VICIdial uses, and that update_user sets. */
  public static final int HIGHEST = 9;

  private static final int REMEMBERED = 10_000;

  /** A login that every API accepts. */
  private static final String ANYBODY = "anybody";

  private final AccessEvaluator access;
  private final int update;
  private final int copy;
  private final Map<Grants, LatentRights> known = new ConcurrentHashMap<>();
  private final Map<Account, LatentRights> byAccount =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private final Map<Account, Today> today = Collections.synchronizedMap(new IdentityHashMap<>());

  /** The functions that an account may call today. */
  record Today(boolean update, boolean copy) {
    static final Today NOTHING = new Today(false, false);
  }

  private record Grants(long flags, String functions) {}

  LatentRightsIndex(AccessEvaluator access) {
    this.access = access;
    this.update = access.indexOf(UPDATE);
    this.copy = access.indexOf(COPY);
  }

  /** Returns the rights over others that an account has at some level, with a new password. */
  LatentRights of(Account account) {
    if (!flagsAllow(account, update) && !flagsAllow(account, copy)) {
      return LatentRights.NONE; // nearly all accounts of an estate
    }
    Grants grants = new Grants(account.flags(), account.apiAllowedFunctions());
    LatentRights editor = known.get(grants);
    if (editor == null) {
      editor = find(account.with(ANYBODY));
      if (known.size() < REMEMBERED) {
        known.put(grants, editor);
      }
    }
    if (!editor.any()) {
      return LatentRights.NONE;
    }
    LatentRights own = byAccount.get(account);
    if (own == null) {
      own = find(account.with()); // its own login may be one that the API refuses
      if (byAccount.size() < REMEMBERED) {
        byAccount.put(account, own);
      }
    }
    return own;
  }

  /** Returns the functions that the account may call today, with its current password. */
  Today today(Account account) {
    Today calls = today.get(account);
    if (calls == null) {
      calls = new Today(today(account, UPDATE), today(account, COPY));
      if (today.size() < REMEMBERED) {
        today.put(account, calls);
      }
    }
    return calls;
  }

  /** Whether the account may call the function today, with its current password. */
  boolean today(Account account, String function) {
    int index = access.indexOf(function);
    return index >= 0
        && flagsAllow(account, index)
        && access.decide(access.prepare(account), index) == Verdict.GRANTED;
  }

  private boolean flagsAllow(Account account, int function) {
    return function >= 0
        && (account.flags() & access.requirement(function).flags())
            == access.requirement(function).flags();
  }

  private LatentRights find(AccountBuilder variant) {
    variant.column("active", "Y").column("failed_login_count", "0").secret(Secret.UNKNOWN);
    int updates = LatentRights.NEVER;
    int copies = LatentRights.NEVER;
    boolean sameLevel = false;
    for (int level = HIGHEST; level >= 1; level--) {
      Account account = variant.column("user_level", Integer.toString(level)).build();
      updates = today(account, UPDATE) ? level : updates;
      copies = today(account, COPY) ? level : copies;
      sameLevel = account.has(Flag.MODIFY_SAME_USER_LEVEL);
    }
    LatentRights editor = new LatentRights(updates, copies, sameLevel);
    return editor.any() ? editor : LatentRights.NONE;
  }
}
