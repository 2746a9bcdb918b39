package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vicilint.bench.Estates;
import org.vicilint.fix.Repairs;
import org.vicilint.lint.Audit;
import org.vicilint.model.Estate;
import org.vicilint.profile.Baseline;
import org.vicilint.profile.Profile;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RulePage;
import org.vicilint.testkit.Runs;

class FixMemoryTest {
  @Test
  void whatIsAskedForIsEnough() {
    Matcher asked = Pattern.compile("-Xmx(\\d+)m").matcher(FixMemory.tooMany(2_000_000, 1_000_000));
    assertThat(asked.find()).isTrue();
    long bytes = Long.parseLong(asked.group(1)) << 20;
    assertThat(FixMemory.most(1_000_000, bytes)).isGreaterThan(2_000_000);
    assertThat(FixMemory.most(1_000_000, 512L << 20)).isBetween(0L, 200_000L);
  }

  @Test
  void moreFindingsThanAreHeldAreRefusedBeforeAnythingIsChanged() {
    Profile profile = Runs.profile("default");
    List<Rule> rules = Runs.rules(profile);
    Map<String, RulePage> pages = new TreeMap<>();
    rules.forEach(rule -> pages.put(rule.id(), RulePage.load(rule.id())));
    Estate estate = Estates.of(200, Runs.CATALOG);
    Audit audit = new Audit(rules, pages, profile, Runs.TODAY);
    assertThatThrownBy(
            () -> Repairs.of(audit, estate, Runs.access(estate), Baseline.NONE, false, 3))
        .isInstanceOf(Repairs.TooMany.class);
  }
}
