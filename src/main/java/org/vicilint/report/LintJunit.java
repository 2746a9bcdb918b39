package org.vicilint.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Status;
import org.vicilint.model.Change;
import org.vicilint.model.Problem;

/** Findings as a JUnit report: a suite for each source, a test case for each finding. */
public final class LintJunit {
  private static final String TOOL = "vicilint";

  private final XMLStreamWriter xml;
  private final LintResult result;

  private LintJunit(XMLStreamWriter xml, LintResult result) {
    this.xml = xml;
    this.result = result;
  }

  /** How a test case ends. */
  private enum Outcome {
    PASSED,
    FAILED,
    ERROR,
    SKIPPED
  }

  /**
   * A test case.
   *
   * @param name unique in its suite
   * @param message why it did not pass; empty when it did
   * @param type the severity; empty when it is not about a finding
   * @param detail lines for people
   * @param fingerprint the finding's; empty when it is not about one
   */
  private record Case(
      String name,
      Outcome outcome,
      String message,
      String type,
      List<String> detail,
      String fingerprint) {}

  /** Writes the whole result. */
  public static void write(Writer out, LintResult result) throws IOException {
    // The XML writer trusts no encoder of a stream behind this one, so what it writes is the text.
    BufferedWriter buffer = new BufferedWriter(out);
    buffer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(buffer);
      new LintJunit(xml, result).suites();
      xml.flush();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    buffer.write('\n');
    buffer.flush();
  }

  private void suites() throws XMLStreamException {
    Map<String, List<Case>> suites = new TreeMap<>();
    Map<String, Map<String, Integer>> names = new HashMap<>();
    for (Problem problem : result.problems()) {
      String source = source(problem.place().source());
      add(suites, names, source, problem(problem));
    }
    for (Finding finding : result.findings()) {
      String source = source(finding.place().source());
      add(suites, names, source, finding(finding));
    }
    if (suites.isEmpty()) {
      suites.put(TOOL, List.of(new Case("no findings", Outcome.PASSED, "", "", List.of(), "")));
    }
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", TOOL);
    counts(suites.values().stream().flatMap(Collection::stream).toList());
    for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
      line(1);
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", suite.getKey());
      counts(suite.getValue());
      for (Case each : suite.getValue()) {
        testcase(suite.getKey(), each);
      }
      line(1);
      xml.writeEndElement();
    }
    line(0);
    xml.writeEndElement();
  }

  /** Consumers take two cases of one name for one: the later ones are numbered. */
  private static void add(
      Map<String, List<Case>> suites,
      Map<String, Map<String, Integer>> names,
      String source,
      Case each) {
    Map<String, Integer> taken = names.computeIfAbsent(source, s -> new HashMap<>());
    int number = taken.merge(each.name(), 1, Integer::sum);
    suites
        .computeIfAbsent(source, s -> new ArrayList<>())
        .add(
            number == 1
                ? each
                : new Case(
                    each.name() + " #" + number,
                    each.outcome(),
                    each.message(),
                    each.type(),
                    each.detail(),
                    each.fingerprint()));
  }

  private static String source(String source) {
    return source.equals("-") ? "stdin" : Printable.of(source);
  }

  private static Case problem(Problem problem) {
    return new Case(
        "problem " + Printable.of(problem.place().toString()),
        Outcome.ERROR,
        Printable.of(problem.reason()),
        "problem",
        List.of(
            "at: " + Printable.of(problem.place().toString()),
            "hint: " + Printable.of(problem.hint())),
        "");
  }

  private Case finding(Finding finding) {
    List<String> detail = new ArrayList<>();
    detail.add(finding.severity().word() + ": " + Printable.of(finding.message()));
    detail.add("at: " + Printable.of(finding.place().toString()));
    for (Change change : finding.changes()) {
      detail.add("fix: " + LintText.plain(change));
    }
    Outcome outcome = outcome(finding);
    return new Case(
        Printable.of(finding.rule()) + " " + Printable.of(finding.user()),
        outcome,
        outcome == Outcome.SKIPPED ? skipped(finding) : Printable.of(finding.message()),
        finding.severity().word(),
        detail,
        finding.fingerprint());
  }

  private static String skipped(Finding finding) {
    String because = Printable.of(finding.because());
    return because.isEmpty() ? finding.status().word() : finding.status().word() + ": " + because;
  }

  private Outcome outcome(Finding finding) {
    if (finding.status() != Status.OPEN) {
      return Outcome.SKIPPED;
    }
    boolean fails = result.failOn() != null && finding.severity().atLeast(result.failOn());
    return fails ? Outcome.FAILED : Outcome.PASSED;
  }

  private void counts(List<Case> cases) throws XMLStreamException {
    Map<Outcome, Long> counts =
        cases.stream().collect(Collectors.groupingBy(Case::outcome, Collectors.counting()));
    xml.writeAttribute("tests", Integer.toString(cases.size()));
    xml.writeAttribute("failures", counts.getOrDefault(Outcome.FAILED, 0L).toString());
    xml.writeAttribute("errors", counts.getOrDefault(Outcome.ERROR, 0L).toString());
    xml.writeAttribute("skipped", counts.getOrDefault(Outcome.SKIPPED, 0L).toString());
    xml.writeAttribute("time", "0");
  }

  private void testcase(String source, Case each) throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", each.name());
    xml.writeAttribute("classname", source);
    xml.writeAttribute("time", "0");
    if (!each.fingerprint().isEmpty()) {
      line(3);
      xml.writeStartElement("properties");
      property("fingerprint", each.fingerprint());
      property("severity", each.type());
      line(3);
      xml.writeEndElement();
    }
    switch (each.outcome()) {
      case PASSED -> {
        if (!each.detail().isEmpty()) {
          element("system-out", each, false);
        }
      }
      case FAILED -> element("failure", each, true);
      case ERROR -> element("error", each, true);
      case SKIPPED -> {
        line(3);
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", each.message());
      }
    }
    line(2);
    xml.writeEndElement();
  }

  private void element(String name, Case each, boolean bad) throws XMLStreamException {
    line(3);
    xml.writeStartElement(name);
    if (bad) {
      xml.writeAttribute("message", each.message());
      xml.writeAttribute("type", each.type());
    }
    xml.writeCharacters(String.join("\n", each.detail()));
    xml.writeEndElement();
  }

  private void property(String name, String value) throws XMLStreamException {
    line(4);
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", value);
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
