package org.vicilint.blastradius;

import java.util.List;
import org.vicilint.model.Change;

/**
 * A change that makes a blast radius smaller.
 *
 * @param by the source of the proposal
 * @param changes the changes of the account; at least one
 * @param certain whether nothing says that the account needs what it loses
 * @param before the score before
 * @param after the score after the change
 */
public record Mitigation(
    By by, List<Change> changes, boolean certain, BlastRadius before, BlastRadius after) {
  /** The sources of proposals. */
  public enum By {
    /** The least account that opens what it needs; {@code vicilint recommend} writes it. */
    LEAST_PRIVILEGE("least privilege"),
    /** A change of one column that takes power over other accounts. */
    TAKEOVER("takeover cut"),
    /** A change of one column that closes pages. */
    PAGES("page cut"),
    /** The functions taken from a person, whose screens do not look at them. */
    FUNCTIONS("function cut"),
    /** A password that no other account has; an integration that holds no other credential. */
    OWN_CREDENTIAL("own credential");

    private final String word;

    By(String word) {
      this.word = word;
    }

    /** Returns the words in outputs. */
    public String word() {
      return word;
    }
  }

  public Mitigation {
    changes = List.copyOf(changes);
  }

  /** Returns the difference of the scores; above 0. */
  public long removes() {
    return before.score().total() - after.score().total();
  }
}
