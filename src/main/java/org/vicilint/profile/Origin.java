package org.vicilint.profile;

import org.vicilint.model.SourceLocation;

/**
 * Origin of a value of the effective profile.
 *
 * @param value the value, as text
 * @param profile the name of the profile that sets it
 * @param place where it stands
 */
public record Origin(String value, String profile, SourceLocation place) {}
