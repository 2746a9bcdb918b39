package org.vicilint.api;

import java.util.Map;
import java.util.NavigableMap;
import org.vicilint.model.Build;

/**
 * A parameter of the functions that create and change accounts.
 *
 * @param name its name
 * @param column the column of vicidial_users that stores it; empty if none does
 * @param holds the column's conversion; null if there is no column
 * @param secret whether its value is never shown
 * @param kept the characters that are kept, by build
 * @param plus the replacement of a {@code +}
 * @param wants the expected value, in words
 */
public record Parameter(
    String name,
    String column,
    ColumnCoercion holds,
    boolean secret,
    NavigableMap<Build, AcceptedCharacters> kept,
    String plus,
    String wants) {

  /** Returns the text without the characters that the API deletes. */
  public String clean(String text, Build build) {
    String clean = kept(build).clean(text);
    return plus.equals("+") ? clean : clean.replace("+", plus);
  }

  /** Returns the characters that a build keeps. */
  public AcceptedCharacters kept(Build build) {
    Map.Entry<Build, AcceptedCharacters> entry = kept.floorEntry(build);
    return entry == null ? kept.firstEntry().getValue() : entry.getValue();
  }
}
