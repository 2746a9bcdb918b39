package org.vicilint.access;

/** Answer of the server to a call. The names are those of the conformance vectors. */
public enum Verdict {
  /** Every gate is open; what follows depends on the parameters. */
  GRANTED,
  /** The login is refused. */
  LOGIN,
  /** The account is restricted to its group's lists, and the group does not exist. */
  NO_GROUP,
  /** {@code api_allowed_functions} does not hold the function. */
  NOT_ALLOWED_FUNCTION,
  /** Level or flags refuse the function, or the operation. */
  PERMISSION,
  /** The build has no such function, or does not know the parameter. Never in a matrix. */
  NO_FUNCTION
}
