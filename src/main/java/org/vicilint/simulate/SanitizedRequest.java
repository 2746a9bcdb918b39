package org.vicilint.simulate;

import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.api.ColumnCoercion;
import org.vicilint.api.Parameter;
import org.vicilint.api.Parameters;
import org.vicilint.model.Build;
import org.vicilint.model.Request;

/** The values of a request as the server sees them: what it deletes is gone. */
final class SanitizedRequest {
  /** What empties a column. */
  static final String BLANK = "--BLANK--";

  /** VICIdial keeps this list with blanks around, and a dash behind. */
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

  /** Whether something is left of the value. */
  boolean has(String name) {
    return !get(name).isEmpty();
  }

  /** The value; empty when there is none. */
  String get(String name) {
    String raw = request.parameters().get(name);
    return raw == null ? "" : open(name) ? raw : parameter(name).clean(raw, build);
  }

  /** Whether a shell has yet to fill in the value, so that it stands here as it is written. */
  boolean open(String name) {
    return request.opens(name);
  }

  /** Whether parameters are added of which not even the names are known. */
  boolean opensMore() {
    return open(Request.REST);
  }

  /** The value as the column keeps it. */
  String stored(String name) {
    if (open(name)) {
      return get(name);
    }
    return name.equals(IN_GROUPS)
        ? " " + get(name).replace('|', ' ') + " -"
        : parameter(name).holds().store(Quotes.unquoted(get(name)));
  }

  /** Writes the value into its column, and says so where that changes it; gives what it holds. */
  String store(PredictionBuilder draft, String name) {
    String sent = get(name);
    String value = stored(name);
    Parameter parameter = parameter(name);
    draft.store(parameter.column(), masked(name, value));
    // Leading zeros are no loss in a number.
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

  /** The value for an answer: a password is masked. */
  String shown(String name) {
    return masked(name, get(name));
  }

  /** A value of this parameter, masked when it is a password, or may hold one. */
  String masked(String name, String value) {
    boolean hidden = parameter(name).secret() || swallowed.covers(name);
    return hidden && !value.isEmpty() ? Swallowed.MASK : value;
  }

  /** Several values, as answers list them. */
  String shown(List<String> names) {
    return names.stream().map(this::shown).collect(Collectors.joining("|"));
  }
}
