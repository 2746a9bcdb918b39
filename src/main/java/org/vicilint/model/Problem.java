package org.vicilint.model;

/**
 * Something in a source that could not be read, parsed or recognised. It makes the run incomplete.
 *
 * @param place where
 * @param reason what is wrong, without any value that could be secret
 * @param hint what to do about it
 * @param excerpt the line it stands in, to be shown with a caret; null when it must not be shown
 */
public record Problem(Place place, String reason, String hint, String excerpt)
    implements Comparable<Problem> {

  @Override
  public int compareTo(Problem other) {
    int byPlace = place.compareTo(other.place);
    return byPlace != 0 ? byPlace : reason.compareTo(other.reason);
  }
}
