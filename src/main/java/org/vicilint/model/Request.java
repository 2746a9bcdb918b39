package org.vicilint.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call of the Non-Agent API that makes or changes an account, as somebody means to send it. It
 * holds passwords, so nothing prints it.
 *
 * @param number its position in the input, from 1
 * @param place where it stands
 * @param caller the account that calls; empty when the request does not say
 * @param function what it calls; empty when the request does not say
 * @param parameters the others by name, in their order, as they were sent
 * @param open the parameters, {@code user} and {@code function} among them, whose value a shell or
 *     a program has yet to fill in, each with words for what fills it in; under {@link #REST} what
 *     adds parameters whose very names are unknown
 * @param whole whether it is a complete call, so that what is missing there is missing on the
 *     server too; else what every call has (source, password of the caller) is taken to be there
 */
public record Request(
    int number,
    SourceLocation place,
    String caller,
    String function,
    Map<String, String> parameters,
    Map<String, String> open,
    boolean whole) {
  /** Stands for parameters that are not seen. */
  public static final String REST = "*";

  public Request {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    open = Map.copyOf(open);
  }

  /** Whether the value of a parameter has yet to be filled in, so that it is not known. */
  public boolean opens(String name) {
    return open.containsKey(name);
  }

  /** Whether who calls has yet to be filled in. */
  public boolean callerOpen() {
    return opens("user") || (caller.isBlank() && opens(REST));
  }

  /** Returns a copy sent by another caller. */
  public Request by(String user) {
    Map<String, String> left = new LinkedHashMap<>(open);
    left.remove("user");
    return new Request(number, place, user, function, parameters, left, whole);
  }

  /** Says nothing of the values, so that no log or exception can hold them. */
  @Override
  public String toString() {
    return "Request[" + number + ", " + place + "]";
  }
}
