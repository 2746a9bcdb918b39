package org.vicilint.api;

import java.util.Map;
import java.util.NavigableMap;
import org.vicilint.model.Build;

/**
 * A parameter of the functions that make and change accounts.
 *
 * @param name its name
 * @param column the column of vicidial_users that takes it; empty when none does
 * @param holds what that column can hold; null when there is none
 * @param secret whether its value is never shown
 * @param kept the characters that are kept, by build
 * @param plus what a {@code +} becomes
 * @param wants what it should be, in words
 */
public record Parameter(
    String name,
    String column,
    ColumnCoercion holds,
    boolean secret,
    NavigableMap<Build, AcceptedCharacters> kept,
    String plus,
    String wants) {

  /** What is left of the text when the API has deleted what it does not keep. */
  public String clean(String text, Build build) {
    String clean = kept(build).clean(text);
    return plus.equals("+") ? clean : clean.replace("+", plus);
  }

  /** The characters that a build keeps. */
  public AcceptedCharacters kept(Build build) {
    Map.Entry<Build, AcceptedCharacters> entry = kept.floorEntry(build);
    return entry == null ? kept.firstEntry().getValue() : entry.getValue();
  }
}
