package org.vicilint.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.RunMetadata;
import org.vicilint.lint.Audit;
import org.vicilint.lint.AuditResult;
import org.vicilint.lint.TakeoverSummaries;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.profile.Baseline;
import org.vicilint.profile.Profile;
import org.vicilint.profile.read.ProfileReader;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RuleContext;
import org.vicilint.rules.RulePage;
import org.vicilint.rules.builtin.Checks;

/** Runs of rules in tests: on the newest builds, on one day, under a shipped profile. */
public final class Runs {
  /** The day of every run. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  /** The catalog, loaded once. */
  public static final Catalog CATALOG = Catalog.load();

  /** Of every run. */
  public static final RunMetadata OCCASION =
      new RunMetadata("test", TODAY, List.of("users.yaml"), List.of("--date", "2026-11-21"), false);

  private Runs() {}

  /** A shipped profile. */
  public static Profile profile(String name) {
    List<Problem> problems = new ArrayList<>();
    Profile profile = new ProfileReader(problems).read(name);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.toString());
    }
    return profile;
  }

  /** The evaluator for an estate on the newest builds. */
  public static AccessEvaluator access(Estate estate) {
    return new AccessEvaluator(CATALOG, Builds.choose(CATALOG, null, null), estate.groups(), null);
  }

  /** The estate as rules see it. */
  public static RuleContext view(Estate estate, AccessEvaluator access, Profile profile) {
    return new RuleContext(
        estate, access, profile, TODAY, () -> new TakeoverSummaries(estate, access, profile));
  }

  /** Every rule on an estate. */
  public static LintResult all(Estate estate, Profile profile) {
    return of(estate, profile, rules(profile), Baseline.NONE);
  }

  /** The rules that a profile does not switch off. */
  public static List<Rule> rules(Profile profile) {
    return Checks.all().stream().filter(rule -> profile.setting(rule.id()).on()).toList();
  }

  /** Some rules on an estate. */
  public static LintResult of(
      Estate estate, Profile profile, List<? extends Rule> rules, Baseline baseline) {
    Map<String, RulePage> pages = new TreeMap<>();
    rules.forEach(rule -> pages.put(rule.id(), RulePage.load(rule.id())));
    AccessEvaluator access = access(estate);
    AuditResult result = new Audit(rules, pages, profile, TODAY).run(estate, access, baseline);
    return new LintResult(
        estate,
        access,
        result.accounts(),
        result.findings(),
        result.gone(),
        pages,
        List.of(),
        List.of(),
        profile,
        profile.failOn(),
        estate.problems(),
        List.of(),
        OCCASION);
  }
}
