package org.vicilint.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One call of the Non-Agent API that makes or changes an account, as somebody means to send it. It
 * holds passwords, so nothing prints it.
 *
 * @param number its number in the input, from 1
 * @param place where it stands
 * @param caller the account that calls; empty when the request does not say
 * @param function what it calls; empty when the request does not say
 * @param parameters the others by name, in their order, as they were sent
 * @param open the names of parameters, {@code user} and {@code function} among them, whose value a
 *     shell has yet to fill in
 * @param whole whether it is a complete call, so that what is missing there is missing on the
 *     server too; else what every call has (source, password of the caller) is taken to be there
 */
public record Request(
    int number,
    Place place,
    String caller,
    String function,
    Map<String, String> parameters,
    Set<String> open,
    boolean whole) {
  public Request {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    open = Set.copyOf(open);
  }

  /** The same, by another caller. */
  public Request by(String user) {
    return new Request(number, place, user, function, parameters, open, whole);
  }

  /** Says nothing of the values, so that no log or exception can hold them. */
  @Override
  public String toString() {
    return "Request[" + number + ", " + place + "]";
  }
}
