package org.vicilint.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vicilint.model.Account;
import org.vicilint.model.Characters;

/**
 * Prepares accounts for decisions, and remembers what it made by all that a decision looks at: most
 * accounts of an estate are alike in that. For one run, and any number of threads.
 */
public final class Subjects {
  private static final int REMEMBERED = 10_000;

  private final AccessEvaluator access;
  private final Map<Alike, Subject> known = new ConcurrentHashMap<>();

  public Subjects(AccessEvaluator access) {
    this.access = access;
  }

  /** The account, prepared. */
  public Subject of(Account account) {
    if (account.mayBeLocked()) {
      return access.prepare(account); // whether it is depends on a time that others do not share
    }
    Alike alike = Alike.of(account);
    Subject subject = known.get(alike);
    if (subject == null) {
      subject = access.prepare(account);
      if (known.size() < REMEMBERED) {
        known.put(alike, subject);
      }
    }
    return subject;
  }

  /**
   * All that {@link AccessEvaluator#prepare} looks at.
   *
   * @param shape level, modify_leads, alphabets and lengths, and whether it is active, as bits
   */
  private record Alike(long shape, long flags, String group, String functions) {
    /** Longer than any name that the column holds. */
    private static final int LONGEST = 255;

    static Alike of(Account account) {
      long shape = account.userLevel();
      shape = shape << 8 | account.modifyLeads();
      shape = shape << 4 | Characters.of(account.user()).ordinal();
      shape = shape << 8 | Math.min(account.user().length(), LONGEST);
      shape = shape << 1 | (account.active() ? 1 : 0);
      shape = shape << Short.SIZE | account.secretTraits();
      return new Alike(shape, account.flags(), account.userGroup(), account.apiAllowedFunctions());
    }

    @Override
    public int hashCode() {
      int hash = Long.hashCode(shape * 31 + flags);
      return (hash * 31 + group.hashCode()) * 31 + functions.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Alike that
          && shape == that.shape
          && flags == that.flags
          && group.equals(that.group)
          && functions.equals(that.functions);
    }
  }
}
