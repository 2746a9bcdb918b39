package org.vicilint.blastradius;

import java.util.List;

/**
 * The size of a blast radius as one number: the sum of its parts.
 *
 * @param parts every part in the order of the weights, including those that are 0
 */
public record Score(List<Part> parts) {
  public Score {
    parts = List.copyOf(parts);
  }

  /**
   * One part.
   *
   * @param name the weight's name in a profile
   * @param itself the count for the account by itself
   * @param all the count together with the accounts that it can become; never less
   * @param weight the points for each
   */
  public record Part(String name, long itself, long all, int weight) {
    /** Returns the points of the part. */
    public long points() {
      return all * weight;
    }

    /** Returns the points that the account has by itself. */
    public long own() {
      return itself * weight;
    }
  }

  /** Returns the score, in points. */
  public long total() {
    return parts.stream().mapToLong(Part::points).sum();
  }

  /** Returns the points that the account has by itself. */
  public long itself() {
    return parts.stream().mapToLong(Part::own).sum();
  }

  /** Returns the points that come from the accounts that it can become. */
  public long throughOthers() {
    return total() - itself();
  }
}
