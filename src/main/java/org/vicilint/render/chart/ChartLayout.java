package org.vicilint.render.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.vicilint.takeover.chart.Chart;

/**
 * Layout of a chart after Sugiyama: the columns are layers by the number of steps to the goal, from
 * left to right. An arrow over more than one layer passes dummy nodes between the boxes, so that no
 * line crosses a box. The barycentre heuristic orders the boxes of a layer so that few lines cross
 * each other.
 */
final class ChartLayout {
  static final int BOX = 172;
  static final int TOP = 40;
  private static final int LINE = 15;
  private static final int PADDING = 14;
  private static final int PORT = 17;
  private static final int LANE = 8;
  private static final int SPACE = 18;
  private static final int BEND = 64;
  private static final int LEFT = 8;
  private static final double CHARACTER = 6.8;
  private static final int SWEEPS = 8;

  /** Arrows that leave a box in one line and fork later. */
  static final class Bundle {
    final Spot from;
    final String how;
    final boolean path;
    final boolean request;
    final List<Spot> ahead = new ArrayList<>();
    final List<Spot> back = new ArrayList<>();
    final List<Spot> lanes = new ArrayList<>();

    private Bundle(Spot from, Chart.Arrow arrow) {
      this.from = from;
      this.how = ChartWords.how(arrow);
      this.path = arrow.path();
      this.request = arrow.kinds().stream().anyMatch(kind -> kind.request());
    }
  }

  /** A box, or a dummy node where a line passes between boxes. */
  static final class Spot {
    final Chart.Box box;
    final int column;
    final List<String> lines;
    final List<Bundle> out = new ArrayList<>();
    final List<Spot> before = new ArrayList<>();
    final List<Spot> after = new ArrayList<>();
    int backs;
    double x;
    double y;

    /**
     * The x coordinate where lines that leave this layer begin to bend: after the words of all of
     * them.
     */
    double bend;

    private Spot(Chart.Box box, int column, List<String> lines) {
      this.box = box;
      this.column = column;
      this.lines = lines;
    }

    double height() {
      return box == null
          ? LANE
          : Math.max(lines.size() * LINE, (out.size() + backs) * PORT) + PADDING;
    }

    double middle() {
      return y + height() / 2;
    }

    /** Returns the y coordinate of the port in a row, where a line leaves or enters. */
    double port(int row) {
      double used = (out.size() + backs) * (double) PORT;
      return y + (height() - used) / 2 + row * PORT + PORT - 4;
    }
  }

  private final Chart chart;
  private final List<List<Spot>> columns = new ArrayList<>();
  private final List<Spot> spots = new ArrayList<>();
  private final List<Bundle> bundles = new ArrayList<>();
  private double width = LEFT;
  private double height;

  ChartLayout(Chart chart) {
    this.chart = chart;
    boxes();
    bundle();
    bundles.forEach(this::lanes);
    order();
    place();
  }

  List<Spot> spots() {
    return spots;
  }

  List<Bundle> bundles() {
    return bundles;
  }

  /** Returns the first box of each layer. */
  List<Spot> heads() {
    return columns.stream()
        .map(column -> column.stream().filter(spot -> spot.box != null).findFirst().orElseThrow())
        .toList();
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  /** Returns the width of the words on a line. */
  private static double words(Bundle bundle) {
    return bundle.how.length() * CHARACTER + 8;
  }

  private void boxes() {
    Chart.Box last = null;
    for (int i = 0; i < chart.boxes().size(); i++) {
      Chart.Box box = chart.boxes().get(i);
      boolean victims = last != null && last.steps() == box.steps() && last.steps() == Chart.NONE;
      if (last == null
          || last.steps() != box.steps()
          || (victims && last.opens() && !box.opens())) {
        columns.add(new ArrayList<>());
      }
      int number = i;
      boolean eachOther =
          chart.arrows().stream().anyMatch(a -> a.from() == number && a.to() == number);
      Spot spot = new Spot(box, columns.size() - 1, ChartWords.lines(box, eachOther));
      columns.get(spot.column).add(spot);
      spots.add(spot);
      last = box;
    }
  }

  /**
   * Bundles the arrows to later layers, and the arrows back that are on a path; other arrows back
   * are not drawn.
   */
  private void bundle() {
    Map<List<Object>, Bundle> found = new LinkedHashMap<>();
    for (Chart.Arrow arrow : chart.arrows()) {
      Spot from = spots.get(arrow.from());
      Spot to = spots.get(arrow.to());
      boolean ahead = to.column > from.column;
      if (from == to || (!ahead && !arrow.path())) {
        continue;
      }
      Bundle bundle =
          found.computeIfAbsent(
              List.of(arrow.from(), ChartWords.how(arrow), arrow.path()),
              key -> new Bundle(from, arrow));
      (ahead ? bundle.ahead : bundle.back).add(to);
      to.backs += ahead ? 0 : 1;
    }
    bundles.addAll(found.values());
    bundles.sort(Comparator.comparing((Bundle bundle) -> !bundle.path));
    bundles.forEach(bundle -> bundle.from.out.add(bundle));
  }

  private void lanes(Bundle bundle) {
    int last = bundle.ahead.stream().mapToInt(spot -> spot.column).max().orElse(0);
    Spot from = bundle.from;
    for (int column = from.column + 1; column <= last; column++) {
      for (Spot to : bundle.ahead) {
        if (to.column == column) {
          join(from, to);
        }
      }
      if (column < last) {
        Spot lane = new Spot(null, column, List.of());
        columns.get(column).add(lane);
        bundle.lanes.add(lane);
        join(from, lane);
        from = lane;
      }
    }
  }

  private static void join(Spot from, Spot to) {
    from.after.add(to);
    to.before.add(from);
  }

  /**
   * Orders each layer by the barycentres of its neighbours, from the left and from the right in
   * turn.
   */
  private void order() {
    Map<Spot, Double> at = new HashMap<>();
    columns.forEach(column -> number(column, at));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean right = sweep % 2 == 0;
      for (int i = 0; i < columns.size(); i++) {
        List<Spot> column = columns.get(right ? i : columns.size() - 1 - i);
        ToDoubleFunction<Spot> wanted =
            spot ->
                (right ? spot.before : spot.after)
                    .stream().mapToDouble(at::get).average().orElse(at.get(spot));
        Map<Spot, Double> mean = new HashMap<>();
        column.forEach(spot -> mean.put(spot, wanted.applyAsDouble(spot)));
        column.sort(Comparator.comparingDouble(mean::get));
        number(column, at);
      }
    }
  }

  private static void number(List<Spot> column, Map<Spot, Double> at) {
    for (int i = 0; i < column.size(); i++) {
      at.put(column.get(i), (i + 0.5) / column.size());
    }
  }

  private void place() {
    height = columns.stream().mapToDouble(ChartLayout::tall).max().orElse(0) + TOP;
    for (List<Spot> column : columns) {
      double y = TOP + (height - TOP - tall(column)) / 2;
      double words = 0;
      boolean on = false;
      for (Spot spot : column) {
        spot.x = width;
        spot.y = y;
        y += spot.height() + SPACE;
        for (Bundle bundle : spot.out) {
          words = Math.max(words, words(bundle));
        }
        on |= !spot.after.isEmpty() || !spot.out.isEmpty();
      }
      for (Spot spot : column) {
        spot.bend = width + BOX + words;
      }
      width += BOX + words + (on ? BEND : 0);
    }
    width += LEFT;
  }

  private static double tall(List<Spot> column) {
    return column.stream().mapToDouble(spot -> spot.height() + SPACE).sum() - SPACE;
  }
}
