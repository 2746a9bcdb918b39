package org.vicilint.render.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.catalog.PageEffect;
import org.vicilint.diff.AccessDiff;
import org.vicilint.diff.AccountChange;
import org.vicilint.diff.PageChange;
import org.vicilint.finding.Severity;
import org.vicilint.text.Text;

/**
 * Administration pages that an account gains with one severity, or that it loses, as people read
 * them: by effect, with a count and the first names. JSON names them all.
 *
 * @param severity of what is gained; null for what is lost
 * @param pages the pages, the worst first
 */
record PageEntry(Severity severity, List<PageChange> pages) {
  /** Of what is lost, the worst effects are named, and the rest is counted. */
  private static final int LOST_EFFECTS = 3;

  /** Of the worst pages, each effect names so many; of others it names one. */
  private static final int WORST_NAMED = 3;

  /** The entries of an account: what is gained, the worst first, and what is lost. */
  static List<PageEntry> of(AccountChange change) {
    Map<Severity, List<PageChange>> gained = new LinkedHashMap<>();
    for (PageChange page : change.pages(true)) {
      gained.computeIfAbsent(page.severity(), key -> new ArrayList<>()).add(page);
    }
    List<PageEntry> entries = new ArrayList<>();
    gained.forEach((severity, pages) -> entries.add(new PageEntry(severity, pages)));
    List<PageChange> lost = change.pages(false);
    if (!lost.isEmpty()) {
      entries.add(new PageEntry(null, lost));
    }
    return entries;
  }

  boolean gained() {
    return severity != null;
  }

  /** The entry as it stands among those of calls. */
  DiffEntry entry(AccountChange change, AccessDiff diff) {
    List<String> why = diff.columns(change, pages).stream().map(DiffEntry::why).toList();
    return new DiffEntry(severity, what(), why);
  }

  private String what() {
    Map<PageEffect, List<String>> byEffect = new LinkedHashMap<>();
    for (PageChange page : pages) {
      byEffect.computeIfAbsent(page.effect(), key -> new ArrayList<>()).add(page.page().name());
    }
    List<String> effects = new ArrayList<>();
    int left = pages.size();
    for (Map.Entry<PageEffect, List<String>> each : byEffect.entrySet()) {
      if (gained() || effects.size() < LOST_EFFECTS) {
        effects.add(each.getKey().word() + " (" + named(each.getValue()) + ")");
        left -= each.getValue().size();
      }
    }
    if (left > 0) {
      effects.add("and " + left + " more");
    }
    return "%s %s: %s"
        .formatted(
            gained() ? "opens" : "no longer opens",
            Text.plural(pages.size(), "admin page"),
            String.join(", ", effects));
  }

  private String named(List<String> names) {
    boolean worst = gained() && severity.compareTo(Severity.HIGH) <= 0;
    int shown = Math.min(names.size(), worst ? WORST_NAMED : 1);
    String first = String.join(", ", names.subList(0, shown));
    return shown == names.size() ? first : first + " and " + (names.size() - shown) + " more";
  }
}
