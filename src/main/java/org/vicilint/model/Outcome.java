package org.vicilint.model;

import java.util.Locale;

/**
 * Outcome of a call that VICIdial logged. A refusal is named after the gate that answered, as the
 * evaluator names it.
 */
public enum Outcome {
  /** It succeeded, so every gate was open. */
  GRANTED,
  /** The login was refused; only the Agent API logs that. */
  LOGIN,
  /** The account's group does not exist. */
  LIST_SCOPE,
  /** {@code api_allowed_functions} does not hold the function. */
  ALLOWED_FUNCTION,
  /** The level or the flags of the function are missing. */
  LEVEL_AND_FLAGS,
  /** A parameter needs more than its function, which itself was open. */
  OPERATION,
  /** Another complaint, of parameters or data: it says nothing of permission. */
  ERROR,
  /** The log says nothing that is known. */
  UNKNOWN;

  /** Whether a gate refused the call. */
  public boolean refused() {
    return this != GRANTED && this != ERROR && this != UNKNOWN;
  }

  /** The gate's name in outputs, where one refused. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
