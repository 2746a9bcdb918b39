package org.vicilint.takeover;

import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Change;

/**
 * One step of a path: how somebody who holds one account comes to hold the next.
 *
 * @param kind how
 * @param from who does it
 * @param to what is held then; the same as {@code from} where it only changes itself
 * @param call the request that does it, without secrets; empty where none is needed
 * @param evidence the values that allow it
 * @param cut the smallest change that takes this step away and leaves what is declared to be
 *     needed; null when there is none
 */
public record Step(Kind kind, Held from, Held to, String call, List<Evidence> evidence, Cut cut) {
  public Step {
    evidence = List.copyOf(evidence);
  }

  /** The same, made by somebody else who can. */
  public Step from(Held other) {
    return new Step(kind, other, to, call, evidence, cut);
  }

  /** How a step is made. */
  public enum Kind {
    /** {@code update_user} sets the password of another account. */
    UPDATE("update_user"),
    /** {@code copy_user} clones another account under a password of the caller's choice. */
    COPY("copy_user"),
    /** {@code update_user} puts the caller itself into another group. */
    MOVE("update_user"),
    /** Two accounts have one password. */
    SAME_PASSWORD("same password"),
    /** One integration holds both credentials. */
    SAME_HOLDER("same integration");

    private final String by;

    Kind(String by) {
      this.by = by;
    }

    /** The function, or what else makes it possible. */
    public String by() {
      return by;
    }

    /** Whether a request does it. */
    public boolean request() {
      return this == UPDATE || this == COPY || this == MOVE;
    }
  }

  /**
   * An account on a path.
   *
   * @param user its login; where several serve alike, the first of them
   * @param level its level at that point
   * @param userGroup its group at that point
   * @param alike how many accounts would serve in its place, itself included
   */
  public record Held(String user, int level, String userGroup, int alike) {}

  /**
   * A change of an account that takes a step away.
   *
   * @param user the account that is changed
   * @param change the change
   * @param certain whether nothing says that the account needs what it loses
   */
  public record Cut(String user, Change change, boolean certain) {}
}
