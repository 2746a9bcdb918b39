package org.vicilint.blastradius;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Verdict;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.Kind;
import org.vicilint.model.Secret;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.profile.ReachWeights;
import org.vicilint.testkit.RandomEstates;

/** Laws of reaches, on small estates in which much can be taken over. */
@Tag("slow")
class ReachLawsTest {
  private static final ReachWeights WEIGHTS = new ReachWeights(1, 3, 4, 8, 20, 20, 2, 10);

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aReachContainsThatOfEveryAccountThatItCanBecome(@ForAll("estates") Estate estate) {
    BlastRadiusAnalysis reaches = reaches(estate);
    for (Account account : estate.accounts()) {
      BlastRadius reach = reaches.of(account);
      for (Account other : estate.accounts()) {
        if (reach.takeover().contains(other)) {
          BlastRadius part = known(reach, other) ? reaches.of(other) : reaches.ofTaken(other);
          assertThat(reach.all().contains(part.itself()))
              .as("%s contains what %s can do itself", account.user(), other.user())
              .isTrue();
          assertThat(reach.all().contains(part.all()))
              .as("%s contains what %s can do through others", account.user(), other.user())
              .isTrue();
        }
      }
    }
  }

  /** Whether its very credential is known, and not only a new password, or that of a clone. */
  private static boolean known(BlastRadius reach, Account other) {
    return reach.shared().stream().anyMatch(each -> each.account().user().equals(other.user()));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void takingAFlagOrALevelAwayNeverAddsReach(@ForAll("estates") Estate estate) {
    BlastRadiusAnalysis reaches = reaches(estate);
    for (Account account : estate.accounts()) {
      BlastRadius before = reaches.of(account);
      for (Change change : lessening(account)) {
        if (change.column().equals("user_level") && !before.shared().isEmpty()) {
          continue; // at a lower level, those who are known with it may take or clone itself
        }
        BlastRadius after = reaches.after(account, List.of(change));
        assertThat(before.itself().contains(after.itself())).as(change.toString()).isTrue();
        assertThat(before.all().contains(after.all())).as(change.toString()).isTrue();
        assertThat(after.score().total())
            .as(account + " " + change)
            .isLessThanOrEqualTo(before.score().total());
        assertThat(after.score().itself()).isLessThanOrEqualTo(before.score().itself());
      }
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void theAnnouncedChangeShrinksByWhatItSays(@ForAll("estates") Estate estate) {
    BlastRadiusAnalysis reaches = reaches(estate);
    for (Account account : estate.accounts()) {
      BlastRadius before = reaches.of(account);
      Mitigation shrink = reaches.shrink(before).orElse(null);
      if (shrink == null) {
        continue;
      }
      Account changed = made(account, shrink);
      // All anew, with nothing of what was worked out before.
      BlastRadius after = reaches(with(estate, changed)).of(changed);
      assertThat(after.score()).as(shrink.toString()).isEqualTo(shrink.after().score());
      assertThat(after.all().deeds()).isEqualTo(shrink.after().all().deeds());
      assertThat(after.accounts()).isEqualTo(shrink.after().accounts());
      assertThat(shrink.removes())
          .isPositive()
          .isEqualTo(before.score().total() - after.score().total());
      assertThat(broken(estate, account, changed)).as(shrink.toString()).isEmpty();
    }
  }

  @Example
  void aLowerLevelMayMakeAnAccountLikeAnotherWhichItThenReaches() {
    Account low = editor("low", "8");
    Estate estate = Estate.of(List.of(editor("high", "9"), low), new Groups(List.of()));
    BlastRadiusAnalysis reaches = reaches(estate);
    Account high = estate.accounts().get(0);
    BlastRadius after = reaches.after(high, List.of(new Change("user_level", "9", "8")));
    assertThat(after.accounts()).isEqualTo(1);
    assertThat(after.takeover().contains(low)).isTrue();
  }

  private static Account editor(String user, String level) {
    AccountBuilder editor = Account.builder(user).column("user_level", level);
    for (Flag flag : List.of(Flag.MODIFY_USERS, Flag.VDC_AGENT_API_ACCESS)) {
      editor.column(flag.column(), "1");
    }
    return editor.build();
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void theRankingHasTheScoresOfEachByItself(@ForAll("estates") Estate estate) {
    List<BlastRadiusAnalysis.Standing> ranking = reaches(estate).ranking();
    assertThat(ranking).hasSameSizeAs(estate.accounts());
    long last = Long.MAX_VALUE;
    for (BlastRadiusAnalysis.Standing each : ranking) {
      assertThat(each.score()).isEqualTo(reaches(estate).of(each.account()).score());
      assertThat(each.score().total()).isLessThanOrEqualTo(last);
      assertThat(each.score().total())
          .isEqualTo(each.score().itself() + each.score().throughOthers());
      last = each.score().total();
    }
  }

  private static Account made(Account account, Mitigation shrink) {
    AccountBuilder changed = account.with();
    List<String> usedBy = new ArrayList<>(account.declaration().usedBy());
    for (Change change : shrink.changes()) {
      switch (change.column()) {
        case "pass" -> changed.secret(Secret.UNKNOWN);
        case "used_by" -> usedBy.remove(change.from());
        default -> changed.column(change.column(), change.to());
      }
    }
    return changed.declaration(account.declaration().heldBy(usedBy)).build();
  }

  /** The declared calls that were open, and are not any more. */
  private static List<Call> broken(Estate estate, Account before, Account after) {
    AccessEvaluator access = RandomEstates.access(estate);
    return before.declaration().need().orElse(List.of()).stream()
        .filter(call -> open(access, before, call) && !open(access, after, call))
        .toList();
  }

  private static boolean open(AccessEvaluator access, Account account, Call call) {
    int index = access.indexOf(call.function());
    return index >= 0 && access.decide(access.prepare(account), index) == Verdict.GRANTED;
  }

  private static List<Change> lessening(Account account) {
    List<Change> changes = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      boolean beside = flag == Flag.MODIFY_SAME_USER_LEVEL;
      if ((flag.opens() || beside) && account.has(flag)) {
        changes.add(new Change(flag.column(), "1", "0"));
      }
    }
    for (int level = account.userLevel() - 1; level > 0; level -= 2) {
      changes.add(new Change("user_level", account.value("user_level"), "" + level));
    }
    return changes;
  }

  private static Estate with(Estate estate, Account changed) {
    return estate.withAccounts(
        estate.accounts().stream()
            .map(each -> each.user().equals(changed.user()) ? changed : each)
            .toList());
  }

  private static BlastRadiusAnalysis reaches(Estate estate) {
    return new BlastRadiusAnalysis(
        estate,
        RandomEstates.access(estate),
        account ->
            account.declaration().kind() == null ? Kind.PERSON : account.declaration().kind(),
        WEIGHTS);
  }

  /** Estates for takeovers, in which accounts differ in what they can do besides. */
  @Provide
  Arbitrary<Estate> estates() {
    return Arbitraries.longs().map(ReachLawsTest::estate);
  }

  private static Estate estate(long seed) {
    Random random = new Random(seed);
    Estate estate = RandomEstates.of(random);
    List<UserGroup> groups = new ArrayList<>();
    for (UserGroup group : estate.groups().all()) {
      String campaigns = List.of(" A ", " A B ", " C ", " -ALL-CAMPAIGNS- ").get(random.nextInt(4));
      groups.add(
          new UserGroup(
              group.userGroup(),
              campaigns,
              group.adminViewableGroups(),
              "",
              SourceLocation.of("groups")));
    }
    List<Account> accounts = new ArrayList<>();
    for (Account account : estate.accounts()) {
      AccountBuilder more = account.with();
      for (Flag flag :
          List.of(
              Flag.VIEW_REPORTS,
              Flag.API_LIST_RESTRICT,
              Flag.API_ONLY_USER,
              Flag.DELETE_USERS,
              Flag.MODIFY_CAMPAIGNS)) {
        more.column(flag.column(), random.nextInt(3) == 0 ? "1" : "0");
      }
      more.column("modify_leads", Integer.toString(random.nextInt(3)));
      if (random.nextInt(4) == 0) {
        more.column("api_allowed_functions", " add_lead update_lead update_user ");
      }
      accounts.add(more.build());
    }
    return Estate.of(accounts, new Groups(groups));
  }
}
