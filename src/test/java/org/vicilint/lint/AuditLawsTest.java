package org.vicilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.vicilint.access.FunctionList;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Status;
import org.vicilint.fix.ChangeApplier;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Change;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.Kind;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Waiver;
import org.vicilint.profile.Baseline;
import org.vicilint.profile.Profile;
import org.vicilint.rules.Rule;
import org.vicilint.rules.builtin.Checks;
import org.vicilint.testkit.RandomAccounts;
import org.vicilint.testkit.Runs;

/** Laws of a run of all rules. */
@Tag("slow")
class AuditLawsTest {
  private static final Profile PROFILE = Runs.profile("strict");

  /** The rules that say that an account can do too much. */
  private static final Set<String> OVER_PRIVILEGE =
      Set.of(
          "all-functions-grant",
          "level-above-need",
          "not-api-only",
          "unneeded-flag",
          "unneeded-function");

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void aHigherLevelOrMoreFlagsNeverRemoveAnOverPrivilegeFinding(
      @ForAll("accounts") Account account, @ForAll("flags") Flag flag) {
    Account more =
        account
            .with()
            .column("user_level", Integer.toString(Math.min(9, account.userLevel() + 1)))
            .column(flag.column(), "1")
            .build();
    assertThat(overPrivileges(more)).containsAll(overPrivileges(account));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void grantingMoreThanIsDeclaredNeverMakesAnAccountClean(
      @ForAll("declared") Account account, @ForAll("names") String function) {
    Account more =
        account
            .with()
            .column(
                "api_allowed_functions", FunctionList.plus(account.apiAllowedFunctions(), function))
            .build();
    assertThat(overPrivileges(more)).containsAll(overPrivileges(account));
    Account everything = account.with().column("api_allowed_functions", " ALL_FUNCTIONS ").build();
    Set<String> replaced = overPrivileges(account);
    if (account.declaration().kind() != Kind.SERVICE) {
      return; // what the default opens to people is unguarded-functions' to say
    }
    if (replaced.remove("unneeded-function")) {
      replaced.add("all-functions-grant");
    }
    assertThat(overPrivileges(everything)).containsAll(replaced);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void makingTheChangesOfAFindingClearsIt(@ForAll("accounts") Account account) {
    for (Finding finding : run(List.of(account))) {
      if (!finding.changes().isEmpty() && finding.changes().stream().allMatch(Change::exact)) {
        AccountBuilder changed = account.with();
        finding.changes().forEach(c -> changed.column(c.column(), c.to()));
        assertThat(run(List.of(changed.build())).stream().map(Finding::fingerprint))
            .as(finding.toString())
            .doesNotContain(finding.fingerprint());
      }
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void makingAllChangesOfARunLeavesNoneOfTheFindingsThatTheyMend(
      @ForAll("accounts") Account account) {
    List<Finding> before = run(List.of(account));
    List<String> after =
        run(List.of(ChangeApplier.mend(account, before))).stream()
            .map(Finding::fingerprint)
            .toList();
    for (Finding finding : before) {
      if (ChangeApplier.exact(finding)) {
        assertThat(after).as(finding + " of " + account).doesNotContain(finding.fingerprint());
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aBaselineOfARunMakesTheSameRunClean(@ForAll("estates") List<Account> accounts) {
    Estate estate = Estate.of(accounts, Groups.UNKNOWN);
    LintResult first = Runs.all(estate, PROFILE);
    Baseline baseline = baseline(first.findings().stream().toList());
    LintResult second = Runs.of(estate, PROFILE, Runs.rules(PROFILE), baseline);
    assertThat(second.count(Status.OPEN)).isZero();
    assertThat(second.gone()).isEmpty();
    assertThat(second.findings()).hasSameSizeAs(first.findings());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aBaselineNeverHidesASecondFindingBehindTheFirst(@ForAll("estates") List<Account> accounts) {
    Estate estate = Estate.of(accounts, Groups.UNKNOWN);
    List<Finding> findings = Runs.all(estate, PROFILE).findings().stream().toList();
    if (!findings.isEmpty()) {
      Baseline allButOne = baseline(findings.subList(1, findings.size()));
      LintResult second = Runs.of(estate, PROFILE, Runs.rules(PROFILE), allButOne);
      assertThat(second.findings().stream().filter(Finding::open).map(Finding::fingerprint))
          .containsExactly(findings.get(0).fingerprint());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aWaiverChangesNothingButTheStatusOfFindings(
      @ForAll("estates") List<Account> accounts,
      @ForAll("rules") String rule,
      @ForAll @IntRange(min = -2, max = 2) int days) {
    Waiver waiver =
        new Waiver(
            rule,
            List.of("user0", "user?1", "*2"),
            List.of(),
            List.of(),
            "reason",
            "owner",
            Runs.TODAY.plusDays(days),
            new SourceLocation("accounts.yaml", 1, 1));
    List<Finding> without = run(accounts);
    List<Finding> with =
        Runs.all(Estate.of(accounts, Groups.UNKNOWN).withWaivers(List.of(waiver)), PROFILE)
            .findings()
            .stream()
            .toList();
    assertThat(
            with.stream()
                .filter(f -> !f.rule().endsWith("-waiver"))
                .map(f -> f.with(Status.OPEN, "")))
        .isEqualTo(without);
    assertThat(with.stream().filter(f -> f.status() == Status.WAIVED))
        .allMatch(f -> f.rule().equals(rule) && days >= 0);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfAccountsChangesNothing(@ForAll("estates") List<Account> accounts) {
    List<Account> shuffled = new ArrayList<>(accounts);
    Collections.shuffle(shuffled, new Random(accounts.size()));
    assertThat(run(shuffled)).isEqualTo(run(accounts));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void noTwoFindingsOfARunHaveOneFingerprint(@ForAll("estates") List<Account> accounts) {
    assertThat(run(accounts).stream().map(Finding::fingerprint)).doesNotHaveDuplicates();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anInactiveAccountHasNoFindingButThatItWouldHavePower(@ForAll("accounts") Account account) {
    assertThat(run(List.of(account.with().column("active", "N").build())))
        .extracting(Finding::rule)
        .isSubsetOf("inactive-with-grants");
  }

  @Provide
  Arbitrary<Flag> flags() {
    return Arbitraries.of(Flag.class).filter(Flag::opens);
  }

  @Provide
  Arbitrary<String> names() {
    return RandomAccounts.names();
  }

  @Provide
  Arbitrary<List<Account>> estates() {
    return RandomAccounts.estates();
  }

  @Provide
  Arbitrary<Account> declared() {
    return accounts().filter(a -> a.declaration().need().isPresent());
  }

  @Provide
  Arbitrary<Account> accounts() {
    return RandomAccounts.accounts();
  }

  @Provide
  Arbitrary<String> rules() {
    return Arbitraries.of(Checks.all().stream().map(Rule::id).toList());
  }

  private static Baseline baseline(List<Finding> findings) {
    return new Baseline(
        findings.stream()
            .map(f -> new Baseline.Entry(f.fingerprint(), f.rule(), f.user(), f.severity()))
            .toList());
  }

  private static Set<String> overPrivileges(Account account) {
    return run(List.of(account)).stream()
        .filter(finding -> OVER_PRIVILEGE.contains(finding.rule()))
        .map(
            finding ->
                finding.rule().equals("unneeded-flag")
                    ? finding.rule() + " " + finding.evidence().get(0).column()
                    : finding.rule())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Finding> run(List<Account> accounts) {
    return Runs.all(Estate.of(accounts, Groups.UNKNOWN), PROFILE).findings().stream().toList();
  }
}
