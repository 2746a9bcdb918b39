package org.vicilint.log;

/** Which numbers the rows of a source have, from the least to the greatest. */
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
}
