package org.vicilint.access;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.catalog.Login;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.PageEffect;
import org.vicilint.catalog.Pages;
import org.vicilint.catalog.Requirement;

/**
 * What the known pages demand, turned round: for each of the few demands, the pages that it opens,
 * as bits. Made when somebody asks about pages first.
 */
final class PageMasks {
  private final Pages pages;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<Login, BitSet> logins = new LinkedHashMap<>();
  private final Map<Requirement, BitSet> ways = new LinkedHashMap<>();
  private final Map<PageEffect, BitSet> effects = new EnumMap<>(PageEffect.class);
  private final BitSet apiOnlyCloses = new BitSet();
  private final long flags;

  private PageMasks(Pages pages) {
    this.pages = pages;
    List<Page> all = pages.all();
    for (int i = 0; i < all.size(); i++) {
      Page page = all.get(i);
      index.put(page.name(), i);
      logins.computeIfAbsent(page.login(), key -> new BitSet()).set(i);
      for (Page.Way way : page.opens()) {
        ways.computeIfAbsent(way.demand(), key -> new BitSet()).set(i);
      }
      effects.computeIfAbsent(page.effect(), key -> new BitSet()).set(i);
      apiOnlyCloses.set(i, page.apiOnlyCloses());
    }
    this.flags = ways.keySet().stream().mapToLong(Requirement::flags).reduce(0, (a, b) -> a | b);
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

  /** The pages whose login lets the account in. */
  BitSet letIn(Visitor visitor) {
    BitSet in = new BitSet();
    logins.forEach(
        (login, mask) -> {
          if (visitor.passes(login)) {
            in.or(mask);
          }
        });
    return in;
  }

  /** The pages that are open. */
  BitSet open(Visitor visitor) {
    BitSet open = new BitSet();
    ways.forEach(
        (way, mask) -> {
          if (visitor.meets(way)) {
            open.or(mask);
          }
        });
    open.and(letIn(visitor));
    if (visitor.apiOnly()) {
      open.andNot(apiOnlyCloses);
    }
    return open;
  }
}
