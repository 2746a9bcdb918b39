package org.vicilint.request;

import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.model.Build;
import org.vicilint.model.Request;

/** The values of a request as the server sees them: what it deletes is gone. */
final class Sent {
  /** What empties a column. */
  static final String BLANK = "--BLANK--";

  private static final String MASK = "****";

  private final Request request;
  private final Parameters parameters;
  private final Build build;

  Sent(Request request, Parameters parameters, Build build) {
    this.request = request;
    this.parameters = parameters;
    this.build = build;
  }

  Request request() {
    return request;
  }

  Build build() {
    return build;
  }

  Parameter parameter(String name) {
    return parameters.byName().get(name);
  }

  /** Whether something is left of the value. */
  boolean has(String name) {
    return !get(name).isEmpty();
  }

  /** The value; empty when there is none. */
  String get(String name) {
    String raw = request.parameters().get(name);
    return raw == null ? "" : parameter(name).clean(raw, build);
  }

  /** The value as the column keeps it. */
  String stored(String name) {
    return parameter(name).holds().store(get(name));
  }

  /** The value for an answer: a password is masked. */
  String shown(String name) {
    return masked(name, get(name));
  }

  /** A value of this parameter, masked when it is a password. */
  String masked(String name, String value) {
    return parameter(name).secret() && !value.isEmpty() ? MASK : value;
  }

  /** Several values, as answers list them. */
  String shown(List<String> names) {
    return names.stream().map(this::shown).collect(Collectors.joining("|"));
  }
}
