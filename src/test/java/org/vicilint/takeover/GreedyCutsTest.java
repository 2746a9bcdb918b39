package org.vicilint.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Kind;
import org.vicilint.takeover.cut.Cut;
import org.vicilint.takeover.cut.Cuts;
import org.vicilint.takeover.cut.TakeoverTotals;
import org.vicilint.testkit.RandomEstates;

/**
 * How far the greedy order is from the best set of as many changes, found by trying all: on small
 * estates in which accounts share, move and raise each other far more than in real ones.
 */
@Tag("slow")
class GreedyCutsTest {
  @ParameterizedTest
  @CsvSource({"2, 40, 0.75, 0.98", "3, 4, 0.75, 0.98"})
  void theGreedyOrderRemovesNearlyWhatTheBestSetRemoves(
      int changes, int estates, double least, double mean) {
    List<Double> shares = new ArrayList<>();
    for (int seed = 0; shares.size() < estates; seed++) {
      Estate estate = RandomEstates.of(new Random(seed));
      Cuts cuts = Cuts.of(RandomEstates.takeover(estate), changes);
      if (cuts.cuts().size() < changes) {
        continue; // nothing to choose
      }
      long before = cuts.before().weight();
      long greedy = before - cuts.cuts().get(changes - 1).left().weight();
      long best = before - least(estate, changes);
      assertThat(greedy).isLessThanOrEqualTo(best);
      shares.add((double) greedy / best);
    }
    double average = shares.stream().mapToDouble(share -> share).average().orElseThrow();
    double worst = shares.stream().mapToDouble(share -> share).min().orElseThrow();
    long exact = shares.stream().filter(share -> share == 1).count();
    String figures =
        "%d changes: worst %.3f, mean %.4f, best in %d of %d"
            .formatted(changes, worst, average, exact, estates);
    assertThat(worst).as(figures).isGreaterThanOrEqualTo(least);
    assertThat(average).as(figures).isGreaterThanOrEqualTo(mean);
  }

  /** The least weight that is left after so many changes, whichever they are. */
  private static long least(Estate estate, int changes) {
    Takeover takeover = RandomEstates.takeover(estate);
    long least = Cuts.total(takeover).weight();
    if (changes == 0 || least == 0) {
      return least;
    }
    for (Cut cut : all(estate)) {
      least = Math.min(least, least(TakeoverLawsTest.made(estate, cut), changes - 1));
    }
    return least;
  }

  private static List<Cut> all(Estate estate) {
    List<Cut> all = new ArrayList<>();
    CutCandidates breaks =
        new CutCandidates(
            RandomEstates.access(estate),
            account ->
                account.declaration().kind() == null ? Kind.PERSON : account.declaration().kind());
    for (Account account : estate.accounts()) {
      for (Step.Cut cut : breaks.of(account)) {
        all.add(
            new Cut(
                List.of(cut.user()), cut.change(), true, TakeoverTotals.NONE, TakeoverTotals.NONE));
      }
    }
    for (SharedCredentials.End end : new SharedCredentials(estate.accounts()).ends(Account::user)) {
      all.add(new Cut(end.users(), end.change(), true, TakeoverTotals.NONE, TakeoverTotals.NONE));
    }
    return all;
  }
}
