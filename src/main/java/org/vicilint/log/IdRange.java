package org.vicilint.log;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.vicilint.model.Usage;

/** Range of the numbers of a source's rows, from the least to the greatest. */
final class IdRange {
  private long least = Long.MAX_VALUE;
  private long most = -1;

  void add(long id) {
    least = Math.min(least, id);
    most = Math.max(most, id);
  }

  void add(IdRange other) {
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
  }

  boolean overlaps(IdRange other) {
    return least <= other.most && other.least <= most;
  }

  /**
   * The pairs of sources that seem to hold rows of one another.
   *
   * @param ranges those of each source, by its name
   */
  static List<Usage.Overlap> overlaps(SortedMap<String, IdRange> ranges) {
    List<Usage.Overlap> overlaps = new ArrayList<>();
    ranges.forEach(
        (name, range) ->
            ranges
                .tailMap(name + '\0')
                .forEach(
                    (other, theirs) -> {
                      if (range.overlaps(theirs)) {
                        overlaps.add(new Usage.Overlap(name, other));
                      }
                    }));
    return overlaps;
  }
}
