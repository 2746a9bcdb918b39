package org.vicilint.model;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of time on the server, in its own time zone.
 *
 * @param first the first moment that belongs to it
 * @param last the last moment that belongs to it
 */
public record Period(LocalDateTime first, LocalDateTime last) {

  /** Returns its length in days: 0 within one day, 1 from one day to the next. */
  public long days() {
    return ChronoUnit.DAYS.between(first.toLocalDate(), last.toLocalDate());
  }

  /** Both periods and what lies between. */
  public Period with(Period other) {
    return new Period(
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last);
  }
}
