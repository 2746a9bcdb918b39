package org.vicilint.finding;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.vicilint.model.Change;
import org.vicilint.model.Sha256;
import org.vicilint.model.SourceLocation;

/**
 * One thing that a rule found on one account.
 *
 * @param rule the rule's id
 * @param severity how bad
 * @param confidence how sure
 * @param user the account
 * @param place where to look
 * @param message what is wrong, in one sentence
 * @param evidence the values that it rests on; at least one
 * @param changes the changes that fix it; empty when only a person can decide
 * @param status whether it counts
 * @param because why it does not; empty when it does
 */
public record Finding(
    String rule,
    Severity severity,
    Confidence confidence,
    String user,
    SourceLocation place,
    String message,
    List<Evidence> evidence,
    List<Change> changes,
    Status status,
    String because) {
  /** Order by account, the worst first. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::user)
          .thenComparing(Finding::severity)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message)
          .thenComparing(Finding::place);

  private static final int FINGERPRINT_BYTES = 8;

  public Finding {
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a finding needs evidence: " + rule);
    }
    evidence = List.copyOf(evidence);
    changes = List.copyOf(changes);
  }

  /** Makes a finding that counts. */
  public static Finding of(
      String rule,
      Severity severity,
      Confidence confidence,
      String user,
      SourceLocation place,
      String message,
      List<Evidence> evidence,
      List<Change> changes) {
    return new Finding(
        rule, severity, confidence, user, place, message, evidence, changes, Status.OPEN, "");
  }

  /** Returns a copy with another status. */
  public Finding with(Status newStatus, String reason) {
    return new Finding(
        rule, severity, confidence, user, place, message, evidence, changes, newStatus, reason);
  }

  /** Whether it counts. */
  public boolean open() {
    return status == Status.OPEN;
  }

  /**
   * Equal for the same finding in every format and place of the source: it follows from rule,
   * account and evidence, not from places. It is worked out each time, since most are never asked.
   */
  public String fingerprint() {
    StringBuilder identity = new StringBuilder(rule).append('\0').append(user);
    for (Evidence each : evidence) {
      identity.append('\0').append(each.column()).append('\0').append(each.value());
    }
    return HexFormat.of().formatHex(Sha256.of(identity.toString()), 0, FINGERPRINT_BYTES);
  }
}
