package org.vicilint.profile;

import java.util.List;

/**
 * Limits that an organisation sets for integrations.
 *
 * @param forbiddenFunctions globs of functions that no integration may call
 * @param forbiddenCategories categories of functions, as the catalog names them
 * @param forbiddenEffects effects of functions and operations, as the catalog names them
 * @param highestLevel the highest {@code user_level} that an integration's account may have, 0 to 9
 * @param takeover whether its account may become others: set their passwords, or clone them
 */
public record IntegrationPolicy(
    List<String> forbiddenFunctions,
    List<String> forbiddenCategories,
    List<String> forbiddenEffects,
    int highestLevel,
    boolean takeover) {
  public IntegrationPolicy {
    forbiddenFunctions = List.copyOf(forbiddenFunctions);
    forbiddenCategories = List.copyOf(forbiddenCategories);
    forbiddenEffects = List.copyOf(forbiddenEffects);
  }
}
