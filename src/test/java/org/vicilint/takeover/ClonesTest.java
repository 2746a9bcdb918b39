package org.vicilint.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.testkit.FullSearch;
import org.vicilint.testkit.RandomEstates;

/** What two of one kind can do together is never called out of reach. */
@Tag("slow")
@net.jqwik.api.Tag("slow")
class ClonesTest {
  private static final List<String> VIEWS =
      List.of(" A ", " B ", " C ", " D ", " A B ", " A C ", " B C ", " B D ", " C D ", " A D ");

  @Test
  void anAccountThatClonesItselfReachesMore() {
    Estate estate = example("1");
    ReachableAccounts reach = RandomEstates.takeover(estate).reach(estate.accounts().get(0));
    assertThat(reach.count()).isZero();
    assertThat(reach.withClones())
        .isEqualTo(new ReachableAccounts.WithClones(1, 8, List.of("target")));
    assertThat(new FullSearch(estate, 1).reached(0, 4)).containsExactly("target");
    assertThat(new FullSearch(estate, 0).reached(0, 9)).isEmpty();
  }

  @Test
  void whoMayNotCloneItselfReachesNoMore() {
    Estate estate = example("0");
    ReachableAccounts reach = RandomEstates.takeover(estate).reach(estate.accounts().get(0));
    assertThat(reach.withClones()).isEqualTo(new ReachableAccounts.WithClones(0, -1, List.of()));
  }

  @Test
  void anAccountThatIsClonedTogetherWithItsClone() {
    List<UserGroup> groups = groups(" B ", " B C ", " B D ", " E ");
    Estate estate =
        estate(
            groups,
            account("boss", "9", "A", "0", " copy_user "),
            account("editor", "8", "B", "1", " update_user "),
            account("target", "8", "D", "0", " version "));
    ReachableAccounts reach = RandomEstates.takeover(estate).reach(estate.accounts().get(0));
    Set<String> full = new FullSearch(estate, 2).reached(0, 6);
    assertThat(users(reach, estate)).containsAll(full);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void nothingIsReachedThatIsNotTold(@ForAll("estates") Estate estate) {
    Takeover takeover = RandomEstates.takeover(estate);
    for (int i = 0; i < estate.accounts().size(); i++) {
      ReachableAccounts reach = takeover.reach(estate.accounts().get(i));
      Set<String> told = users(reach, estate);
      told.addAll(reach.withClones().users());
      assertThat(told).containsAll(new FullSearch(estate, 2).reached(i, 4));
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void whatIsToldIsNotToldTwice(@ForAll("more") Estate estate) {
    Takeover takeover = RandomEstates.takeover(estate);
    for (Account account : estate.accounts()) {
      ReachableAccounts reach = takeover.reach(account);
      Set<String> besides = new TreeSet<>(reach.withClones().users());
      assertThat(besides).hasSize((int) reach.withClones().count());
      assertThat(besides).doesNotContain(account.user());
      besides.retainAll(users(reach, estate));
      assertThat(besides).isEmpty();
    }
  }

  private static Set<String> users(ReachableAccounts reach, Estate estate) {
    Set<String> users = new TreeSet<>();
    estate.accounts().stream().filter(reach::contains).forEach(each -> users.add(each.user()));
    return users;
  }

  /** A sees A and C, C sees A and B, B sees D: nobody alone gets from A to B. */
  private static Estate example(String sameLevel) {
    return estate(
        groups(" A C ", " D ", " A B ", " D "),
        account("boss", "9", "A", sameLevel, " copy_user update_user "),
        account("target", "8", "D", "0", " version "));
  }

  private static List<UserGroup> groups(String... views) {
    List<UserGroup> groups = new ArrayList<>();
    for (int i = 0; i < views.length; i++) {
      String name = Character.toString('A' + i);
      groups.add(new UserGroup(name, "", views[i], "", SourceLocation.of("groups")));
    }
    return groups;
  }

  private static Estate estate(List<UserGroup> groups, Account... accounts) {
    return Estate.of(List.of(accounts), new Groups(groups));
  }

  private static Account account(
      String user, String level, String group, String sameLevel, String functions) {
    return Account.builder(user)
        .column("user_level", level)
        .column("user_group", group)
        .column("active", "Y")
        .column("modify_users", "1")
        .column("vdc_agent_api_access", "1")
        .column("modify_same_user_level", sameLevel)
        .column("api_allowed_functions", functions)
        .build();
  }

  /** Two to three accounts that see some groups only. */
  @Provide
  Arbitrary<Estate> estates() {
    return Arbitraries.longs().map(seed -> of(new Random(seed)));
  }

  static Estate of(Random random) {
    List<UserGroup> groups =
        groups(pick(random, VIEWS), pick(random, VIEWS), pick(random, VIEWS), pick(random, VIEWS));
    Account[] accounts = new Account[2 + random.nextInt(2)];
    for (int i = 0; i < accounts.length; i++) {
      accounts[i] =
          account(
              "user" + i,
              pick(random, List.of("8", "9", "9")),
              pick(random, List.of("A", "B", "C", "D")),
              pick(random, List.of("0", "1", "1")),
              pick(random, List.of(" copy_user update_user ", " update_user ", " copy_user ")));
    }
    return estate(groups, accounts);
  }

  @Provide
  Arbitrary<Estate> more() {
    return RandomEstates.estates();
  }

  private static String pick(Random random, List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
