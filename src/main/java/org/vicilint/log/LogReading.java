package org.vicilint.log;

import java.time.LocalDateTime;
import java.util.function.BiFunction;
import org.vicilint.model.Outcome;

/**
 * Settings for reading rows of {@code vicidial_api_log}.
 *
 * @param since the first moment that counts, as the server's clock has it; null for all before
 * @param until the last moment that counts; null for all behind
 * @param outcomes returns the outcome of a call from the columns {@code result} and {@code
 *     result_reason}; called once for each pair
 */
public record LogReading(
    LocalDateTime since, LocalDateTime until, BiFunction<String, String, Outcome> outcomes) {
  /** All rows; nobody asks what became of the calls. */
  public static final LogReading PLAIN = new LogReading(null, null, (a, b) -> Outcome.UNKNOWN);
}
