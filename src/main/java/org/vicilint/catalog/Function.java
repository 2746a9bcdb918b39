package org.vicilint.catalog;

import java.util.List;
import java.util.Optional;
import org.vicilint.model.Build;

/**
 * A function of one of the APIs.
 *
 * @param api the API it belongs to
 * @param name its name in {@code api_allowed_functions}
 * @param summary one line on what it does
 * @param category what it is about
 * @param effect what it does to the system
 * @param needsLogin whether it asks for a login at all
 * @param notAllowed the answer when {@code api_allowed_functions} refuses it, with placeholders
 * @param history what it demands, by build
 * @param operations the parameters that need more
 */
public record Function(
    Api api,
    String name,
    String summary,
    String category,
    Effect effect,
    boolean needsLogin,
    String notAllowed,
    List<Requirement> history,
    List<Operation> operations) {

  /** Returns its requirement on a build; empty when the build does not have it. */
  public Optional<Requirement> at(Build build) {
    return Versioned.at(history, build).filter(r -> !r.gone());
  }

  /** The operation of this name. */
  public Optional<Operation> operation(String operation) {
    return operations.stream().filter(o -> o.name().equals(operation)).findFirst();
  }

  /** The build that brought it. */
  public Build since() {
    return history.get(0).since();
  }
}
