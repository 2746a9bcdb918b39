package org.vicilint.render.findings;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Finding;
import org.vicilint.render.findings.JunitCase.Outcome;

/** Findings as a JUnit report: a suite for each source, a test case for each rule on an account. */
public final class LintJunit {
  private static final String TOOL = "vicilint";

  /** About 800 accounts; such a file has 3 MB. */
  private static final long LISTED = 25_000;

  private final XMLStreamWriter xml;

  private LintJunit(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Writes the whole result. */
  public static void write(Writer out, LintResult result) throws IOException {
    write(out, result, LISTED);
  }

  /** Writes the result, and lists at most {@code listed} passed cases without a finding. */
  static void write(Writer out, LintResult result, long listed) throws IOException {
    // The XML writer trusts no encoder of a stream behind this one, so what it writes is the text.
    BufferedWriter buffer = new BufferedWriter(out);
    buffer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(buffer);
      new LintJunit(xml).suites(JunitSuites.of(result, listed));
      xml.flush();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    buffer.write('\n');
    buffer.flush();
  }

  private void suites(Map<String, List<JunitCase>> suites) throws XMLStreamException {
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", TOOL);
    counts(suites.values().stream().flatMap(Collection::stream).toList());
    for (Map.Entry<String, List<JunitCase>> suite : suites.entrySet()) {
      line(1);
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", suite.getKey());
      counts(suite.getValue());
      for (JunitCase each : suite.getValue()) {
        testcase(suite.getKey(), each);
      }
      line(1);
      xml.writeEndElement();
    }
    line(0);
    xml.writeEndElement();
  }

  private void counts(List<JunitCase> cases) throws XMLStreamException {
    Map<Outcome, Long> counts =
        cases.stream().collect(Collectors.groupingBy(JunitCase::outcome, Collectors.counting()));
    xml.writeAttribute("tests", Integer.toString(cases.size()));
    xml.writeAttribute("failures", counts.getOrDefault(Outcome.FAILED, 0L).toString());
    xml.writeAttribute("errors", counts.getOrDefault(Outcome.ERROR, 0L).toString());
    xml.writeAttribute("skipped", counts.getOrDefault(Outcome.SKIPPED, 0L).toString());
    xml.writeAttribute("time", "0");
  }

  private void testcase(String source, JunitCase each) throws XMLStreamException {
    line(2);
    boolean empty = each.detail().isEmpty();
    if (empty) {
      xml.writeEmptyElement("testcase");
    } else {
      xml.writeStartElement("testcase");
    }
    xml.writeAttribute("name", each.name());
    xml.writeAttribute("classname", source);
    xml.writeAttribute("time", "0");
    if (empty) {
      return;
    }
    properties(each.findings());
    switch (each.outcome()) {
      case PASSED -> element("system-out", each, false);
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

  /** Three for each finding, in their order. */
  private void properties(List<Finding> findings) throws XMLStreamException {
    if (findings.isEmpty()) {
      return;
    }
    line(3);
    xml.writeStartElement("properties");
    for (Finding finding : findings) {
      property("fingerprint", finding.fingerprint());
      property("severity", finding.severity().word());
      property("status", finding.status().word());
    }
    line(3);
    xml.writeEndElement();
  }

  private void element(String name, JunitCase each, boolean bad) throws XMLStreamException {
    line(3);
    xml.writeStartElement(name);
    if (bad) {
      xml.writeAttribute("message", each.message());
      xml.writeAttribute("type", each.type());
    }
    xml.writeCharacters(each.detail());
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
