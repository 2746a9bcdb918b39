package org.vicilint.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.PageEffect;
import org.vicilint.catalog.Pages;
import org.vicilint.catalog.Requirement;

/**
 * Index from the few distinct demands of the known pages to the pages that each opens, as bits.
 * Built at the first question about pages.
 */
final class PageMasks {
  private final Pages pages;
  private final Map<String, Integer> index = new HashMap<>();
  private final List<Mask<LoginRequirement>> logins;
  private final List<Mask<Requirement>> ways;
  private final Map<PageEffect, BitSet> effects = new EnumMap<>(PageEffect.class);
  private final List<List<Page.Way>> worstFirst = new ArrayList<>();
  private final BitSet severalEffects = new BitSet();
  private final long[] apiOnlyCloses;
  private final long flags;

  /**
   * The pages of a demand.
   *
   * @param pages as bits
   */
  private record Mask<T>(T demand, long[] pages) {
    static <T> List<Mask<T>> of(Map<T, BitSet> demands, int words) {
      List<Mask<T>> masks = new ArrayList<>();
      demands.forEach((demand, pages) -> masks.add(new Mask<>(demand, words(pages, words))));
      return List.copyOf(masks);
    }

    void addTo(long[] sum) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] |= pages[i];
      }
    }
  }

  private PageMasks(Pages pages) {
    this.pages = pages;
    List<Page> all = pages.all();
    Map<LoginRequirement, BitSet> byLogin = new LinkedHashMap<>();
    Map<Requirement, BitSet> byWay = new LinkedHashMap<>();
    BitSet closed = new BitSet();
    for (int i = 0; i < all.size(); i++) {
      Page page = all.get(i);
      index.put(page.name(), i);
      byLogin.computeIfAbsent(page.login(), key -> new BitSet()).set(i);
      for (Page.Way way : page.opens()) {
        byWay.computeIfAbsent(way.demand(), key -> new BitSet()).set(i);
      }
      effects.computeIfAbsent(page.effect(), key -> new BitSet()).set(i);
      worstFirst.add(
          page.opens().stream().sorted(Comparator.comparing(Page.Way::effect).reversed()).toList());
      severalEffects.set(i, page.opens().stream().map(Page.Way::effect).distinct().count() > 1);
      closed.set(i, page.apiOnlyCloses());
    }
    int words = (all.size() + Long.SIZE - 1) / Long.SIZE;
    this.logins = Mask.of(byLogin, words);
    this.ways = Mask.of(byWay, words);
    this.apiOnlyCloses = words(closed, words);
    this.flags = byWay.keySet().stream().mapToLong(Requirement::flags).reduce(0, (a, b) -> a | b);
  }

  private static long[] words(BitSet pages, int words) {
    return Arrays.copyOf(pages.toLongArray(), words);
  }

  /** Made on the first use of this class, and no sooner. */
  private static final class Known {
    static final PageMasks MASKS = new PageMasks(Pages.known());
  }

  static PageMasks known() {
    return Known.MASKS;
  }

  Pages pages() {
    return pages;
  }

  int indexOf(String name) {
    return index.getOrDefault(name, -1);
  }

  /** The flags that any alternative asks for. */
  long flags() {
    return flags;
  }

  BitSet ofEffect(PageEffect effect) {
    return (BitSet) effects.getOrDefault(effect, new BitSet()).clone();
  }

  BitSet ofSeveralEffects() {
    return (BitSet) severalEffects.clone();
  }

  /** The alternatives that open a page, that with the worst effect first. */
  List<Page.Way> worstFirst(int page) {
    return worstFirst.get(page);
  }

  /** The pages whose login lets the account in. */
  BitSet letIn(PageSubject visitor) {
    return BitSet.valueOf(in(visitor));
  }

  private long[] in(PageSubject visitor) {
    long[] in = new long[apiOnlyCloses.length];
    for (Mask<LoginRequirement> each : logins) {
      if (visitor.passes(each.demand)) {
        each.addTo(in);
      }
    }
    return in;
  }

  /** The pages that are open. */
  BitSet open(PageSubject visitor) {
    long[] open = new long[apiOnlyCloses.length];
    for (Mask<Requirement> each : ways) {
      if (visitor.meets(each.demand)) {
        each.addTo(open);
      }
    }
    long[] in = in(visitor);
    boolean apiOnly = visitor.apiOnly();
    for (int i = 0; i < open.length; i++) {
      open[i] &= apiOnly ? in[i] & ~apiOnlyCloses[i] : in[i];
    }
    return BitSet.valueOf(open);
  }
}
