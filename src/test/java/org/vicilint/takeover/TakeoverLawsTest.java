package org.vicilint.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Secret;
import org.vicilint.takeover.cut.Cut;
import org.vicilint.takeover.cut.Cuts;
import org.vicilint.takeover.cut.TakeoverTotals;
import org.vicilint.testkit.PlainSearch;
import org.vicilint.testkit.RandomEstates;

/** Laws of takeovers, on small estates in which much can be taken over. */
@Tag("slow")
class TakeoverLawsTest {
  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void theSetAndTheShortestPathsAreThoseOfAPlainSearch(@ForAll("estates") Estate estate) {
    Takeover takeover = RandomEstates.takeover(estate);
    PlainSearch plain = new PlainSearch(estate);
    for (int i = 0; i < estate.accounts().size(); i++) {
      Map<String, Integer> expected = plain.distances(i, true);
      ReachableAccounts reach = takeover.reach(estate.accounts().get(i));
      assertThat(users(reach, estate)).isEqualTo(expected.keySet());
      assertThat(reach.count()).isEqualTo(expected.size());
      assertThat(lengths(takeover, reach, estate)).isEqualTo(expected);
      assertThat(users(takeover.reachWithNewPassword(estate.accounts().get(i)), estate))
          .isEqualTo(plain.distances(i, false).keySet());
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anAccountReachesWhatThoseReachThatItBecomes(@ForAll("estates") Estate estate) {
    Takeover takeover = RandomEstates.takeover(estate);
    for (Account account : estate.accounts()) {
      ReachableAccounts reach = takeover.reach(account);
      for (Account other : estate.accounts()) {
        if (reach.contains(other)) {
          // Whoever sets a password does not learn the old one, and who else has it.
          boolean own =
              reach.known().stream().anyMatch(known -> known.account().user().equals(other.user()));
          ReachableAccounts further =
              own ? takeover.reach(other) : takeover.reachWithNewPassword(other);
          Set<String> more = new TreeSet<>(users(further, estate));
          more.remove(account.user());
          // A clone is where its source is, and is active; what has no power as it is has none.
          assertThat(users(reach, estate)).containsAll(more);
        }
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void takingAFlagOrALevelAwayNeverAddsReach(@ForAll("estates") Estate estate) {
    Takeover before = RandomEstates.takeover(estate);
    for (Account account : estate.accounts()) {
      ReachableAccounts reach = before.reach(account);
      Set<String> reached = users(reach, estate);
      for (Account less : lessened(account)) {
        if (less.userLevel() < account.userLevel() && reach.known().size() > 1) {
          continue; // at a lower level, those who are known with it may take or clone itself
        }
        Estate after = with(estate, less);
        assertThat(reached)
            .as(account + " to " + less)
            .containsAll(users(RandomEstates.takeover(after).reach(less), after));
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aCutRemovesWhatItSays(@ForAll("estates") Estate estate) {
    Cuts cuts = Cuts.of(RandomEstates.takeover(estate), 20);
    Estate now = estate;
    assertThat(cuts.before()).isEqualTo(counted(now));
    TakeoverTotals left = cuts.before();
    for (Cut cut : cuts.cuts()) {
      now = made(now, cut);
      assertThat(cut.left()).as(cut.toString()).isEqualTo(counted(now));
      assertThat(cut.removes()).isEqualTo(left.minus(cut.left()));
      assertThat(cut.removes().weight()).isPositive();
      left = cut.left();
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theCutOfAStepTakesTheStepAway(@ForAll("estates") Estate estate) {
    Takeover takeover = RandomEstates.takeover(estate);
    for (Account account : estate.accounts()) {
      ReachableAccounts reach = takeover.reach(account);
      for (Account other : estate.accounts()) {
        if (takeover.direct(account, other).isEmpty() || other == account) {
          continue;
        }
        for (Path path : takeover.paths(reach, Target.of(other), 10)) {
          Step step = path.steps().get(0);
          if (path.steps().size() == 1 && step.kind().request() && step.cut() != null) {
            Account cut =
                account
                    .with()
                    .column(step.cut().change().column(), step.cut().change().to())
                    .build();
            assertThat(RandomEstates.takeover(with(estate, cut)).direct(cut, other))
                .doesNotContain(step.kind());
          }
        }
      }
    }
  }

  /** How much takeover there is, counted one account at a time by the plain search. */
  private static TakeoverTotals counted(Estate estate) {
    PlainSearch plain = new PlainSearch(estate);
    TakeoverTotals sum = TakeoverTotals.NONE;
    for (int i = 0; i < estate.accounts().size(); i++) {
      if (estate.accounts().get(i).active()) {
        Set<String> reached = plain.distances(i, true).keySet();
        List<Account> others =
            estate.accounts().stream().filter(a -> reached.contains(a.user())).toList();
        sum =
            sum.plus(
                new TakeoverTotals(
                    others.size(),
                    others.stream().mapToLong(a -> Math.max(1, a.userLevel())).sum(),
                    others.stream().anyMatch(a -> a.userLevel() >= 9) ? 1 : 0));
      }
    }
    return sum;
  }

  /** The estate after a cut. */
  static Estate made(Estate estate, Cut cut) {
    List<Account> accounts = new ArrayList<>();
    for (Account account : estate.accounts()) {
      AccountBuilder after = account.with();
      if (cut.users().contains(account.user())) {
        String column = cut.change().column();
        if (column.contains("pass")) {
          after.secret(
              new Secret(
                  true,
                  false,
                  1000 + account.user().hashCode(),
                  2,
                  account.secret().characters(),
                  false,
                  false,
                  null));
        }
        if (column.contains("used_by")) {
          List<String> given = List.of(cut.change().from().split(", "));
          after.declaration(
              account
                  .declaration()
                  .heldBy(
                      account.declaration().usedBy().stream()
                          .map(name -> given.contains(name) ? name + account.user() : name)
                          .toList()));
        } else if (!column.contains("pass")) {
          after.column(column, cut.change().to());
        }
      }
      accounts.add(after.build());
    }
    return estate.withAccounts(accounts);
  }

  private static Estate with(Estate estate, Account changed) {
    return estate.withAccounts(
        estate.accounts().stream()
            .map(a -> a.user().equals(changed.user()) ? changed : a)
            .toList());
  }

  private static List<Account> lessened(Account account) {
    List<Account> all = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      if (account.has(flag)) {
        all.add(account.with().column(flag.column(), "0").build());
      }
    }
    if (account.userLevel() > 1) {
      all.add(
          account.with().column("user_level", Integer.toString(account.userLevel() - 1)).build());
    }
    return all;
  }

  private static Map<String, Integer> lengths(
      Takeover takeover, ReachableAccounts reach, Estate estate) {
    Map<String, Integer> lengths = new TreeMap<>();
    for (Account other : estate.accounts()) {
      if (other != reach.from()) {
        List<Path> paths = takeover.paths(reach, Target.of(other), 50);
        paths.forEach(path -> lengths.put(other.user(), path.steps().size()));
        assertThat(paths.stream().map(path -> path.steps().size()).distinct().count())
            .isLessThan(2);
      }
    }
    return lengths;
  }

  private static Set<String> users(ReachableAccounts reach, Estate estate) {
    Set<String> users = new TreeSet<>();
    estate.accounts().stream()
        .filter(reach::contains)
        .forEach(account -> users.add(account.user()));
    return users;
  }

  @Provide
  Arbitrary<Estate> estates() {
    return RandomEstates.estates();
  }
}
