package org.vicilint.rules;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.vicilint.model.Lazy;

/**
 * The pages of rules, by id. Each is read on first use: most runs need few, and reading all of them
 * takes longer than the rest of a small run. Thread-safe.
 */
public final class RulePages extends AbstractMap<String, RulePage> {
  private final TreeMap<String, Lazy<RulePage>> pages = new TreeMap<>();

  private RulePages() {}

  /**
   * Returns the pages of some rules.
   *
   * @param page loads the page of an id
   */
  public static RulePages of(Collection<String> ids, Function<String, RulePage> page) {
    RulePages all = new RulePages();
    ids.forEach(id -> all.pages.put(id, new Lazy<>(() -> page.apply(id))));
    return all;
  }

  /** Returns the pages without those of some rules. */
  public RulePages without(Collection<String> ids) {
    RulePages left = new RulePages();
    left.pages.putAll(pages);
    left.pages.keySet().removeAll(ids);
    return left;
  }

  @Override
  public RulePage get(Object id) {
    Lazy<RulePage> page = pages.get(id);
    return page == null ? null : page.get();
  }

  @Override
  public boolean containsKey(Object id) {
    return pages.containsKey(id);
  }

  @Override
  public Set<String> keySet() {
    return Collections.unmodifiableSet(pages.keySet());
  }

  @Override
  public Set<Map.Entry<String, RulePage>> entrySet() {
    Map<String, RulePage> all = new LinkedHashMap<>();
    pages.forEach((id, page) -> all.put(id, page.get()));
    return Collections.unmodifiableMap(all).entrySet();
  }
}
