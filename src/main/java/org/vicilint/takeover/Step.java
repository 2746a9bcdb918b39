package org.vicilint.takeover;

import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Change;

/**
 * One step of a path: how control of one account leads to control of the next.
 *
 * @param kind the kind of step
 * @param from the acting account
 * @param to the account held after the step; equal to {@code from} where it only changes itself
 * @param call the request, without secrets; empty if none is needed
 * @param evidence the values that allow it
 * @param cut the smallest change that closes this step and keeps the declared need open; null if
 *     there is none
 */
public record Step(Kind kind, Held from, Held to, String call, List<Evidence> evidence, Cut cut) {
  public Step {
    evidence = List.copyOf(evidence);
  }

  /** Returns the step with another acting account. */
  public Step from(Held other) {
    return new Step(kind, other, to, call, evidence, cut);
  }

  /** The kinds of steps. */
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

    /** Returns the function, or the shared credential, that makes the step possible. */
    public String by() {
      return by;
    }

    /** Whether the step is a request. */
    public boolean request() {
      return this == UPDATE || this == COPY || this == MOVE;
    }
  }

  /**
   * An account on a path.
   *
   * @param user its login; where several accounts of one class can serve, the first of them
   * @param level its level at that point
   * @param userGroup its group at that point
   * @param alike the number of accounts that can serve in its place, itself included
   */
  public record Held(String user, int level, String userGroup, int alike) {}

  /**
   * A change of an account that closes a step.
   *
   * @param user the account that is changed
   * @param change the change
   * @param certain whether nothing says that the account needs what it loses
   */
  public record Cut(String user, Change change, boolean certain) {}
}
