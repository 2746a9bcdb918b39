package org.vicilint.diff;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.PageEffect;

/**
 * The differences in administration pages between two accounts.
 *
 * @param changes the pages that are open on one side only, in order
 * @param common the pages that are open on both sides, as bits; not to be changed
 * @param effects the pages open on both sides whose effect differs
 * @param opened the names of the columns that open pages, or extend their effect
 * @param closed the names of the columns that close pages, or reduce their effect
 */
record PageDifference(
    List<PageChange> changes,
    BitSet common,
    List<OfEffect> effects,
    Set<String> opened,
    Set<String> closed) {
  PageDifference {
    changes = List.copyOf(changes);
    effects = List.copyOf(effects);
    opened = Set.copyOf(opened);
    closed = Set.copyOf(closed);
  }

  /**
   * A page that is open on both sides, with another effect.
   *
   * @param columns the names of the columns that make the difference
   */
  record OfEffect(Page page, PageEffect before, PageEffect after, Set<String> columns) {
    boolean wider() {
      return after.compareTo(before) > 0;
    }
  }
}
