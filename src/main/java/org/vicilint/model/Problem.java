package org.vicilint.model;

/**
 * Something in a source that could not be read, parsed or recognised. It makes the run incomplete.
 *
 * @param place where
 * @param reason the fault, without any value that could be secret
 * @param hint what to do about it
 * @param excerpt the line it stands in, or the part around the place; null when it must not be
 *     shown
 * @param caret where in the excerpt the place is, from 0
 */
public record Problem(SourceLocation place, String reason, String hint, String excerpt, int caret)
    implements Comparable<Problem> {

  /** A problem whose line is not shown. */
  public Problem(SourceLocation place, String reason, String hint) {
    this(place, reason, hint, null, 0);
  }

  @Override
  public int compareTo(Problem other) {
    int byPlace = place.compareTo(other.place);
    return byPlace != 0 ? byPlace : reason.compareTo(other.reason);
  }
}
