package org.vicilint.api;

import java.util.List;

/**
 * One value of update_user, with its check.
 *
 * @param parameter the parameter
 * @param rule the kind of check
 * @param arguments the bounds of a range, or the allowed words
 * @param blank whether {@code --BLANK--} empties the column
 * @param refusal the server's refusal if the value fails
 */
public record UpdateStep(
    String parameter, Rule rule, List<String> arguments, boolean blank, String refusal) {

  /** The kinds of checks. */
  public enum Rule {
    /** No check. */
    NONE,
    /** A number of characters. */
    LENGTH,
    /** A number in a range, as PHP compares. */
    NUMBER,
    /** One of the allowed words. */
    WORDS,
    /** The level that an account may be given. */
    LEVEL,
    /** A group that exists and that the caller may see. */
    USER_GROUP,
    /** A login of a phone, or an alias. */
    PHONE
  }
}
