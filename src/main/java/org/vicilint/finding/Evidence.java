package org.vicilint.finding;

import org.vicilint.model.SourceLocation;

/**
 * A value that a finding rests on.
 *
 * @param column VICIdial's column, or a key of the definition
 * @param value what it holds; never a secret
 * @param place where it stands
 */
public record Evidence(String column, String value, SourceLocation place) {}
