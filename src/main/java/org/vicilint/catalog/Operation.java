package org.vicilint.catalog;

import java.util.List;
import java.util.Optional;
import org.vicilint.model.Build;

/**
 * A parameter of a function that does more than the function, and may need more.
 *
 * @param name the parameter with the value that matters ({@code delete_user=Y}), or without when
 *     any value does ({@code custom_fields_copy})
 * @param summary one line on what it does
 * @param effect what it does to the system
 * @param history what it demands beyond its function, by build
 */
public record Operation(String name, String summary, Effect effect, List<Requirement> history) {

  /** Returns its requirement on a build; empty when the build does not know the parameter. */
  public Optional<Requirement> at(Build build) {
    return Versioned.at(history, build).filter(r -> !r.gone());
  }
}
