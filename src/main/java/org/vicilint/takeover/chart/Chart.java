package org.vicilint.takeover.chart;

import java.util.List;
import java.util.Set;
import org.vicilint.takeover.AccountClass;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.Step;

/**
 * Which accounts of an estate can become which, as a few boxes with arrows, so that a picture can
 * hold it. It shows the paths to accounts of the highest level that is reached.
 *
 * @param goal that level; 0 if no account can become another
 * @param boxes accounts, each in one box at most; the farther ones first, then by level and group
 * @param arrows the takeovers in one step, also inside of a box
 * @param paths a shortest path to the goal from each start class that leads there, the shortest
 *     ones first; at most {@link #PATHS}
 * @param folded whether boxes hold accounts of different equivalence classes, since there are too
 *     many classes
 * @param left the number of start classes that were not explored, since there are too many
 */
public record Chart(
    int goal, List<Box> boxes, List<Arrow> arrows, List<Path> paths, boolean folded, int left) {
  /** Distance of accounts from which no path leads to the goal. */
  public static final int NONE = -1;

  /** The largest distance with a column of its own; farther accounts share it. */
  public static final int FAR = 5;

  /** The most paths that are described in words. */
  public static final int PATHS = 12;

  public Chart {
    paths = List.copyOf(paths);
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /** Whether no account can become another. */
  public boolean empty() {
    return arrows.isEmpty();
  }

  /**
   * Accounts in one place of the picture.
   *
   * @param lowest their lowest level
   * @param highest their highest level
   * @param groups their groups, in order; no group is an empty text
   * @param users the first of them by login; all, or {@link AccountClass#NAMED}
   * @param accounts the number of accounts
   * @param steps the number of steps from the first of them to the goal; 0 for accounts of its
   *     level, {@link Chart#NONE} if no path leads there
   * @param opens whether their credentials open other accounts
   * @param changed whether they are so only after a step has given them that level or group, or a
   *     new password that leads farther than their own
   * @param reaches the most accounts that one of them reaches in any number of steps
   */
  public record Box(
      int lowest,
      int highest,
      List<String> groups,
      List<String> users,
      long accounts,
      int steps,
      boolean opens,
      boolean changed,
      long reaches) {
    public Box {
      groups = List.copyOf(groups);
      users = List.copyOf(users);
    }
  }

  /**
   * At least one account of a box becomes at least one of another.
   *
   * @param from the index of the box, from 0
   * @param to the index of the other box; the same one where accounts of one box become each other
   * @param kinds the kinds of steps
   * @param path whether it is on a shortest path to the goal
   */
  public record Arrow(int from, int to, Set<Step.Kind> kinds, boolean path) {
    public Arrow {
      kinds = Set.copyOf(kinds);
    }
  }
}
