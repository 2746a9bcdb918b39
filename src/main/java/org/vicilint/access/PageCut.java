package org.vicilint.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;

/**
 * A change of one column that closes pages.
 *
 * @param change of {@code user_level}, {@code modify_leads} or a flag
 * @param closed the pages that it closes, as bits over {@link PageEvaluator#pages()}
 */
public record PageCut(Change change, BitSet closed) {
  private static final String LEVEL = "user_level";
  private static final String MODIFY_LEADS = "modify_leads";

  /** The login of the Non-Agent API asks for this level. */
  private static final int LEAST = 7;

  /**
   * Returns every change of a single column that takes a right away; every lower level is one, the
   * highest first.
   */
  static List<Change> candidates(Account account) {
    List<Change> changes = new ArrayList<>();
    if (!account.has(Flag.API_ONLY_USER)) {
      changes.add(new Change(Flag.API_ONLY_USER.column(), "0", "1"));
    }
    for (Flag flag : Flag.values()) {
      if (flag.opens() && account.has(flag)) {
        changes.add(new Change(flag.column(), "1", "0"));
      }
    }
    if (account.modifyLeads() != 0) {
      changes.add(new Change(MODIFY_LEADS, account.value(MODIFY_LEADS), "0"));
    }
    for (int level = account.userLevel() - 1; level >= 0; level--) {
      changes.add(new Change(LEVEL, account.value(LEVEL), Integer.toString(level)));
    }
    return changes;
  }

  /**
   * The change that closes most pages among those that leave every needed call as it is; the first
   * one where several close as many: {@code user_level}, then the flags, then {@code modify_leads}.
   * Empty when none closes a page.
   */
  public static Optional<PageCut> best(Account account, Need need, Subject subject) {
    return best(unneeded(account, need, PageMasks.known().flags()), subject);
  }

  /**
   * Returns the cut for an account whose calls are unknown: among the flags, {@code modify_leads}
   * and the levels that still open its API. Whether a call needs a removed right is unknown.
   */
  public static Optional<PageCut> guess(Account account, Subject subject) {
    List<Change> changes = new ArrayList<>();
    for (int level = account.userLevel() - 1; level >= LEAST; level--) {
      changes.add(new Change(LEVEL, account.value(LEVEL), Integer.toString(level)));
    }
    candidates(account).stream()
        .filter(change -> !change.column().equals(LEVEL))
        .filter(change -> !change.column().equals(Flag.API_ONLY_USER.column()))
        .forEach(changes::add);
    return best(changes, subject);
  }

  private static Optional<PageCut> best(List<Change> changes, Subject subject) {
    PageMasks masks = PageMasks.known();
    PageSubject visitor = subject.visitor;
    BitSet open = masks.open(visitor);
    PageCut best = null;
    for (Change change : changes) {
      BitSet closed = (BitSet) open.clone();
      closed.andNot(masks.open(after(visitor, change)));
      if (closed.cardinality() > (best == null ? 0 : best.closed().cardinality())) {
        best = new PageCut(change, closed);
      }
    }
    return Optional.ofNullable(best);
  }

  private static PageSubject after(PageSubject visitor, Change change) {
    return switch (change.column()) {
      case LEVEL ->
          visitor.with(Integer.parseInt(change.to()), visitor.flags(), visitor.modifyLeads());
      case MODIFY_LEADS -> visitor.with(visitor.level(), visitor.flags(), 0);
      default ->
          visitor.with(
              visitor.level(),
              visitor.flags() & ~Flag.of(change.column()).orElseThrow().bit(),
              visitor.modifyLeads());
    };
  }

  /**
   * Returns the changes that take away no right that is needed.
   *
   * @param looked the flags that pages look at
   */
  private static List<Change> unneeded(Account account, Need need, long looked) {
    List<Change> changes = new ArrayList<>();
    if (account.userLevel() > need.level()) {
      changes.add(new Change(LEVEL, account.value(LEVEL), Integer.toString(need.level())));
    }
    for (Flag flag : Flag.values()) {
      if (account.has(flag) && (looked & flag.bit()) != 0 && !need.needs(flag)) {
        changes.add(new Change(flag.column(), "1", "0"));
      }
    }
    if (account.modifyLeads() != 0 && need.modifyLeads() == 0) {
      changes.add(new Change(MODIFY_LEADS, account.value(MODIFY_LEADS), "0"));
    }
    return changes;
  }
}
