package org.vicilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.finding.Finding;
import org.vicilint.fix.ChangeApplier;
import org.vicilint.fix.Repair;
import org.vicilint.fix.Repairs;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.profile.Baseline;
import org.vicilint.profile.Profile;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RulePage;
import org.vicilint.testkit.RandomAccounts;
import org.vicilint.testkit.Runs;

/** Laws of what is mended. */
@Tag("slow")
class RepairLawsTest {
  private static final Profile PROFILE = Runs.profile("strict");
  private static final Map<String, RulePage> PAGES = new TreeMap<>();

  static {
    for (Rule rule : Runs.rules(PROFILE)) {
      PAGES.put(rule.id(), RulePage.load(rule.id()));
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void afterwardsNothingIsLeftThatCouldBeMended(
      @ForAll("estates") List<Account> accounts, @ForAll boolean unsafe) {
    Estate estate = Estate.of(accounts, Groups.UNKNOWN);
    Repairs repairs = repairs(estate, unsafe);
    Estate after = after(estate, repairs);
    Repairs again = repairs(after, unsafe);
    assertThat(again.repairs()).isEmpty();
    assertThat(again.left()).isEqualTo(repairs.left());
    List<Finding> open =
        Runs.all(after, PROFILE).findings().stream().filter(Finding::open).toList();
    assertThat(again.left()).containsOnlyKeys(open);
    if (unsafe) {
      assertThat(open).noneMatch(ChangeApplier::exact);
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsSafeOpensNothingAndClosesNothingDeclared(@ForAll("estates") List<Account> accounts) {
    Estate estate = Estate.of(accounts, Groups.UNKNOWN);
    AccessEvaluator access = Runs.access(estate);
    for (Repair repair : repairs(estate, false).repairs()) {
      Subject before = access.prepare(repair.before());
      Subject after = access.prepare(repair.after());
      List<String> declared =
          repair.before().declaration().need().orElse(List.of()).stream()
              .map(Call::function)
              .toList();
      for (int i = 0; i < access.functions().size(); i++) {
        boolean open = access.decide(before, i) == Verdict.GRANTED;
        boolean still = access.decide(after, i) == Verdict.GRANTED;
        assertThat(still && !open).as(repair.toString()).isFalse();
        if (declared.contains(access.functions().get(i).name())) {
          assertThat(still).as(repair.toString()).isEqualTo(open);
        }
      }
    }
  }

  private static Repairs repairs(Estate estate, boolean unsafe) {
    Audit audit = new Audit(Runs.rules(PROFILE), PAGES, PROFILE, Runs.TODAY);
    return Repairs.of(audit, estate, Runs.access(estate), Baseline.NONE, unsafe, Long.MAX_VALUE);
  }

  private static Estate after(Estate estate, Repairs repairs) {
    Map<String, Account> accounts = new TreeMap<>();
    estate.accounts().forEach(account -> accounts.put(account.user(), account));
    repairs.repairs().forEach(repair -> accounts.put(repair.before().user(), repair.after()));
    return Estate.of(List.copyOf(accounts.values()), estate.groups());
  }

  @Provide
  Arbitrary<List<Account>> estates() {
    return RandomAccounts.estates();
  }
}
