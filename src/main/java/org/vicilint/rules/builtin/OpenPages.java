package org.vicilint.rules.builtin;

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
import org.vicilint.access.PageHold;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.PageEffect;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Change;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.RuleContext;

/**
 * The administration pages that a program's account opens, and what of that is too much.
 *
 * @param audited the account
 * @param pages what decides on pages
 * @param open all that are open
 * @param beyond those of them that an account with just the level and flags that its calls need
 *     would not open; all, when its calls are not known
 * @param worst what is too much by effect, the worst first; all that is open, when nothing is
 * @param cut the change that closes most of them and leaves its calls as they are; where these are
 *     not known, the one that closes most of all; empty when there is none
 * @param holds where none of them is too much, what keeps them open
 */
record OpenPages(
    AuditedAccount audited,
    PageEvaluator pages,
    BitSet open,
    BitSet beyond,
    Map<PageEffect, List<String>> worst,
    Optional<PageCut> cut,
    List<PageHold> holds) {
  private static final String LEVEL = "user_level";
  private static final int EFFECTS_NAMED = 3;

  static OpenPages of(AuditedAccount audited, RuleContext estate) {
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
            : known(need)
                ? PageCut.best(audited.account(), need, audited.subject())
                : PageCut.guess(audited.account(), audited.subject());
    List<PageHold> holds =
        beyond.isEmpty() && !open.isEmpty()
            ? PageHold.of(audited.account(), need, audited.subject(), estate.access())
            : List.of();
    BitSet judged = beyond.isEmpty() ? open : beyond;
    return new OpenPages(audited, pages, open, beyond, worst(audited, pages, judged), cut, holds);
  }

  private static boolean known(Need need) {
    return need.source() != Need.Source.EVERYTHING && !need.open();
  }

  /**
   * Returns the rule page's name for the case, by the worst excess page; null for the usual case.
   */
  String variant() {
    return accounts() ? "accounts" : reads() ? "reads" : null;
  }

  /**
   * Whether the needed calls open all the pages, and some of these do more than read. It is
   * reported although no change of the account closes them.
   */
  boolean held() {
    return beyond.isEmpty() && !open.isEmpty() && !reads();
  }

  /**
   * Returns the rule page's name for a {@link #held()} case, as {@link #variant()} does for the
   * others.
   */
  String heldVariant() {
    return accounts() ? "needed accounts" : "needed";
  }

  private boolean accounts() {
    return mostOf().compareTo(PageEffect.EDITS_USERS) >= 0;
  }

  private boolean reads() {
    PageEffect most = mostOf();
    return most.effect() == Effect.READ && most != PageEffect.EXPORTS_LEADS;
  }

  private PageEffect mostOf() {
    return worst.keySet().iterator().next();
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
    return "opens "
        + Phrases.count(open.cardinality(), "admin page")
        + ": it "
        + Phrases.list(named)
        + needed()
        + cut.map(this::closes).orElse("");
  }

  private String needed() {
    int needed = open.cardinality() - beyond.cardinality();
    return beyond.isEmpty()
        ? "; no cut leaves its calls" + holders()
        : needed == 0 ? "" : "; " + needed + " open by what it calls";
  }

  private String closes(PageCut best) {
    return "; "
        + best.change()
        + " closes "
        + best.closed().cardinality()
        + (known(audited.need()) ? "" : ", if its calls can do without");
  }

  /**
   * Returns the requirements that keep pages open, with the number of pages and the calls, in
   * words.
   */
  private String holders() {
    if (holds.isEmpty()) {
      return ""; // it has less than its calls need
    }
    List<String> each = new ArrayList<>();
    for (PageHold hold : holds) {
      each.add(
          hold.column()
              + " "
              + audited.account().value(hold.column())
              + " holds "
              + hold.pages().cardinality()
              + " open ("
              + Phrases.choice(hold.calls())
              + " needs it)");
    }
    return ": " + Phrases.list(each);
  }

  private static String first(List<String> names) {
    return names.get(0) + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more");
  }

  private static Map<PageEffect, List<String>> worst(
      AuditedAccount audited, PageEvaluator pages, BitSet judged) {
    Map<PageEffect, List<String>> byEffect = new TreeMap<>(Comparator.reverseOrder());
    for (int page = judged.nextSetBit(0); page >= 0; page = judged.nextSetBit(page + 1)) {
      byEffect
          .computeIfAbsent(pages.effect(audited.subject(), page), key -> new ArrayList<>())
          .add(pages.pages().get(page).name());
    }
    return byEffect;
  }

  /** Returns the values that open the pages as evidence; the value to change comes first. */
  List<Evidence> evidence(String box) {
    List<String> columns = new ArrayList<>();
    columns.add(cut.map(c -> c.change().column()).orElse(LEVEL));
    columns.add(box);
    holds.stream().map(PageHold::column).filter(c -> !columns.contains(c)).forEach(columns::add);
    if (!columns.contains(LEVEL)) {
      columns.add(LEVEL);
    }
    return columns.stream().map(audited::evidence).toList();
  }

  /**
   * Returns the changes that close the pages: the cut, or the missing declaration; empty if only
   * the check box closes them.
   */
  List<Change> changes() {
    if (cut.isPresent()) {
      Change change = cut.get().change();
      return List.of(
          known(audited.need())
              ? change
              : new Change(
                  change.column(),
                  change.from(),
                  "(%s, if its calls can do without: declare them first)".formatted(change.to())));
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
