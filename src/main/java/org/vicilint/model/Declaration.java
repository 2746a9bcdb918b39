package org.vicilint.model;

import java.util.List;
import java.util.Optional;

/**
 * Statements of a definition about an account beyond VICIdial's columns. An export has none.
 *
 * @param definition whether the account stands in a definition at all, and not in an export
 * @param kind who stands behind the account; null when it is to be inferred
 * @param owner who answers for it; null when not said
 * @param purpose what it is for; null when not said
 * @param usedBy the integrations that hold this credential
 * @param functions what it calls; null when not said, empty when it is said to call nothing
 */
public record Declaration(
    boolean definition,
    Kind kind,
    String owner,
    String purpose,
    List<String> usedBy,
    List<Call> functions) {
  /** Nothing is declared, as in an export. */
  public static final Declaration NONE = new Declaration(false, null, null, null, List.of(), null);

  public Declaration {
    usedBy = List.copyOf(usedBy);
    functions = functions == null ? null : List.copyOf(functions);
  }

  /** Returns a copy whose credential other integrations hold. */
  public Declaration heldBy(List<String> integrations) {
    return new Declaration(definition, kind, owner, purpose, integrations, functions);
  }

  /** Returns a copy with these calls; null when they are not stated. */
  public Declaration calling(List<Call> calls) {
    return new Declaration(definition, kind, owner, purpose, usedBy, calls);
  }

  /** The calls that the account is declared to make; empty when the definition does not say. */
  public Optional<List<Call>> need() {
    return Optional.ofNullable(functions);
  }
}
