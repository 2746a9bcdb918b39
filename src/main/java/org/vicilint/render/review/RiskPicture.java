package org.vicilint.render.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vicilint.engine.Worst;
import org.vicilint.finding.Severity;
import org.vicilint.model.Kind;

/**
 * The picture of risk: every account by its level (across) and by how many functions it can really
 * call (up). In the column of a level, programs stand on the left, people and VICIdial's own on the
 * right; accounts that would hide each other become one mark with their count. Heights go by the
 * square root.
 */
public final class RiskPicture {
  static final int WIDTH = 760;
  static final int HEIGHT = 420;
  private static final int LEFT = 48;
  private static final int TOP = 16;
  private static final int BOTTOM = 372;
  private static final int LEVELS = 10;
  private static final double BAND = (WIDTH - LEFT - 8) / (double) LEVELS;
  private static final int[] GRID = {0, 1, 5, 10, 20, 30, 40, 60, 80, 100, 150, 200};
  private static final int BESIDE = 3;
  private static final double PITCH = 10.5;
  private static final double RADIUS = 4.5;
  private static final int LABELS = 6;
  private static final int LABEL_HEIGHT = 15;
  private static final double CHARACTER = 7.2;
  private static final int NAME = 24;

  private static final int NAMES = 5;

  private static final Comparator<Spot> ACROSS =
      Comparator.comparingInt(Spot::level)
          .thenComparingInt(Spot::callable)
          .thenComparing(Spot::kind);

  /** A place of the picture. */
  private record Spot(int level, int callable, Kind kind) {
    static Spot of(RatedAccount rated) {
      int level = Math.min(rated.audited().account().userLevel(), LEVELS - 1);
      return new Spot(level, rated.callable(), rated.audited().kind());
    }
  }

  /**
   * An account there.
   *
   * @param worst how bad its worst open finding is; null when it has none
   */
  private record Dot(String user, Severity worst) {}

  /** The accounts there: the first ones, how many, and how bad the worst finding is. */
  private static final class Heap {
    private final List<Dot> first = new ArrayList<>();
    private int count;
    private Severity worst;

    private void add(Dot dot) {
      count++;
      if (first.size() < NAMES) {
        first.add(dot);
      }
      if (dot.worst() != null && (worst == null || dot.worst().atLeast(worst))) {
        worst = dot.worst();
      }
    }
  }

  /**
   * A mark.
   *
   * @param kind what stands behind the account
   * @param severity how bad its worst open finding is; "none" when it has none
   * @param count how many accounts it stands for
   * @param title the tooltip
   */
  public record Mark(
      double x, double y, double r, String kind, String severity, int count, String title) {}

  /** The name of one of the worst accounts, and a line to its mark. */
  public record Label(double x, double y, String anchor, String text, double fromX, double fromY) {}

  /** A line across, and what stands at its left. */
  public record Line(double y, int value) {}

  private final Map<Spot, Heap> spots = new TreeMap<>(ACROSS);
  private final Worst<RatedAccount> named =
      new Worst<>(
          LABELS,
          Comparator.comparingInt(RatedAccount::score)
              .reversed()
              .thenComparing(RatedAccount::user));
  private int most = 10;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

  /** Takes one more account, in the order of their names. */
  void add(RatedAccount rated) {
    spots
        .computeIfAbsent(Spot.of(rated), key -> new Heap())
        .add(new Dot(rated.user(), rated.worst()));
    most = Math.max(most, (rated.callable() + 9) / 10 * 10);
    if (rated.score() > 0) {
      named.add(rated);
    }
  }

  /** Draws those that were taken. */
  RiskPicture drawn() {
    spots.forEach(this::place);
    for (RatedAccount rated : named.all()) {
      Spot spot = Spot.of(rated);
      label(cut(rated.user()), middle(spot), y(spot.callable()), spot.level());
    }
    return this;
  }

  /** The marks, the large ones first, so that none covers a smaller one. */
  public List<Mark> marks() {
    return marks.stream().sorted(Comparator.comparingDouble(Mark::r).reversed()).toList();
  }

  /** The worst accounts' names. */
  public List<Label> labels() {
    return labels;
  }

  /** The lines across. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int value : GRID) {
      if (value <= most) {
        lines.add(new Line(y(value), value));
      }
    }
    return lines;
  }

  /** The middle of each level's column, by level. */
  public List<Double> columns() {
    List<Double> columns = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      columns.add(round(LEFT + BAND * (level + 0.5)));
    }
    return columns;
  }

  private void place(Spot spot, Heap heap) {
    double middle = middle(spot);
    double y = y(spot.callable());
    if (heap.count > BESIDE) {
      double r = Math.min(15, RADIUS + 1.6 * Math.sqrt(heap.count));
      marks.add(mark(middle, y, r, spot, heap));
      return;
    }
    double x = middle - PITCH * (heap.count - 1) / 2;
    for (Dot dot : heap.first) {
      Heap alone = new Heap();
      alone.add(dot);
      marks.add(mark(round(x), y, RADIUS, spot, alone));
      x += PITCH;
    }
  }

  private static Mark mark(double x, double y, double r, Spot spot, Heap heap) {
    List<String> names = heap.first.stream().map(dot -> cut(dot.user())).toList();
    String more = heap.count > NAMES ? " and " + (heap.count - NAMES) + " more" : "";
    return new Mark(
        x,
        y,
        round(r),
        spot.kind().word(),
        heap.worst == null ? "none" : heap.worst.word(),
        heap.count,
        "%s%s: %s, level %d, can call %d"
            .formatted(
                String.join(", ", names), more, spot.kind().word(), spot.level(), spot.callable()));
  }

  /**
   * Beside the mark, where it covers no other name and no mark: on the right of low levels, else
   * left.
   */
  private void label(String name, double markX, double markY, int level) {
    boolean right = level < LEVELS - 3;
    double x = round(right ? markX + 26 : markX - 26);
    double width = name.length() * CHARACTER;
    double from = right ? x : x - width;
    double y = markY;
    for (int step = 1; covered(from, from + width, y); step++) {
      int away = (step + 1) / 2 * (step % 2 == 0 ? 1 : -1);
      double next = markY + away * (double) LABEL_HEIGHT;
      if (next > TOP && next < BOTTOM) {
        y = next;
      } else if (step > 60) {
        break;
      }
    }
    labels.add(new Label(x, round(y), right ? "start" : "end", name, markX, markY));
  }

  private boolean covered(double from, double to, double y) {
    for (Label other : labels) {
      double width = other.text().length() * CHARACTER;
      double start = other.anchor().equals("start") ? other.x() : other.x() - width;
      if (Math.abs(other.y() - y) < LABEL_HEIGHT - 1 && from < start + width && start < to) {
        return true;
      }
    }
    return marks.stream()
        .anyMatch(
            mark ->
                Math.abs(mark.y() - y) < mark.r() + LABEL_HEIGHT / 2.0
                    && from - mark.r() < mark.x()
                    && mark.x() < to + mark.r());
  }

  private static double middle(Spot spot) {
    double within =
        switch (spot.kind()) {
          case SERVICE -> 0.25;
          case PERSON -> 0.6;
          case SYSTEM -> 0.88;
        };
    return round(LEFT + BAND * (spot.level() + within));
  }

  private double y(int callable) {
    // Most accounts can call few functions: a plain scale would heap them up at the bottom.
    return round(BOTTOM - (BOTTOM - TOP) * Math.sqrt(callable / (double) most));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) > NAME
        ? name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…"
        : name;
  }
}
