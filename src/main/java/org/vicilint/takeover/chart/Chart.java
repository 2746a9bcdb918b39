package org.vicilint.takeover.chart;

import java.util.List;
import java.util.Set;
import org.vicilint.takeover.AccountClass;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.Step;

/**
 * Who can become whom in an estate, as few boxes with arrows, so that a picture can hold it. The
 * paths to accounts of the highest level that anybody reaches are what it is about.
 *
 * @param goal that level; 0 when nobody becomes anybody
 * @param boxes accounts, each in one box at most; the farther ones first, then by level and group
 * @param arrows who becomes whom in one step; also inside of a box
 * @param paths a shortest path to the goal from each kind of credential that leads there, the
 *     shortest ones first; not more than {@link #PATHS}
 * @param folded whether boxes hold accounts that are not alike, since there are so many
 * @param left how many kinds of credentials were not looked at, since there are so many
 */
public record Chart(
    int goal, List<Box> boxes, List<Arrow> arrows, List<Path> paths, boolean folded, int left) {
  /** No number of steps leads to the goal. */
  public static final int NONE = -1;

  /** What is farther stands with what is so far. */
  public static final int FAR = 5;

  /** How many paths are told in words. */
  public static final int PATHS = 12;

  public Chart {
    paths = List.copyOf(paths);
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /** Whether nobody becomes anybody. */
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
   * @param accounts how many there are
   * @param steps how many steps it takes from the first of them to the goal, 0 for accounts that
   *     have its level, {@link Chart#NONE} where no path leads there
   * @param opens whether their credentials open other accounts
   * @param changed whether they are there only once somebody has given them that level or group, or
   *     a new password that leads farther than their own
   * @param reaches how many accounts one of them reaches in any number of steps, at most
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
   * @param from the number of the box, from 0
   * @param to the number of the other one; the same where accounts of one box become each other
   * @param kinds how
   * @param path whether it is on a shortest path to the goal
   */
  public record Arrow(int from, int to, Set<Step.Kind> kinds, boolean path) {
    public Arrow {
      kinds = Set.copyOf(kinds);
    }
  }
}
