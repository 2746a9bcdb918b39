package org.vicilint.code;

import java.util.Map;

/**
 * Parameters that a program collects under their names, in a map, an object or by calls.
 *
 * @param values by name, with {@link Hole}s
 * @param more whether others are mixed in that cannot be seen here
 * @param start where the first stands
 */
public record Group(Map<String, String> values, boolean more, int start) {}
