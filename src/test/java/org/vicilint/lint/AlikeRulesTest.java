package org.vicilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Needs;
import org.vicilint.access.Subjects;
import org.vicilint.finding.Finding;
import org.vicilint.input.table.Secrets;
import org.vicilint.model.Account;
import org.vicilint.model.Declaration;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Kind;
import org.vicilint.model.Places;
import org.vicilint.model.Secret;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.profile.Profile;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RuleContext;
import org.vicilint.rules.builtin.Checks;
import org.vicilint.testkit.RandomAccounts;
import org.vicilint.testkit.Runs;

/** Rules that may be spared for accounts like one of which they had nothing to say. */
@Tag("slow")
@net.jqwik.api.Tag("slow")
class AlikeRulesTest {
  private static final Profile PROFILE = Runs.profile("strict");
  private static final Secrets SECRETS = new Secrets();
  private static final SourceLocation PLACE = new SourceLocation("groups.tsv", 2, 1);
  private static final Groups GROUPS =
      new Groups(
          List.of(
              new UserGroup("API", " -ALL-CAMPAIGNS- - -", "---ALL---", "", PLACE),
              new UserGroup("AGENTS", "ONE", "AGENTS", "OFFICE", PLACE)));

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void whatAlikeAccountsDifferInIsNothingToThem(
      @ForAll("exported") Account one, @ForAll @IntRange(min = 0, max = 2) int group) {
    String in = List.of("API", "AGENTS", "GONE").get(group);
    Account first = one.with("agent1").column("user_group", in).secret(secret("agent1")).build();
    Account other =
        one.with("robot7")
            .column("user_group", in)
            .secret(secret("robot7"))
            .column("full_name", "Somebody else")
            .column("last_login_date", "2020-02-02 02:02:02")
            .column("failed_login_count", "9")
            .column("phone_login", "8600")
            .column("email", "a@example.com")
            .cutOff(" add_user ")
            .places(new Places(new Places.TableSource("b.tsv", Set.of("user"), Set.of()), 7, 1))
            .build();
    Estate estate = Estate.of(List.of(first, other), GROUPS);
    AccessEvaluator access = Runs.access(estate);
    RuleContext view = Runs.view(estate, access, PROFILE);
    Subjects subjects = new Subjects(access);
    assertThat(subjects.of(first)).isSameAs(subjects.of(other));
    for (Kind kind : Kind.values()) {
      AuditedAccount a = audited(first, kind, access, subjects);
      AuditedAccount b = audited(other, kind, access, subjects);
      for (ClassWideRule rule : alike()) {
        assertThat(rule.check(a, view).isEmpty())
            .as("%s on %s as %s", rule.id(), first, kind)
            .isEqualTo(rule.check(b, view).isEmpty());
      }
      for (Rule rule : Checks.all()) {
        if (rule instanceof AccountRule each && !each.concerns(a, view)) {
          assertThat(List.of(each.check(a, view), each.check(b, view)))
              .as("%s does not concern %s as %s", each.id(), first, kind)
              .containsOnly(List.of());
        }
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aRunFindsInManyAlikeAccountsWhatItFindsInEachAlone(
      @ForAll("estates") List<Account> accounts) {
    List<Account> all = new ArrayList<>();
    for (Account account : accounts) {
      for (int i = 0; i < 3; i++) {
        all.add(account.with(account.user() + i).declaration(Declaration.NONE).build());
      }
    }
    Map<String, List<String>> together = new TreeMap<>();
    for (Finding finding : Runs.all(Estate.of(all, GROUPS), PROFILE).findings().stream().toList()) {
      together.computeIfAbsent(finding.user(), user -> new ArrayList<>()).add(told(finding));
    }
    // A run of one account has nobody that it could become.
    for (Account account : all) {
      List<String> alone =
          Runs.all(Estate.of(List.of(account), GROUPS), PROFILE).findings().stream()
              .map(AlikeRulesTest::told)
              .filter(told -> !told.startsWith("can-become-others"))
              .toList();
      assertThat(
              together.getOrDefault(account.user(), List.of()).stream()
                  .filter(told -> !told.startsWith("can-become-others"))
                  .toList())
          .isEqualTo(alone);
    }
  }

  @Test
  void mostRulesAreSpared() {
    assertThat(alike()).hasSizeGreaterThan(Checks.all().size() / 2);
  }

  private static AuditedAccount audited(
      Account account, Kind kind, AccessEvaluator access, Subjects subjects) {
    return new AuditedAccount(
        account, kind, "its name", new Needs(access).of(account), subjects.of(account));
  }

  private static List<ClassWideRule> alike() {
    List<ClassWideRule> alike = new ArrayList<>();
    for (Rule rule : Checks.all()) {
      if (rule instanceof ClassWideRule each) {
        alike.add(each);
      }
    }
    return alike;
  }

  private static Secret secret(String user) {
    return SECRETS.of(user, "k" + user.hashCode() + "x", null);
  }

  private static String told(Finding finding) {
    return finding.rule() + ": " + finding.message();
  }

  @Provide
  Arbitrary<List<Account>> estates() {
    return RandomAccounts.estates();
  }

  @Provide
  Arbitrary<Account> exported() {
    return RandomAccounts.accounts()
        .map(account -> account.with().declaration(Declaration.NONE).build());
  }
}
