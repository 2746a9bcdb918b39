package org.vicilint.model;

/**
 * An account that is given a second time. The first one by place holds.
 *
 * @param user the login of the one that holds
 * @param place where it stands a second time
 */
public record Duplicate(String user, SourceLocation place) {}
