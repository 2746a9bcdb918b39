package org.vicilint.render.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vicilint.render.chart.ChartLayout.Bundle;
import org.vicilint.render.chart.ChartLayout.Spot;
import org.vicilint.takeover.chart.Chart;

/**
 * The picture of takeovers: boxes of accounts, and a line for each step. The paths to the goal are
 * heavier and have full heads, and lines of shared credentials are dotted, so that the picture
 * needs no colour.
 */
public final class TakeoverPicture {
  private static final int LINE = 15;
  private static final int HEAD = 9;
  private static final int LEGEND = 34;
  private static final int LEAST = 560;
  private static final double BEND = 30;

  private final Chart chart;
  private final ChartLayout layout;
  private final List<Curve> curves = new ArrayList<>();
  private final Map<Spot, Integer> backs = new HashMap<>();
  private final Map<Spot, List<Bundle>> incoming = new HashMap<>();

  /** A column's name. */
  public record Heading(long x, String text) {}

  /** Words at a place. */
  public record Words(long x, long y, String text) {}

  /**
   * A box.
   *
   * @param style the style class: {@code goal}, {@code opens} or {@code reached}
   */
  public record Box(long x, long y, long width, long height, String style, List<Words> lines) {}

  /**
   * A line with its heads.
   *
   * @param style the style classes: {@code path} or {@code other}, and {@code shared}
   * @param lines the SVG path data of the line
   * @param heads the SVG path data of the arrow heads
   */
  public record Curve(String style, String lines, String heads, Words words) {}

  /** A sample of a line, and what it stands for. */
  public record Key(long x, String style, String text) {}

  private TakeoverPicture(Chart chart) {
    this.chart = chart;
    this.layout = new ChartLayout(chart);
    arrivals();
    layout.bundles().forEach(this::draw);
    curves.sort(Comparator.comparing(curve -> curve.style().startsWith("path")));
  }

  /** Lays a chart out. */
  public static TakeoverPicture of(Chart chart) {
    return new TakeoverPicture(chart);
  }

  /** Returns the width, in the unit of all coordinates. */
  public long width() {
    return Math.max(LEAST, Math.round(layout.width()));
  }

  /** Returns the height. */
  public long height() {
    return Math.round(layout.height()) + LEGEND;
  }

  /** Returns a description of the picture in words. */
  public String description() {
    return ChartWords.description(chart);
  }

  /** The names of the columns. */
  public List<Heading> headings() {
    return layout.heads().stream()
        .map(spot -> new Heading(Math.round(spot.x), ChartWords.heading(chart, spot.box)))
        .toList();
  }

  /** The boxes. */
  public List<Box> boxes() {
    return layout.spots().stream().map(TakeoverPicture::box).toList();
  }

  /** The lines, those of paths last, so that they lie above the others. */
  public List<Curve> curves() {
    return curves;
  }

  /** Returns the legend of the line styles in use. */
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    long x = 8;
    for (String style : List.of("path", "other", "path shared", "other shared")) {
      if (curves.stream().anyMatch(curve -> curve.style().equals(style))) {
        String text =
            (style.startsWith("path") ? "shortest path to level " + chart.goal() : "other step")
                + (style.endsWith("shared") ? ", shared credential" : "");
        keys.add(new Key(x, style, text));
        x += 64 + Math.round(text.length() * 6.0);
      }
    }
    return keys;
  }

  /** Returns the y coordinate of the legend. */
  public long bottom() {
    return height() - 10;
  }

  private static Box box(Spot spot) {
    List<Words> lines = new ArrayList<>();
    double top = spot.y + (spot.height() - spot.lines.size() * (double) LINE) / 2 + 11;
    for (int i = 0; i < spot.lines.size(); i++) {
      lines.add(
          new Words(
              Math.round(spot.x + 9), Math.round(top + i * (double) LINE), spot.lines.get(i)));
    }
    String style =
        spot.box.steps() == 0
            ? "goal"
            : spot.box.opens() || spot.box.steps() > 0 ? "opens" : "reached";
    return new Box(
        Math.round(spot.x),
        Math.round(spot.y),
        ChartLayout.BOX,
        Math.round(spot.height()),
        style,
        lines);
  }

  /**
   * Orders the incoming lines of each box from top to bottom, so that lines do not cross at a box.
   */
  private void arrivals() {
    for (Bundle bundle : layout.bundles()) {
      bundle.ahead.forEach(
          to -> incoming.computeIfAbsent(to, key -> new ArrayList<>()).add(bundle));
    }
    incoming.forEach(
        (to, bundles) ->
            bundles.sort(
                Comparator.comparingDouble((Bundle bundle) -> last(bundle, to).middle())
                    .thenComparing(bundle -> bundle.from.out.indexOf(bundle))));
  }

  /** Returns the last node that a line passes before a box. */
  private static Spot last(Bundle bundle, Spot to) {
    int lane = to.column - bundle.from.column - 2;
    return lane < 0 ? bundle.from : bundle.lanes.get(lane);
  }

  private void draw(Bundle bundle) {
    StringBuilder lines = new StringBuilder();
    StringBuilder heads = new StringBuilder();
    double right = bundle.from.x + ChartLayout.BOX;
    double y = bundle.from.port(bundle.from.out.indexOf(bundle));
    double x = bundle.from.bend;
    lines.append(text("M%s %sH%s", right, y, x));
    for (Spot to : bundle.back) {
      double row = to.port(to.out.size() + backs.merge(to, 1, Integer::sum) - 1);
      double end = to.x + ChartLayout.BOX;
      lines.append(
          text(
              "M%s %sC%s %s %s %s %s %sH%s",
              x, y, x + BEND * 1.4, y, x + BEND * 1.4, row, x, row, end + HEAD - 1));
      heads.append(head(end, row, -1));
    }
    double fromX = x;
    double fromY = y;
    int column = bundle.from.column + 1;
    for (int i = 0; i <= bundle.lanes.size(); i++, column++) {
      for (Spot to : bundle.ahead) {
        if (to.column == column) {
          List<Bundle> all = incoming.get(to);
          double row = to.y + to.height() * (all.indexOf(bundle) + 1) / (all.size() + 1);
          lines.append(curve(fromX, fromY, to.x - HEAD + 1, row));
          heads.append(head(to.x, row, 1));
        }
      }
      if (i < bundle.lanes.size()) {
        Spot lane = bundle.lanes.get(i);
        lines.append(curve(fromX, fromY, lane.x, lane.middle()));
        fromX = lane.bend;
        fromY = lane.middle();
        lines.append(text("H%s", fromX));
      }
    }
    curves.add(
        new Curve(
            (bundle.path ? "path" : "other") + (bundle.request ? "" : " shared"),
            lines.toString(),
            heads.toString(),
            new Words(Math.round(right + 5), Math.round(y - 4), bundle.how)));
  }

  private static String curve(double x, double y, double toX, double toY) {
    double half = (x + toX) / 2;
    return text("M%s %sC%s %s %s %s %s %s", x, y, half, y, half, toY, toX, toY);
  }

  private static String head(double x, double y, int way) {
    double back = x - way * (double) HEAD;
    return text("M%s %sL%s %sL%s %sz", x, y, back, y - 4.5, back, y + 4.5);
  }

  private static String text(String form, Object... numbers) {
    Object[] shown = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      double rounded = Math.round((Double) numbers[i] * 10) / 10.0;
      shown[i] =
          rounded == Math.rint(rounded)
              ? Long.toString((long) rounded)
              : String.format(Locale.ROOT, "%.1f", rounded);
    }
    return String.format(Locale.ROOT, form, shown);
  }
}
