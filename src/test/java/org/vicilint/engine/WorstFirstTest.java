package org.vicilint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Findings;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.testkit.LintResults;

/** The worst findings stand first, also where they are too many to be sorted. */
class WorstFirstTest {
  @Test
  void fewAndManyAreInTheOrderThatSortingGives() {
    for (int size : new int[] {0, 1, 100, 70_000, 160_000}) {
      Findings findings = Findings.of(findings(size));
      assertThat(list(WorstFirst.byStatus(findings)))
          .isEqualTo(
              sorted(
                  findings,
                  Comparator.comparing(Finding::status).thenComparing(Finding::severity)));
      assertThat(list(WorstFirst.openFirst(findings)))
          .isEqualTo(
              sorted(
                  findings,
                  Comparator.comparing((Finding f) -> !f.open()).thenComparing(Finding::severity)));
    }
  }

  private static List<Finding> findings(int size) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Severity severity = Severity.values()[Integer.hashCode(i * 31 + i / 7) % 4];
      Finding finding = LintResults.finding(severity, "u%06d".formatted(i / 3), "m" + i % 3);
      Status status = i % 5 == 0 ? Status.WAIVED : i % 7 == 0 ? Status.BASELINED : Status.OPEN;
      findings.add(finding.with(status, ""));
    }
    return findings;
  }

  private static List<Finding> list(Iterable<Finding> findings) {
    return StreamSupport.stream(findings.spliterator(), false).toList();
  }

  private static List<Finding> sorted(Findings findings, Comparator<Finding> order) {
    return findings.stream().sorted(order).toList();
  }
}
