package org.vicilint.api;

import java.util.List;

/**
 * One value that update_user takes, and what it asks of it.
 *
 * @param parameter the parameter
 * @param rule which kind of test it is put to
 * @param arguments the ends of a range, or the words allowed
 * @param blank whether {@code --BLANK--} empties the column
 * @param refusal what the server says when the value fails
 */
public record UpdateStep(
    String parameter, Rule rule, List<String> arguments, boolean blank, String refusal) {

  /** The kinds of tests. */
  public enum Rule {
    /** Nothing is asked. */
    NONE,
    /** So many characters. */
    LENGTH,
    /** A number in a range, as PHP compares. */
    NUMBER,
    /** One of some words. */
    WORDS,
    /** The level that an account may be given. */
    LEVEL,
    /** A group that exists and that the caller may see. */
    USER_GROUP,
    /** A login of a phone, or an alias. */
    PHONE
  }
}
