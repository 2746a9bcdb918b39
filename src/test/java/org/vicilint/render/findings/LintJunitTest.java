package org.vicilint.render.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.testkit.LintResults;
import org.vicilint.text.Printable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class LintJunitTest {
  private static String written(LintResult result) throws IOException {
    StringWriter out = new StringWriter();
    LintJunit.write(out, result);
    return out.toString();
  }

  private static Element parsed(LintResult result) throws Exception {
    return parsedText(written(result));
  }

  private static Element parsedText(String written) throws Exception {
    byte[] text = written.getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text))
        .getDocumentElement();
  }

  private static List<Element> all(Element in, String name) {
    NodeList nodes = in.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Element testcase(Element root, String name) {
    return all(root, "testcase").stream()
        .filter(each -> each.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> attributes(List<Element> elements, String name) {
    return elements.stream().map(each -> each.getAttribute(name)).toList();
  }

  /** Tests, failures, errors and skipped as the attributes have them. */
  private static List<Integer> stated(Element element) {
    return List.of("tests", "failures", "errors", "skipped").stream()
        .map(name -> Integer.parseInt(element.getAttribute(name)))
        .toList();
  }

  private static List<Integer> counted(Element element) {
    return List.of("testcase", "failure", "error", "skipped").stream()
        .map(name -> all(element, name).size())
        .toList();
  }

  @Test
  void countsWhatItHolds() throws Exception {
    Element root = parsed(LintSarifTest.mixed());

    assertThat(root.getTagName()).isEqualTo("testsuites");
    assertThat(stated(root)).isEqualTo(counted(root)).containsExactly(8, 2, 2, 2);
    assertThat(all(root, "testsuite"))
        .hasSize(4)
        .allSatisfy(suite -> assertThat(stated(suite)).isEqualTo(counted(suite)));
    assertThat(attributes(all(root, "testsuite"), "name"))
        .contains("b.yaml", "stdin", "./a b/\u00fcsers #1.csv")
        .isSorted();
    assertThat(all(root, "testsuite"))
        .allSatisfy(
            suite ->
                assertThat(attributes(all(suite, "testcase"), "classname"))
                    .containsOnly(suite.getAttribute("name")));
  }

  @Test
  void failsWhatFailsTheRun() throws Exception {
    Element root = parsed(LintSarifTest.mixed());
    Element failed = testcase(root, "all-functions-grant crm");
    Element failure = all(failed, "failure").get(0);
    Element passed = testcase(root, "not-api-only bob");

    assertThat(failure.getAttribute("type")).isEqualTo("critical");
    assertThat(failure.getAttribute("message")).isEqualTo("The account is odd.");
    assertThat(failure.getTextContent())
        .isEqualTo(
            """
            critical: The account is odd.
            at: ./a b/\u00fcsers #1.csv:4:2
            fix: user_level: 9 \u2192 1
            fix: active: Y \u2192 (Y or N)""");
    assertThat(all(passed, "failure")).isEmpty();
    assertThat(all(passed, "system-out").get(0).getTextContent()).startsWith("low: The account");
  }

  @Test
  void failsNothingWhenNothingFailsTheRun() throws Exception {
    Finding bad = LintSarifTest.finding("no-owner", Severity.CRITICAL, "a", SourceLocation.of("f"));

    assertThat(stated(parsed(LintSarifTest.result(List.of(bad), List.of(), null))))
        .containsExactly(1, 0, 0, 0);
  }

  @Test
  void skipsWhatIsWaivedOrKnown() throws Exception {
    Element root = parsed(LintSarifTest.mixed());

    assertThat(all(testcase(root, "no-owner dan"), "skipped").get(0).getAttribute("message"))
        .startsWith("waived: a]]><b>");
    assertThat(all(testcase(root, "no-owner eve"), "skipped").get(0).getAttribute("message"))
        .isEqualTo("baselined: known");
  }

  @Test
  void problemsAreErrorsOfTheirSource() throws Exception {
    Element problem = testcase(parsed(LintSarifTest.mixed()), "problem b.yaml:3:1");
    Element error = all(problem, "error").get(0);

    assertThat(problem.getAttribute("classname")).isEqualTo("b.yaml");
    assertThat(error.getAttribute("message")).isEqualTo("is broken");
    assertThat(error.getTextContent()).isEqualTo("at: b.yaml:3:1\nhint: mend it");
  }

  @Test
  void hostileNamesStayText() throws Exception {
    String text = written(LintSarifTest.mixed());
    Element hostile =
        testcase(
            parsed(LintSarifTest.mixed()), "not-api-only " + Printable.of(LintSarifTest.HOSTILE));

    assertThat(hostile.getAttribute("name")).contains("a]]><b>&\"'\\u0000", "\ud83d\ude00");
    assertThat(text).doesNotContain("<b>", "</script>", "\u202e", "\u001b", "\u0000");
    assertThat(text).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").endsWith(">\n");
    assertThat(text).isEqualTo(written(LintSarifTest.mixed()));
  }

  @Test
  void hasTheFingerprintsOfTheOtherFormats() throws Exception {
    StringWriter json = new StringWriter();
    LintJson.write(json, LintSarifTest.mixed());
    List<Element> properties =
        all(parsed(LintSarifTest.mixed()), "property").stream()
            .filter(each -> each.getAttribute("name").equals("fingerprint"))
            .toList();

    assertThat(attributes(properties, "value"))
        .containsExactlyInAnyOrderElementsOf(
            LintSarifTest.texts(
                new ObjectMapper().readTree(json.toString()).path("findings"), "/fingerprint"));
  }

  @Test
  void severalFindingsOfARuleOnAnAccountAreOneCase() throws Exception {
    SourceLocation place = new SourceLocation("f", 1, 1);
    Finding low = LintSarifTest.finding("no-owner", Severity.LOW, "a", place);
    Finding high =
        LintSarifTest.finding("no-owner", Severity.HIGH, "a", new SourceLocation("f", 2, 1));
    Finding waived =
        LintSarifTest.finding("no-owner", Severity.HIGH, "a", new SourceLocation("f", 3, 1));
    Element root =
        parsed(
            LintSarifTest.result(
                List.of(high, waived.with(Status.WAIVED, "known"), low),
                List.of(),
                Severity.MEDIUM));

    assertThat(attributes(all(root, "testcase"), "name")).containsExactly("no-owner a");
    Element failure = all(root, "failure").get(0);
    assertThat(failure.getAttribute("type")).isEqualTo("high");
    assertThat(failure.getAttribute("message")).isEqualTo("The account is odd.");
    assertThat(failure.getTextContent())
        .containsSubsequence(
            "high: The account", "at: f:2:1", "waived: known", "at: f:3:1", "low:", "at: f:1:1");
    assertThat(attributes(all(root, "property"), "value"))
        .contains("open", "waived", high.fingerprint())
        .hasSize(9);
  }

  @Test
  void aCaseIsSkippedOnlyWhenNothingInItCounts() throws Exception {
    SourceLocation place = new SourceLocation("f", 1, 1);
    Finding low = LintSarifTest.finding("no-owner", Severity.LOW, "a", place);
    Finding known = low.with(Status.BASELINED, "known");

    assertThat(stated(parsed(LintSarifTest.result(List.of(known, low), List.of(), Severity.HIGH))))
        .containsExactly(1, 0, 0, 0);
    assertThat(
            stated(parsed(LintSarifTest.result(List.of(known, known), List.of(), Severity.HIGH))))
        .containsExactly(1, 0, 0, 1);
  }

  @Test
  void twoProblemsOfOnePlaceHaveTheirOwnNames() throws Exception {
    Problem problem = new Problem(new SourceLocation("f", 1, 1), "is broken", "mend it");
    Element root = parsed(LintSarifTest.result(List.of(), List.of(problem, problem), null));

    assertThat(attributes(all(root, "testcase"), "name"))
        .containsExactly("problem f:1:1", "problem f:1:1 #2");
  }

  @Test
  void everyRuleOnEveryAccountIsACase() throws Exception {
    LintResult run = LintResults.run();
    Element root = parsed(run);

    assertThat(all(root, "testcase")).hasSize(run.accounts().size() * run.pages().size());
    assertThat(attributes(all(root, "testcase"), "name"))
        .contains("default-password crm", "default-password =cmd|x")
        .doesNotHaveDuplicates();
    assertThat(all(testcase(root, "default-password crm"), "*")).isEmpty();
  }

  @Test
  void ofALargeEstateOnlyFindingsAreListedAndTheRestIsCounted() throws Exception {
    LintResult run = LintResults.run();
    StringWriter out = new StringWriter();
    LintJunit.write(out, run, 10);
    Element root = parsedText(out.toString());
    long found = run.findings().stream().map(f -> f.rule() + f.user()).distinct().count();
    long rest = run.accounts().size() * run.pages().size() - found;

    assertThat(all(root, "testcase")).hasSize((int) found + 1);
    assertThat(all(testcase(root, "no findings"), "system-out").get(0).getTextContent())
        .isEqualTo(rest + " more checks found nothing and are not listed");
  }

  @Test
  void aRunOfNothingIsNoRunWithoutTests() throws Exception {
    assertThat(written(LintSarifTest.result(List.of(), List.of(), Severity.HIGH)))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="vicilint" tests="1" failures="0" errors="0" skipped="0" time="0">
              <testsuite name="vicilint" tests="1" failures="0" errors="0" skipped="0" time="0">
                <testcase name="no findings" classname="vicilint" time="0"/>
              </testsuite>
            </testsuites>
            """);
  }
}
