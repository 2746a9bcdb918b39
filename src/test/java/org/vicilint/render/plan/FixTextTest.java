package org.vicilint.render.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.model.SourceLocation;
import org.vicilint.render.Style;

/** What is said of a fix. */
class FixTextTest {
  @Test
  void anAccountWithSeveralFindingsOfARuleIsToldOnce() {
    Map<Finding, String> left = new LinkedHashMap<>();
    left.put(finding("one"), "a person has to choose");
    left.put(finding("other"), "a person has to choose");
    StringWriter out = new StringWriter();
    new FixText(new PrintWriter(out, true), Style.PLAIN).left(left);
    assertThat(out.toString().strip())
        .isEqualTo("left, a person has to choose: broken-grant of crm");
  }

  private static Finding finding(String message) {
    return Finding.of(
        "broken-grant",
        Severity.LOW,
        Confidence.CERTAIN,
        "crm",
        SourceLocation.of("a.yaml"),
        message,
        List.of(new Evidence("user_level", message, SourceLocation.of("a.yaml"))),
        List.of());
  }
}
