package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.bench.Estates;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.RunMetadata;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Status;
import org.vicilint.lint.Audit;
import org.vicilint.lint.AuditResult;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Meter;
import org.vicilint.model.Places;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Waiver;
import org.vicilint.profile.Baseline;
import org.vicilint.profile.Profile;
import org.vicilint.render.Style;
import org.vicilint.render.findings.BaselineJson;
import org.vicilint.render.review.Templates;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RulePage;
import org.vicilint.testkit.Runs;

/** Whether findings are held or found anew each time changes no byte of any output. */
@Tag("slow")
class FindingsAnewTest {
  private static final Profile PROFILE = Runs.profile("strict");
  private static final RenderOptions LOOKS = new RenderOptions(Style.PLAIN, Templates::shipped);

  /** Accounts in several parts, with waivers that hold, have expired or are unused. */
  private static final Estate SMALL =
      Estates.of(1_400, Runs.CATALOG)
          .withWaivers(
              List.of(
                  waiver("no-owner", "u00000?0", 1),
                  waiver("no-purpose", "u00001*", -1),
                  waiver("no-owner", "nobody", 1),
                  waiver("all-functions-grant", "*", 1)));

  private static final Estate LARGE = large();

  @ParameterizedTest
  @EnumSource(LintFormat.class)
  void everyFormatIsTheSame(LintFormat format) throws IOException {
    Baseline baseline = baseline(run(SMALL, Baseline.NONE, Integer.MAX_VALUE));
    LintResult held = run(SMALL, baseline, Integer.MAX_VALUE);
    assertThat(List.of(Status.values())).allMatch(status -> held.count(status) > 0);
    assertThat(held.gone()).isNotEmpty();

    assertThat(written(format, run(SMALL, baseline, 0))).isEqualTo(written(format, held));
  }

  @ParameterizedTest
  @EnumSource(LintFormat.class)
  void everyFormatIsTheSameWhereFindingsAreTooManyToBeSorted(LintFormat format) throws IOException {
    LintResult held = run(LARGE, Baseline.NONE, Integer.MAX_VALUE);
    assertThat(held.findings().tally().total()).isGreaterThan(50_000);

    assertThat(written(format, run(LARGE, Baseline.NONE, 0)).equals(written(format, held)))
        .isTrue();
  }

  @Test
  void theBaselineIsTheSame() throws IOException {
    StringWriter held = new StringWriter();
    BaselineJson.write(held, run(SMALL, Baseline.NONE, Integer.MAX_VALUE));
    StringWriter withNewPassword = new StringWriter();
    BaselineJson.write(withNewPassword, run(SMALL, Baseline.NONE, 0));
    assertThat(withNewPassword).hasToString(held.toString());
  }

  @Test
  void goingOverThemTwiceGivesTheSame() {
    LintResult withNewPassword = run(SMALL, Baseline.NONE, 0);
    List<Finding> first = withNewPassword.findings().stream().toList();
    assertThat(withNewPassword.findings().stream().toList()).isEqualTo(first);
    assertThat(first).isSortedAccordingTo(Finding.ORDER);
    assertThat(withNewPassword.findings().tally().total()).isEqualTo(first.size());
  }

  private static Estate large() {
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < 24_000; i++) {
      accounts.add(
          Account.builder("u%07d".formatted(i))
              .column("user_level", Integer.toString(7 + i % 3))
              .column("vdc_agent_api_access", "1")
              .column("modify_users", Integer.toString(i % 2))
              .column("delete_users", "1")
              .places(new Places(new SourceLocation("generated.tsv", i + 2, 0)))
              .build());
    }
    return Estate.of(accounts, Groups.UNKNOWN);
  }

  private static Waiver waiver(String rule, String account, int days) {
    return new Waiver(
        rule,
        List.of(account),
        List.of(),
        List.of(),
        "reason",
        "owner",
        Runs.TODAY.plusDays(days),
        new SourceLocation("accounts.yaml", 1, 1));
  }

  /** It knows every third finding, and some that are gone. */
  private static Baseline baseline(LintResult result) {
    List<Baseline.Entry> entries = new ArrayList<>();
    int number = 0;
    for (Finding finding : result.findings()) {
      if (number++ % 3 == 0) {
        entries.add(entry(finding.fingerprint(), finding));
      }
      if (number % 1_000 == 0) {
        entries.add(entry("0000000000000000", finding));
      }
    }
    return new Baseline(entries);
  }

  private static Baseline.Entry entry(String fingerprint, Finding finding) {
    return new Baseline.Entry(fingerprint, finding.rule(), finding.user(), finding.severity());
  }

  private static String written(LintFormat format, LintResult result) throws IOException {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      format.write(out, result, LOOKS);
    }
    return text.toString();
  }

  private static LintResult run(Estate estate, Baseline baseline, int held) {
    List<Rule> rules = Runs.rules(PROFILE);
    Map<String, RulePage> pages = new TreeMap<>();
    rules.forEach(rule -> pages.put(rule.id(), RulePage.load(rule.id())));
    AccessEvaluator access = Runs.access(estate);
    AuditResult result =
        new Audit(rules, pages, PROFILE, Runs.TODAY)
            .run(estate, access, baseline, Meter.NONE, held);
    return new LintResult(
        estate,
        access,
        result.accounts(),
        result.findings(),
        result.gone(),
        pages,
        List.of(),
        List.of(),
        PROFILE,
        PROFILE.failOn(),
        estate.problems(),
        List.of(),
        RunMetadata.NONE);
  }
}
