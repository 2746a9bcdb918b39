package org.vicilint.catalog;

import org.vicilint.model.Build;
import org.vicilint.model.Characters;

/**
 * Requirement of an API's login, from a build on.
 *
 * @param since the first build for which this holds
 * @param shared one login for all functions; otherwise each function compares user and password in
 *     its own check, and refuses with its own answer
 * @param userLevel the least {@code user_level}; 0 when none is demanded
 * @param active {@code active='Y'} is demanded
 * @param lock ten refused logins in a row lock the account for 15 minutes
 * @param flags the flags that must be set
 * @param minLength the least length of user and password, after characters are deleted
 * @param userCharacters the alphabet that is kept of the user name before it is compared
 * @param passwordCharacters the alphabet that is kept of the password before it is compared
 * @param refusal the answer, with placeholders in braces; null when not shared
 * @param locked the answer to a locked account; null when it is the same
 */
public record LoginRequirement(
    Build since,
    boolean shared,
    int userLevel,
    boolean active,
    boolean lock,
    long flags,
    int minLength,
    Characters userCharacters,
    Characters passwordCharacters,
    String refusal,
    String locked)
    implements Versioned {}
