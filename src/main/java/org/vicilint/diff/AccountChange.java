package org.vicilint.diff;

import java.util.List;
import java.util.stream.Stream;
import org.vicilint.catalog.Effect;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Kind;

/**
 * The differences between the sides for one account.
 *
 * @param status whether the account is on both sides
 * @param before the account on the first side; null when it is new
 * @param after the account on the second side; null when it is gone
 * @param kindBefore what stands behind it, declared or inferred; null when it is new
 * @param kindAfter what stands behind it on the second side; null when it is gone
 * @param calls the calls that differ
 * @param pages the administration pages that open on one side only
 * @param reach the differences in reach
 */
public record AccountChange(
    Status status,
    Account before,
    Account after,
    Kind kindBefore,
    Kind kindAfter,
    List<CallChange> calls,
    List<PageChange> pages,
    List<ReachChange> reach) {
  public AccountChange {
    calls = List.copyOf(calls);
    pages = List.copyOf(pages);
    reach = List.copyOf(reach);
  }

  /** Whether an account is on both sides. */
  public enum Status {
    /** On the second side only. */
    NEW("new"),
    /** On the first side only. */
    GONE("gone"),
    /** Likely the same account under another login, see {@link Renames}. */
    RENAMED("renamed"),
    /** On both sides. */
    CHANGED("changed");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** Returns the word in outputs. */
    public String word() {
      return word;
    }
  }

  /** Returns the account after the change, or before it if the account is gone. */
  public Account account() {
    return after == null ? before : after;
  }

  /** Whether its kind differs; false for an account that is new or gone. */
  public boolean kindChanged() {
    return before != null && after != null && kindBefore != kindAfter;
  }

  /** Returns the calls with this kind of difference, in order. */
  public List<CallChange> calls(CallChange.Kind kind) {
    return calls.stream().filter(call -> call.kind() == kind).toList();
  }

  /** Returns the pages that are open only on the second side, or only on the first, in order. */
  public List<PageChange> pages(boolean gained) {
    return pages.stream().filter(page -> page.gained() == gained).toList();
  }

  /** Whether anything about it differs. */
  boolean differs() {
    return !calls.isEmpty() || !pages.isEmpty() || !reach.isEmpty() || kindChanged();
  }

  /** Returns the severities of everything gained: calls, pages and reach. */
  public Stream<Severity> gains() {
    return Stream.of(
            calls(CallChange.Kind.GAINED).stream().map(CallChange::severity),
            pages(true).stream().map(PageChange::severity),
            reach.stream().filter(ReachChange::wider).map(ReachChange::severity))
        .flatMap(severities -> severities);
  }

  /**
   * Whether the account gains a call or a page with this effect, or one of these reaches further.
   */
  public boolean gains(Effect effect) {
    return calls.stream().anyMatch(c -> c.kind() == CallChange.Kind.GAINED && c.effect() == effect)
        || pages.stream().anyMatch(p -> p.gained() && p.effect().effect() == effect)
        || reach.stream().anyMatch(r -> r.wider() && r.has(effect));
  }
}
