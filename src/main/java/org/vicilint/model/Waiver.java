package org.vicilint.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody's decision to live with a finding for a while.
 *
 * @param rule the rule whose findings are waived
 * @param accounts globs of logins; a finding on any of them is waived
 * @param functions only findings that are about these functions and no other; empty for all
 * @param flags only findings that are about one of these columns; empty for all
 * @param reason why
 * @param owner who answers for it
 * @param expires the last day on which it holds; null when it never ends
 * @param place where it stands
 */
public record Waiver(
    String rule,
    List<String> accounts,
    List<String> functions,
    List<String> flags,
    String reason,
    String owner,
    LocalDate expires,
    SourceLocation place)
    implements Comparable<Waiver> {
  public Waiver {
    accounts = List.copyOf(accounts);
    functions = List.copyOf(functions);
    flags = List.copyOf(flags);
  }

  @Override
  public int compareTo(Waiver other) {
    return place.compareTo(other.place);
  }
}
