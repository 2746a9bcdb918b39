package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.model.Account;
import org.vicilint.model.Change;

/**
 * Finds, one after the other, the change that removes most. What a change removes is what is left
 * without it: only what it touches is explored anew.
 */
final class CutSearch {
  private static final int NONE = -1;

  private final Breaks breaks;
  private Landscape land;
  private List<Opening> openings = new ArrayList<>();
  private Tally total = Tally.NONE;

  /** A change, and the estate after it. */
  private record Attempt(
      List<String> users, Change change, boolean certain, Landscape after, Set<String> touched) {}

  /** What an attempt makes of the openings. */
  private record Outcome(Attempt attempt, List<Opening> openings, Tally total) {}

  CutSearch(Landscape land, Breaks breaks, Collection<List<Account>> starts) {
    this.land = land;
    this.breaks = breaks;
    for (List<Account> members : starts) {
      openings.add(Opening.of(members, land));
    }
    total = sum(openings);
  }

  /** How much there is now. */
  Tally total() {
    return total;
  }

  /** The changes that remove most, in order; none that removes nothing. */
  List<Cut> run(int limit) {
    List<Cut> cuts = new ArrayList<>();
    while (cuts.size() < limit && total.weight() > 0) {
      Outcome best = null;
      for (Attempt attempt : attempts()) {
        Outcome outcome = outcome(attempt);
        if (outcome.total.weight() < total.weight() && (best == null || better(outcome, best))) {
          best = outcome;
        }
      }
      if (best == null) {
        break;
      }
      Attempt made = best.attempt;
      cuts.add(new Cut(made.users, made.change, made.certain, total.minus(best.total), best.total));
      land = made.after;
      openings = best.openings;
      total = best.total;
    }
    return cuts;
  }

  private static boolean better(Outcome one, Outcome other) {
    if (one.total.weight() != other.total.weight()) {
      return one.total.weight() < other.total.weight();
    }
    return one.attempt.certain && !other.attempt.certain;
  }

  /** What may be changed; of accounts that are alike, the first. */
  private List<Attempt> attempts() {
    Map<String, Account> accounts = new LinkedHashMap<>();
    Set<String> shared = new HashSet<>();
    for (Opening opening : openings) {
      Account first = opening.members().get(0);
      accounts.put(first.user(), first);
      if (opening.users().size() > 1) {
        shared.addAll(opening.users());
      }
    }
    for (Fold fold : land.editors()) {
      accounts.putIfAbsent(fold.some().get(0).user(), fold.some().get(0));
    }
    List<Attempt> attempts = new ArrayList<>();
    for (Account account : accounts.values()) {
      if (land.fold(account).key().editor().any()) {
        for (Step.Cut cut : breaks.of(account)) {
          Account after = account.with().column(cut.change().column(), cut.change().to()).build();
          attempts.add(
              new Attempt(
                  List.of(account.user()),
                  cut.change(),
                  cut.certain(),
                  land.with(account, after),
                  Set.of(account.user())));
        }
      }
    }
    for (Sharing.End end : land.sharing().ends(land::fold)) {
      attempts.add(
          new Attempt(
              end.users(), end.change(), true, land.with(end.left()), new HashSet<>(end.users())));
    }
    return attempts;
  }

  private Outcome outcome(Attempt attempt) {
    Landscape after = attempt.after;
    Account before = after.before();
    Account changed = before == null ? null : after.current(before);
    Powers powers = land.powers();
    int old = before == null ? NONE : powers.number(land.key(before));
    int now = before == null ? NONE : powers.number(after.key(changed));
    // One account cannot take itself, two that are alike can take each other.
    boolean gone = before != null && land.at(old).count() <= 2;
    boolean moved = before != null && before.userLevel() != changed.userLevel();
    List<Opening> result = new ArrayList<>(openings.size() + 1);
    Tally sum = Tally.NONE;
    for (Opening opening : openings) {
      List<Opening> left =
          touches(opening, attempt, old, gone)
                  || (moved && opening.reaches(now, powers) != opening.reaches(old, powers))
              ? again(opening, attempt, changed)
              : List.of(moved && opening.reaches(old, powers) ? opening.counted(after) : opening);
      for (Opening each : left) {
        result.add(each);
        sum = sum.plus(each.all());
      }
    }
    return new Outcome(attempt, result, sum);
  }

  private static boolean touches(Opening opening, Attempt attempt, int old, boolean gone) {
    return opening.users().stream().anyMatch(attempt.touched::contains)
        || opening.members().stream().anyMatch(a -> attempt.touched.contains(a.user()))
        || (gone && opening.uses(old));
  }

  /**
   * The opening in the estate after the change; an account that is changed apart from the others.
   */
  private static List<Opening> again(Opening opening, Attempt attempt, Account changed) {
    String alone = attempt.users.size() == 1 ? attempt.users.get(0) : null;
    List<Account> others = new ArrayList<>();
    List<Opening> openings = new ArrayList<>();
    for (Account member : opening.members()) {
      if (member.user().equals(alone)) {
        Account now = changed == null ? member : changed;
        openings.add(Opening.of(List.of(now), attempt.after));
      } else {
        others.add(member);
      }
    }
    if (!others.isEmpty()) {
      openings.add(0, Opening.of(others, attempt.after));
    }
    return openings;
  }

  private static Tally sum(List<Opening> openings) {
    return openings.stream().map(Opening::all).reduce(Tally.NONE, Tally::plus);
  }
}
