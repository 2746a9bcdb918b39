package org.vicilint.simulate;

import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.api.ColumnCoercion;
import org.vicilint.api.Parameter;
import org.vicilint.api.Parameters;
import org.vicilint.model.Build;
import org.vicilint.model.Request;

/** The values of a request as the server sees them, without the characters that it deletes. */
final class SanitizedRequest {
  /** The value that empties a column. */
  static final String BLANK = "--BLANK--";

  /** VICIdial stores this list between blanks, with a dash at the end. */
  private static final String IN_GROUPS = "in_groups";

  private final Request request;
  private final Parameters parameters;
  private final Build build;
  private final Swallowed swallowed;

  SanitizedRequest(Request request, Parameters parameters, Build build, Swallowed swallowed) {
    this.request = request;
    this.parameters = parameters;
    this.build = build;
    this.swallowed = swallowed;
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

  /** Whether the value is not empty. */
  boolean has(String name) {
    return !get(name).isEmpty();
  }

  /** Returns the value; empty if there is none. */
  String get(String name) {
    String raw = request.parameters().get(name);
    return raw == null ? "" : open(name) ? raw : parameter(name).clean(raw, build);
  }

  /** Whether a shell fills in the value later, so that the request holds only its placeholder. */
  boolean open(String name) {
    return request.opens(name);
  }

  /** Whether a shell adds parameters with unknown names. */
  boolean opensMore() {
    return open(Request.REST);
  }

  /** Returns the value as the column stores it. */
  String stored(String name) {
    if (open(name)) {
      return get(name);
    }
    return name.equals(IN_GROUPS)
        ? " " + get(name).replace('|', ' ') + " -"
        : parameter(name).holds().store(Quotes.unquoted(get(name)));
  }

  /**
   * Writes the value into its column, with a note if the column changes it.
   *
   * @return the stored value
   */
  String store(PredictionBuilder draft, String name) {
    String sent = get(name);
    String value = stored(name);
    Parameter parameter = parameter(name);
    draft.store(parameter.column(), masked(name, value));
    // A number loses nothing with its leading zeros.
    String least =
        parameter.holds() instanceof ColumnCoercion.Whole
            ? sent.replaceAll("^0+(?=\\d)", "")
            : sent;
    if (!value.equals(least) && !name.equals(IN_GROUPS)) {
      draft.alter(
          parameter.secret()
              ? name + " is longer than its column, which cuts it"
              : "%s: the column cannot hold '%s' and makes '%s' of it"
                  .formatted(name, sent, value));
    }
    return value;
  }

  /** Returns the value for an answer; a password is masked. */
  String shown(String name) {
    return masked(name, get(name));
  }

  /** Returns a value of this parameter, masked if it is a password or may hold one. */
  String masked(String name, String value) {
    boolean hidden = parameter(name).secret() || swallowed.covers(name);
    return hidden && !value.isEmpty() ? Swallowed.MASK : value;
  }

  /** Returns several values as answers list them. */
  String shown(List<String> names) {
    return names.stream().map(this::shown).collect(Collectors.joining("|"));
  }
}
