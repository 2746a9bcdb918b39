package org.vicilint.takeover.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.takeover.Step;
import org.vicilint.takeover.Takeover;
import org.vicilint.takeover.Target;
import org.vicilint.testkit.RandomEstates;

/** The chart of an estate against what is known of each pair of its accounts. */
class ChartTest {
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anArrowIsThereWhereOneAccountBecomesAnother(@ForAll("estates") Estate estate) {
    Takeover takeover = RandomEstates.takeover(estate);
    Chart chart = ChartMaker.of(takeover, 0);
    for (Account one : estate.accounts()) {
      for (Account other : estate.accounts()) {
        Set<Step.Kind> expected = expected(takeover, one, other);
        Optional<Integer> from = box(chart, one);
        Optional<Integer> to = box(chart, other);
        if (one == other || !one.active()) {
          continue;
        }
        if (!expected.isEmpty()) {
          assertThat(from).as("%s becomes %s", one, other).isPresent();
          assertThat(to).as("%s becomes %s", one, other).isPresent();
          assertThat(kinds(chart, from.get(), to.get()))
              .as("%s becomes %s", one.user(), other.user())
              .containsAll(expected);
        } else if (from.isPresent() && to.isPresent() && alone(chart, from) && alone(chart, to)) {
          assertThat(chart.arrows())
              .filteredOn(arrow -> arrow.from() == from.get() && arrow.to() == to.get())
              .as("%s does not become %s", one, other)
              .allMatch(Chart.Arrow::path); // on the way of somebody else, with a new password
        }
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theChartOfOneAccountIsEmptyWhereItReachesNobody(@ForAll("estates") Estate estate) {
    Takeover takeover = RandomEstates.takeover(estate);
    for (Account one : estate.accounts()) {
      assertThat(ChartMaker.of(takeover, one, 0).empty())
          .as(one.user())
          .isEqualTo(takeover.reach(one).count() == 0);
      ChartMaker.of(takeover, one, 8); // a level that perhaps nobody leads to
      ChartMaker.of(takeover, one, 9);
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void columnsGoByTheShortestPath(@ForAll("estates") Estate estate) {
    Takeover takeover = RandomEstates.takeover(estate);
    Chart chart = ChartMaker.of(takeover, 0);
    for (Chart.Box box : chart.boxes()) {
      if (box.opens() && box.accounts() == 1 && !box.changed()) {
        Account account = account(estate, box.users().get(0));
        ReachableAccounts reach = takeover.reach(account);
        assertThat(box.reaches()).isEqualTo(reach.count());
        List<Path> paths = takeover.paths(reach, Target.level(chart.goal()), 1);
        int steps = paths.isEmpty() ? Chart.NONE : paths.get(0).steps().size();
        assertThat(box.steps())
            .isEqualTo(account.userLevel() >= chart.goal() ? 0 : Math.min(Chart.FAR, steps));
      }
    }
    assertThat(chart.empty())
        .isEqualTo(
            estate.accounts().stream()
                .filter(Account::active)
                .allMatch(account -> takeover.reach(account).count() == 0));
  }

  @Test
  void aLargeEstateIsFewBoxes() {
    List<Account> accounts = new ArrayList<>();
    List<UserGroup> groups = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      groups.add(new UserGroup("G" + i, "", " ---ALL--- ", "", SourceLocation.of("groups")));
    }
    for (int i = 0; i < 3000; i++) {
      boolean editor = i % 30 == 0;
      accounts.add(
          Account.builder("user%04d".formatted(i))
              .column("user_level", Integer.toString(editor ? 6 + i / 30 % 4 : 1 + i % 8))
              .column("user_group", "G" + i % 60)
              .column("vdc_agent_api_access", "1")
              .column("modify_users", editor ? "1" : "0")
              .column("api_allowed_functions", " update_user ")
              .build());
    }
    Chart chart = ChartMaker.of(RandomEstates.takeover(Estate.of(accounts, new Groups(groups))), 0);
    assertThat(chart.boxes()).hasSizeBetween(5, 30);
    assertThat(chart.folded()).isTrue();
    assertThat(chart.goal()).isEqualTo(9);
    assertThat(chart.boxes().stream().mapToLong(Chart.Box::accounts).sum()).isEqualTo(3000);
  }

  /** How an account becomes another one in one step, today. */
  private static Set<Step.Kind> expected(Takeover takeover, Account one, Account other) {
    Set<Step.Kind> kinds = EnumSet.noneOf(Step.Kind.class);
    if (one.active()) {
      kinds.addAll(takeover.direct(one, other));
      takeover.reach(one).known().stream()
          .filter(known -> known.depth() == 1)
          .filter(known -> known.account().user().equals(other.user()))
          .forEach(known -> kinds.add(known.kind()));
    }
    return kinds;
  }

  private static Set<Step.Kind> kinds(Chart chart, int from, int to) {
    Set<Step.Kind> kinds = EnumSet.noneOf(Step.Kind.class);
    chart.arrows().stream()
        .filter(arrow -> arrow.from() == from && arrow.to() == to)
        .forEach(arrow -> kinds.addAll(arrow.kinds()));
    return kinds;
  }

  private static boolean alone(Chart chart, Optional<Integer> box) {
    return chart.boxes().get(box.orElseThrow()).accounts() == 1;
  }

  /** The box in which an account stands as it is today. */
  private static Optional<Integer> box(Chart chart, Account account) {
    for (int i = 0; i < chart.boxes().size(); i++) {
      Chart.Box box = chart.boxes().get(i);
      if (!box.changed() && box.users().contains(account.user())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static Account account(Estate estate, String user) {
    return estate.accounts().stream().filter(a -> a.user().equals(user)).findFirst().orElseThrow();
  }

  @Provide
  Arbitrary<Estate> estates() {
    return RandomEstates.estates();
  }
}
