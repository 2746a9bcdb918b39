package org.vicilint.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.access.PageEvaluator;
import org.vicilint.access.Subject;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.PageEffect;
import org.vicilint.diff.PageDifference.OfEffect;

/**
 * Compares the decisions on administration pages for one account at a time. Both sides use the
 * pages of one build. Not thread-safe.
 */
final class PageComparison {
  /**
   * The bound of the cache: most large estates hold few equivalence classes of accounts, but some
   * hold many.
   */
  private static final int REMEMBERED = 10_000;

  private final PageEvaluator before;
  private final PageEvaluator after;
  private final Map<Key, PageDifference> known = new HashMap<>();

  /** The cache key: everything that the result depends on. A part is null for a missing account. */
  private record Key(Object before, Object after) {}

  PageComparison(PageEvaluator before, PageEvaluator after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Returns the differences.
   *
   * @param first the account on the first side; null when it is not there
   * @param second the account on the second side; likewise
   */
  PageDifference of(Subject first, Subject second) {
    Key key =
        new Key(
            first == null ? null : before.key(first), second == null ? null : after.key(second));
    PageDifference found = known.get(key);
    if (found == null) {
      found = compare(first, second);
      if (known.size() < REMEMBERED) {
        known.put(key, found);
      }
    }
    return found;
  }

  private PageDifference compare(Subject first, Subject second) {
    BitSet one = first == null ? new BitSet() : before.open(first);
    BitSet two = second == null ? new BitSet() : after.open(second);
    BitSet common = (BitSet) one.clone();
    common.and(two);
    one.andNot(common);
    two.andNot(common);
    List<PageChange> changes = new ArrayList<>();
    Set<String> opened = new TreeSet<>();
    Set<String> closed = new TreeSet<>();
    add(changes, opened, true, after, first, second, two);
    add(changes, closed, false, before, second, first, one);
    changes.sort(PageChange.ORDER);
    List<OfEffect> effects = effects(first, second, common);
    effects.forEach(each -> (each.wider() ? opened : closed).addAll(each.columns()));
    return new PageDifference(changes, common, effects, opened, closed);
  }

  private static void add(
      List<PageChange> changes,
      Set<String> columns,
      boolean gained,
      PageEvaluator pages,
      Subject less,
      Subject more,
      BitSet open) {
    for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
      changes.add(new PageChange(gained, pages.pages().get(i), pages.effect(more, i)));
      if (less != null) {
        columns.addAll(pages.missing(less, more, i));
      }
    }
  }

  private List<OfEffect> effects(Subject first, Subject second, BitSet common) {
    BitSet several = after.ofSeveralEffects();
    several.and(common);
    List<OfEffect> effects = new ArrayList<>();
    for (int i = several.nextSetBit(0); i >= 0; i = several.nextSetBit(i + 1)) {
      Page page = after.pages().get(i);
      PageEffect one = before.effect(first, i);
      PageEffect two = after.effect(second, i);
      if (one.compareTo(two) < 0) {
        effects.add(new OfEffect(page, one, two, after.missing(first, second, i)));
      } else if (one != two) {
        effects.add(new OfEffect(page, one, two, before.missing(second, first, i)));
      }
    }
    return effects;
  }

  /** Returns the columns that open the pages, or that close them, in order. */
  Set<String> columns(Subject first, Subject second, List<PageChange> changes) {
    Set<String> columns = new TreeSet<>();
    for (PageChange change : changes) {
      int page = after.indexOf(change.page().name());
      columns.addAll(
          change.gained()
              ? after.missing(first, second, page)
              : before.missing(second, first, page));
    }
    return columns;
  }
}
