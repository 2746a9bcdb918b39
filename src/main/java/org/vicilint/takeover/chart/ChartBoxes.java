package org.vicilint.takeover.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.vicilint.model.Groups;
import org.vicilint.takeover.AccountClass;

/** Groups the accounts of a picture into a few boxes. */
final class ChartBoxes {
  /** The most boxes in a column. */
  private static final int BOXES = 7;

  /**
   * Accounts that always share a box.
   *
   * @param key their identity
   * @param column their column: the number of steps to the goal, or one of the two constants below
   */
  record Item(
      Object key,
      int column,
      int level,
      String group,
      List<String> users,
      long accounts,
      boolean changed,
      long reaches) {
    /** Credentials that open others, but no path to the goal. */
    static final int ASTRAY = 99;

    /** Reached accounts that open no others. */
    static final int REACHED = -1;
  }

  private record Place(int level, String group, boolean changed) {}

  private final Map<Object, Item> items = new LinkedHashMap<>();
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final List<Chart.Box> boxes = new ArrayList<>();
  private boolean folded;

  void add(Item item) {
    items.putIfAbsent(item.key, item);
  }

  /** Returns the boxes, column by column. */
  List<Chart.Box> fold() {
    TreeMap<Integer, List<Item>> columns = new TreeMap<>(Comparator.reverseOrder());
    items.values().forEach(i -> columns.computeIfAbsent(i.column, key -> new ArrayList<>()).add(i));
    columns.values().forEach(this::fold);
    return boxes;
  }

  /** Whether boxes hold accounts of different equivalence classes. */
  boolean folded() {
    return folded;
  }

  /** Returns the index of the box with some accounts; null if no box holds them. */
  Integer number(Object key) {
    return numbers.get(key);
  }

  private void fold(List<Item> column) {
    column.sort(
        Comparator.comparingInt(Item::level)
            .reversed()
            .thenComparing(Item::group)
            .thenComparing(item -> item.users.isEmpty() ? "" : item.users.get(0)));
    Map<Object, List<Item>> by = by(column, Item::key);
    if (by.size() > BOXES) {
      by = by(column, i -> new Place(i.level, Groups.key(i.group), i.changed));
    }
    if (by.size() > BOXES) {
      by = by(column, i -> new Place(i.level, "", i.changed));
    }
    if (by.size() > BOXES) {
      int top = column.get(0).level;
      by = by(column, i -> Math.min(BOXES - 1, Math.max(0, top - i.level)));
    }
    by.values().forEach(this::box);
  }

  private static Map<Object, List<Item>> by(List<Item> column, Function<Item, Object> what) {
    Map<Object, List<Item>> by = new LinkedHashMap<>();
    column.forEach(i -> by.computeIfAbsent(what.apply(i), key -> new ArrayList<>()).add(i));
    return by;
  }

  private void box(List<Item> items) {
    TreeMap<String, String> groups = new TreeMap<>();
    TreeSet<String> users = new TreeSet<>();
    for (Item item : items) {
      numbers.put(item.key, boxes.size());
      groups.putIfAbsent(Groups.key(item.group), item.group);
      users.addAll(item.users);
    }
    folded |= items.size() > 1;
    Item first = items.get(0);
    boxes.add(
        new Chart.Box(
            items.stream().mapToInt(Item::level).min().orElseThrow(),
            first.level,
            List.copyOf(groups.values()),
            users.stream().limit(AccountClass.NAMED).toList(),
            items.stream().mapToLong(Item::accounts).sum(),
            first.column == Item.ASTRAY || first.column == Item.REACHED ? Chart.NONE : first.column,
            first.column != Item.REACHED && items.stream().anyMatch(item -> item.reaches > 0),
            items.stream().allMatch(Item::changed),
            items.stream().mapToLong(Item::reaches).max().orElseThrow()));
  }
}
