package org.vicilint.rules.custom;

/** A rule could not be evaluated on an account; the message says why. */
final class RuleFailure extends Exception {
  private static final long serialVersionUID = 1L;

  RuleFailure(String message) {
    super(message);
  }
}
