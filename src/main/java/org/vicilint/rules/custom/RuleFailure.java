package org.vicilint.rules.custom;

/** Thrown if a rule cannot be evaluated on an account; the message states the reason. */
final class RuleFailure extends Exception {
  private static final long serialVersionUID = 1L;

  RuleFailure(String message) {
    super(message);
  }
}
