package org.vicilint.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Manifest of an integration: a program, and the account that it holds.
 *
 * @param name its name
 * @param owner who answers for it; null when not said
 * @param contact how to reach somebody when it misbehaves; null when not said
 * @param purpose what it is for; null when not said
 * @param account the login that it uses
 * @param userGroup the group that its account is to be in; null when not said
 * @param calls what it calls
 * @param from the addresses that it calls from; empty when not said
 * @param builds the builds of the Non-Agent API that it has to work on, as written; empty for that
 *     of the run
 * @param review the day by which somebody looks at it again; null when not said
 * @param places where the values stand
 */
public record Integration(
    String name,
    String owner,
    String contact,
    String purpose,
    String account,
    String userGroup,
    List<Call> calls,
    List<String> from,
    List<String> builds,
    LocalDate review,
    Places places)
    implements Comparable<Integration> {
  public Integration {
    calls = List.copyOf(calls);
    from = List.copyOf(from);
    builds = List.copyOf(builds);
  }

  /** The place of a key, or of the whole manifest. */
  public SourceLocation place(String key) {
    return places.of(key);
  }

  @Override
  public int compareTo(Integration other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : places.record().compareTo(other.places.record());
  }
}
