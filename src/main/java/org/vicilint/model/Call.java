package org.vicilint.model;

/**
 * A call that an account is to make.
 *
 * @param function the name of the function
 * @param operation the parameter that needs more than the function does, as the catalog names it
 *     ({@code delete_user=Y}, {@code custom_fields_copy}); null for the plain function
 */
public record Call(String function, String operation) implements Comparable<Call> {

  /** The plain function, without an operation. */
  public static Call of(String function) {
    return new Call(function, null);
  }

  @Override
  public int compareTo(Call other) {
    return toString().compareTo(other.toString());
  }

  /** {@code function} or {@code function:operation}. */
  @Override
  public String toString() {
    return operation == null ? function : function + ":" + operation;
  }
}
