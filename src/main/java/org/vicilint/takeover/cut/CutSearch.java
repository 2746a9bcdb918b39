package org.vicilint.takeover.cut;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.access.Administrators;
import org.vicilint.model.Account;
import org.vicilint.takeover.AccountClass;
import org.vicilint.takeover.Capability;
import org.vicilint.takeover.CutCandidates;
import org.vicilint.takeover.EscalationGraph;
import org.vicilint.takeover.Step;
import org.vicilint.takeover.Takeover;

/**
 * Greedy search for the changes that remove most: each round evaluates all candidates on the
 * current estate and applies the one that leaves the least weight. Evaluations of candidates that
 * were not chosen are kept and updated for the next round.
 */
final class CutSearch {
  /** The most changed start classes to keep; each takes about a kilobyte. */
  private static final int KEPT = 50_000;

  private final CutCandidates breaks;
  private final Administrators administrators;
  private final Map<Account, List<CandidateCut>> known = new IdentityHashMap<>();
  private EscalationGraph land;
  private List<ReachOfClass> openings = new ArrayList<>();
  private TakeoverTotals total = TakeoverTotals.NONE;
  private CutEvaluation.Made made;
  private Map<CandidateCut.Id, CutEvaluation> kept = Map.of();

  CutSearch(Takeover takeover, Collection<List<Account>> starts) {
    this.land = takeover.land();
    this.breaks = takeover.breaks();
    this.administrators = breaks.administrators();
    for (List<Account> members : starts) {
      ReachOfClass opening = ReachOfClass.of(members, land);
      openings.add(opening);
      total = total.plus(opening.all());
    }
  }

  /** Returns the current totals. */
  TakeoverTotals total() {
    return total;
  }

  /** Returns the chosen changes in order; each removes something. */
  List<Cut> run(int limit) {
    List<Cut> cuts = new ArrayList<>();
    while (cuts.size() < limit && total.weight() > 0) {
      CutEvaluation best = best();
      if (best == null) {
        break;
      }
      CandidateCut attempt = best.attempt();
      cuts.add(
          new Cut(
              attempt.users(),
              attempt.change(),
              attempt.certain(),
              total.minus(best.total()),
              best.total()));
      make(best);
    }
    return cuts;
  }

  private CutEvaluation best() {
    CutEvaluation best = null;
    Map<CandidateCut.Id, CutEvaluation> found = new HashMap<>();
    int size = 0;
    for (CandidateCut attempt : attempts()) {
      if (attempt.from() != null && administrators.ends(attempt.from(), attempt.to())) {
        continue;
      }
      CutEvaluation outcome = outcome(attempt);
      if (size + outcome.size() <= KEPT) {
        found.put(attempt.id(), outcome);
        size += outcome.size();
      }
      if (outcome.total().weight() < total.weight() && (best == null || better(outcome, best))) {
        best = outcome;
      }
    }
    kept = found;
    return best;
  }

  private CutEvaluation outcome(CandidateCut attempt) {
    CutEvaluation before = kept.get(attempt.id());
    return before == null || attempt.meets(made.attempt())
        ? CutEvaluation.of(attempt, land, openings, total)
        : before.after(made, attempt, land, openings, total);
  }

  private void make(CutEvaluation best) {
    CandidateCut attempt = best.attempt();
    if (attempt.from() != null) {
      administrators.made(attempt.from(), attempt.to());
    }
    made = best.made();
    land = best.attempt().in(land);
    openings = best.on(openings);
    total = best.total();
  }

  private static boolean better(CutEvaluation one, CutEvaluation other) {
    if (one.total().weight() != other.total().weight()) {
      return one.total().weight() < other.total().weight();
    }
    return one.attempt().certain() && !other.attempt().certain();
  }

  /** Returns the candidates; of equivalent accounts, those of the first one. */
  private List<CandidateCut> attempts() {
    Map<String, Account> accounts = new LinkedHashMap<>();
    for (ReachOfClass opening : openings) {
      Account first = opening.members().get(0);
      accounts.put(first.user(), first);
    }
    for (AccountClass fold : land.editors()) {
      accounts.putIfAbsent(fold.some().get(0).user(), fold.some().get(0));
    }
    List<CandidateCut> attempts = new ArrayList<>();
    for (Account account : accounts.values()) {
      if (land.fold(account).key().editor().any()) {
        attempts.addAll(known.computeIfAbsent(account, this::attempts));
      }
    }
    land.sharing().ends(land::fold).forEach(end -> attempts.add(CandidateCut.of(end)));
    return attempts;
  }

  /** Returns the candidates on one account; of changes with the same effect, the first. */
  private List<CandidateCut> attempts(Account account) {
    record Same(AccountClass.Key key, Capability.Id today) {}
    Set<Same> seen = new HashSet<>();
    List<CandidateCut> attempts = new ArrayList<>();
    for (Step.Cut cut : breaks.of(account)) {
      CandidateCut attempt = CandidateCut.of(account, cut);
      Account to = attempt.to();
      if (seen.add(new Same(land.key(to), land.own(to).power().id()))) {
        attempts.add(attempt);
      }
    }
    return attempts;
  }
}
