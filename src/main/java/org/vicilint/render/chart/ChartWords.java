package org.vicilint.render.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.takeover.AccountClass;
import org.vicilint.takeover.Step;
import org.vicilint.takeover.chart.Chart;
import org.vicilint.text.Text;

/**
 * The words of a chart of takeovers: short ones for its picture, whole ones for its table. {@link
 * Templates} makes them visible.
 */
public final class ChartWords {
  private static final int NAME = 22;
  private static final int LINE = 25;

  private ChartWords() {}

  /** How one account becomes another. */
  public static String how(Chart.Arrow arrow) {
    return arrow.kinds().stream()
        .sorted()
        .map(Step.Kind::by)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Returns the content of a box in short lines. */
  static List<String> lines(Chart.Box box, boolean eachOther) {
    List<String> lines = new ArrayList<>();
    boolean one = box.accounts() == 1;
    lines.add(one ? cut(box.users().get(0), NAME) : accounts(box));
    lines.add(cut((box.changed() ? "given " : "") + place(box), LINE));
    if (!one) {
      lines.add(cut(names(box), LINE));
    }
    if (box.opens() && !box.changed()) {
      lines.add("reaches " + (one || box.reaches() == 0 ? "" : "up to ") + box.reaches());
    }
    if (eachOther) {
      lines.add("also each other");
    }
    return lines;
  }

  /** Returns the content of a box in one line. */
  public static String who(Chart.Box box) {
    return box.accounts() == 1 ? box.users().get(0) : accounts(box) + " (" + place(box) + ")";
  }

  /** Level and group. */
  static String place(Chart.Box box) {
    return (box.lowest() == box.highest() ? "level " : "levels ") + levels(box) + ", " + group(box);
  }

  /** The level, or the lowest and the highest one. */
  public static String levels(Chart.Box box) {
    return box.lowest() == box.highest()
        ? Integer.toString(box.highest())
        : box.lowest() + " to " + box.highest();
  }

  /** The group, or how many there are. */
  public static String group(Chart.Box box) {
    if (box.groups().size() > 1) {
      return box.groups().size() + " groups";
    }
    String group = box.groups().get(0);
    return group.isBlank() ? "no group" : group;
  }

  /** Returns the known logins of the accounts. */
  public static String names(Chart.Box box) {
    long more = box.accounts() - Math.min(box.users().size(), AccountClass.NAMED);
    String names = String.join(", ", box.users());
    if (names.isEmpty()) {
      return "";
    }
    return more > 0 ? names + " and " + more + " more" : names;
  }

  /** Returns the heading of a column. */
  static String heading(Chart chart, Chart.Box first) {
    if (first.steps() == 0) {
      return "level " + chart.goal() + (chart.goal() < 9 ? " or more" : "");
    }
    if (first.steps() == Chart.NONE) {
      return first.opens() ? "no way to level " + chart.goal() : "only reached";
    }
    return Text.plural(first.steps(), "step")
        + (first.steps() == Chart.FAR ? " or more" : "")
        + " to level "
        + chart.goal();
  }

  /** Returns a description of the picture for readers who cannot see it. */
  static String description(Chart chart) {
    List<Chart.Box> leading =
        chart.boxes().stream()
            .filter(box -> box.opens() && !box.changed() && box.steps() >= 0)
            .sorted(Comparator.comparingInt(Chart.Box::steps))
            .toList();
    String goal = "level " + chart.goal() + (chart.goal() < 9 ? " or more" : "");
    return leading.stream()
            .map(
                box ->
                    who(box)
                        + (box.steps() == 0
                            ? (box.accounts() == 1 ? " has " : " have ") + goal
                            : (box.accounts() == 1 ? " comes to " : " come to ")
                                + goal
                                + " in "
                                + Text.plural(box.steps(), "step")))
            .collect(Collectors.joining("; "))
        + ". The table beside the picture says the same.";
  }

  private static String accounts(Chart.Box box) {
    return Text.plural((int) box.accounts(), "account");
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) > most
        ? text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…"
        : text;
  }
}
