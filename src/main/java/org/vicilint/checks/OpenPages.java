package org.vicilint.checks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vicilint.access.Need;
import org.vicilint.access.PageCut;
import org.vicilint.access.PageEvaluator;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.PageEffect;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Change;
import org.vicilint.rule.AuditedAccount;
import org.vicilint.rule.EstateView;

/**
 * The administration pages that a program's account opens, and what of that is too much.
 *
 * @param audited the account
 * @param pages what decides on pages
 * @param open all that are open
 * @param beyond those of them that an account with just the level and flags that its calls need
 *     would not open; all, when its calls are not known
 * @param worst what is too much by effect, the worst first
 * @param cut the change that closes most of them and leaves its calls as they are; empty when there
 *     is none
 */
record OpenPages(
    AuditedAccount audited,
    PageEvaluator pages,
    BitSet open,
    BitSet beyond,
    Map<PageEffect, List<String>> worst,
    Optional<PageCut> cut) {
  private static final String LEVEL = "user_level";
  private static final int EFFECTS_NAMED = 3;

  static OpenPages of(AuditedAccount audited, EstateView estate) {
    PageEvaluator pages = estate.access().pages();
    Need need = audited.need();
    BitSet open = pages.open(audited.subject());
    BitSet beyond = (BitSet) open.clone();
    if (known(need)) {
      beyond.andNot(pages.openByNeed(audited.subject(), need));
    }
    Optional<PageCut> cut =
        need.open() || beyond.isEmpty()
            ? Optional.empty()
            : PageCut.best(audited.account(), need, audited.subject());
    return new OpenPages(audited, pages, open, beyond, worst(audited, pages, beyond), cut);
  }

  private static boolean known(Need need) {
    return need.source() != Need.Source.EVERYTHING && !need.open();
  }

  /** How bad the worst of what is too much is: the page's name for the case; null for the usual. */
  String variant() {
    PageEffect most = worst.keySet().iterator().next();
    if (most.compareTo(PageEffect.EDITS_USERS) >= 0) {
      return "accounts";
    }
    return most.effect() == Effect.READ && most != PageEffect.EXPORTS_LEADS ? "reads" : null;
  }

  /** Whether the answer rests on something that is not certain. */
  boolean likely() {
    return audited.inferred() || !pages.certain() || !audited.need().unknown().isEmpty();
  }

  /** How many pages, the worst of them, and what closes most. */
  String summary() {
    List<String> named = new ArrayList<>();
    for (Map.Entry<PageEffect, List<String>> each : worst.entrySet()) {
      if (named.size() == EFFECTS_NAMED) {
        break;
      }
      named.add(each.getKey().word() + " (" + first(each.getValue()) + ")");
    }
    int needed = open.cardinality() - beyond.cardinality();
    return "opens "
        + Phrases.count(open.cardinality(), "admin page")
        + ": it "
        + Phrases.list(named)
        + (needed == 0 ? "" : "; " + needed + " open by what it calls")
        + cut.map(c -> "; " + c.change() + " closes " + c.closed().cardinality()).orElse("");
  }

  private static String first(List<String> names) {
    return names.get(0) + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more");
  }

  private static Map<PageEffect, List<String>> worst(
      AuditedAccount audited, PageEvaluator pages, BitSet beyond) {
    Map<PageEffect, List<String>> byEffect = new TreeMap<>(Comparator.reverseOrder());
    for (int page = beyond.nextSetBit(0); page >= 0; page = beyond.nextSetBit(page + 1)) {
      byEffect
          .computeIfAbsent(pages.effect(audited.subject(), page), key -> new ArrayList<>())
          .add(pages.pages().get(page).name());
    }
    return byEffect;
  }

  /** What opens them; the value to change stands first. */
  List<Evidence> evidence(String box) {
    List<String> columns = new ArrayList<>();
    columns.add(cut.map(c -> c.change().column()).orElse(LEVEL));
    columns.add(box);
    if (!columns.contains(LEVEL)) {
      columns.add(LEVEL);
    }
    return columns.stream().map(audited::evidence).toList();
  }

  /** What closes them: the cut, or what has to be known first; nothing when only the box helps. */
  List<Change> changes() {
    if (cut.isPresent()) {
      return List.of(cut.get().change());
    }
    return known(audited.need())
        ? List.of()
        : List.of(
            new Change(
                LEVEL,
                audited.account().value(LEVEL),
                "(the least that its functions need: declare them first)"));
  }
}
