package org.vicilint.audit;

import java.util.List;
import java.util.stream.Stream;
import org.vicilint.catalog.Effect;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Kind;

/**
 * What differs between the sides for one account.
 *
 * @param status whether the account is on both sides
 * @param before the account on the first side; null when it is new
 * @param after the account on the second side; null when it is gone
 * @param kindBefore what stands behind it, declared or inferred; null when it is new
 * @param kindAfter the same on the second side; null when it is gone
 * @param calls the calls that differ
 * @param reach what is reached that differs
 */
public record AccountChange(
    Status status,
    Account before,
    Account after,
    Kind kindBefore,
    Kind kindAfter,
    List<CallChange> calls,
    List<ReachChange> reach) {
  public AccountChange {
    calls = List.copyOf(calls);
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

    /** The word in outputs. */
    public String word() {
      return word;
    }
  }

  /** The account as it is after the change, or was when it is gone. */
  public Account account() {
    return after == null ? before : after;
  }

  /** Whether what stands behind it differs; never for an account that is new or gone. */
  public boolean kindChanged() {
    return before != null && after != null && kindBefore != kindAfter;
  }

  /** The calls that differ in this way, in order. */
  public List<CallChange> calls(CallChange.Kind kind) {
    return calls.stream().filter(call -> call.kind() == kind).toList();
  }

  /** The severities of everything gained, calls and reach. */
  public Stream<Severity> gains() {
    return Stream.concat(
        calls(CallChange.Kind.GAINED).stream().map(CallChange::severity),
        reach.stream().filter(ReachChange::wider).map(ReachChange::severity));
  }

  /** Whether a call with this effect is gained, or reaches further. */
  public boolean gains(Effect effect) {
    return calls.stream().anyMatch(c -> c.kind() == CallChange.Kind.GAINED && c.effect() == effect)
        || reach.stream().anyMatch(r -> r.wider() && r.has(effect));
  }
}
