package org.vicilint.render.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.RunMetadata;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Findings;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.profile.Baseline;
import org.vicilint.profile.read.BaselineReader;
import org.vicilint.profile.read.ProfileReader;

final class BaselineJsonTest {
  @TempDir private Path folder;

  private static Finding finding(String rule, String user, String value, int line) {
    SourceLocation place = new SourceLocation("file", line, 1);
    return Finding.of(
        rule,
        Severity.HIGH,
        Confidence.CERTAIN,
        user,
        place,
        "message",
        List.of(new Evidence("column", value, place)),
        List.of());
  }

  private static String written(List<Finding> findings) throws IOException {
    List<Problem> problems = new ArrayList<>();
    Catalog catalog = Catalog.load();
    Groups groups = new Groups(List.of());
    Builds builds = Builds.choose(catalog, "250720-1841", null);
    LintResult result =
        new LintResult(
            Estate.of(List.of(), groups),
            new AccessEvaluator(catalog, builds, groups, null),
            List.of(),
            Findings.of(findings),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            new ProfileReader(problems).read("default"),
            Severity.MEDIUM,
            problems,
            List.of(),
            RunMetadata.NONE);
    StringWriter out = new StringWriter();
    BaselineJson.write(out, result);
    return out.toString();
  }

  private Baseline read(String text) throws IOException {
    List<Problem> problems = new ArrayList<>();
    Path file = Files.writeString(folder.resolve("b.json"), text);
    Baseline baseline = BaselineReader.read(file.toString(), problems);
    assertThat(problems).isEmpty();
    return baseline;
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    Finding odd = finding("shared-password", "m\u00fcller\n\"\u2028\uD83D\uDE00", "x", 1);
    Finding twice = finding("not-api-only", "crm", "x", 2);
    Finding again = finding("not-api-only", "crm", "x", 3);
    String text = written(List.of(odd, twice, again));

    assertThat(text).isASCII().endsWith("}\n");
    assertThat(read(text).entries())
        .containsExactlyInAnyOrder(
            new Baseline.Entry(odd.fingerprint(), odd.rule(), odd.user(), odd.severity()),
            new Baseline.Entry(twice.fingerprint(), "not-api-only", "crm", twice.severity()),
            new Baseline.Entry(twice.fingerprint(), "not-api-only", "crm", twice.severity()))
        .isSortedAccordingTo(Comparator.comparing(Baseline.Entry::fingerprint));
  }

  @Test
  void knowsWhatWasKnownAndNotWhatIsWaived() throws IOException {
    Finding waived = finding("a", "x", "1", 1).with(Status.WAIVED, "why");
    Finding known = finding("b", "x", "1", 1).with(Status.BASELINED, "known");

    assertThat(read(written(List.of(waived, known))).entries())
        .containsExactly(new Baseline.Entry(known.fingerprint(), "b", "x", known.severity()));
  }

  @Test
  void dependsOnNoOrderAndNoPlace() throws IOException {
    Finding a = finding("a", "x", "1", 1);
    Finding b = finding("b", "x", "1", 2);

    assertThat(written(List.of(b, finding("a", "x", "1", 9)))).isEqualTo(written(List.of(a, b)));
  }

  @Test
  void ofNothingIsOneToo() throws IOException {
    assertThat(written(List.of()))
        .isEqualTo(
            """
            {
              "schema_version" : 1,
              "tool" : "vicilint",
              "build" : "250720-1841",
              "findings" : [ ]
            }
            """);
    assertThat(read(written(List.of()))).isEqualTo(Baseline.NONE);
  }
}
