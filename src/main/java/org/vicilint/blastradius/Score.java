package org.vicilint.blastradius;

import java.util.List;

/**
 * How far a credential reaches, as one number: the sum of its parts.
 *
 * @param parts every part, in the order of the weights; also those that are 0
 */
public record Score(List<Part> parts) {
  public Score {
    parts = List.copyOf(parts);
  }

  /**
   * One part.
   *
   * @param name the weight's name in a profile
   * @param itself how many of it the account has by itself
   * @param all how many with the accounts that it can become; never less
   * @param weight what each counts
   */
  public record Part(String name, long itself, long all, int weight) {
    /** What the part adds to the score. */
    public long points() {
      return all * weight;
    }

    /** What of that the account adds by itself. */
    public long own() {
      return itself * weight;
    }
  }

  /** The score. */
  public long total() {
    return parts.stream().mapToLong(Part::points).sum();
  }

  /** What of it the account has by itself. */
  public long itself() {
    return parts.stream().mapToLong(Part::own).sum();
  }

  /** What of it comes from the accounts that it can become. */
  public long throughOthers() {
    return total() - itself();
  }
}
