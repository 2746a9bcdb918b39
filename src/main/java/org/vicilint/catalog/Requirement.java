package org.vicilint.catalog;

import org.vicilint.model.Build;

/**
 * Requirement of a function, or of an operation of it, from a build on.
 *
 * @param since the first build for which this holds
 * @param gone the function does not exist from this build on
 * @param userLevel the least {@code user_level}; 0 when none is demanded
 * @param flags the flags that must be set, see {@link org.vicilint.model.Flag#bit()}
 * @param modifyLeads the values of {@code modify_leads} that are accepted, as bits (1 &lt;&lt;
 *     value); 0 when it is not looked at
 * @param active the check itself demands {@code active='Y'}
 * @param allowedFunctions {@code api_allowed_functions} is consulted
 * @param levelFirst level and flags are tested before {@code api_allowed_functions}
 * @param listScope with {@code api_list_restrict} the account's group must exist
 * @param refusal the answer when level or flags fail, with placeholders in braces; null when the
 *     server says nothing of its own
 */
public record Requirement(
    Build since,
    boolean gone,
    int userLevel,
    long flags,
    int modifyLeads,
    boolean active,
    boolean allowedFunctions,
    boolean levelFirst,
    boolean listScope,
    String refusal)
    implements Versioned {}
