package org.vicilint.input.export;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.input.table.TableRows;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;

/** Reads what {@code mysql --xml} and {@code mysqldump --xml} write, one record at a time. */
public final class XmlReader {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private final ParsedInput harvest;
  private final Secrets secrets;
  private final ProblemLog log;
  private final Map<List<String>, TableRows> known = new HashMap<>();

  /** The fields of the record at hand; a text is only kept where a table of ours has the column. */
  private final List<String> names = new ArrayList<>();

  private final List<String> texts = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean tooLong;

  /** The name of the table whose records follow; null where the XML does not say it. */
  private String table;

  /** Whether records of tables that nobody knows are a problem: where they are not named. */
  private boolean toldUnknown;

  private boolean any;

  public XmlReader(ParsedInput harvest, Secrets secrets, ProblemLog log) {
    this.harvest = harvest;
    this.secrets = secrets;
    this.log = log;
  }

  public void read(Reader in) throws IOException {
    log.secretSeen();
    XmlText text = new XmlText(in, log);
    XMLStreamReader xml = null;
    try {
      xml = factory().createXMLStreamReader(text);
      while (xml.hasNext()) {
        int event = xml.next();
        text.piece();
        if (event == XMLStreamConstants.START_ELEMENT) {
          start(xml, text);
        } else if (event == XMLStreamConstants.END_ELEMENT
            && xml.getLocalName().equals("table_data")) {
          table = null;
        }
      }
      if (!any) {
        log.add(
            "this XML holds no record of a table",
            "give what mysql --xml or mysqldump --xml writes");
      }
    } catch (XMLStreamException e) {
      // Its own message quotes the text, which may be a password.
      if (e.getNestedException() instanceof IOException reading) {
        throw reading;
      }
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      log.add(
          Math.max(line, 1),
          1,
          "this is not valid XML, or it ends too early: the rest is not read",
          "it may be cut off: export the table again");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing else is read");
        });
    return factory;
  }

  private void start(XMLStreamReader xml, XmlText in) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "table_data" -> {
        any = true;
        table = xml.getAttributeValue(null, "name");
        if (table == null) {
          table = "";
        }
      }
      case "resultset" -> any = true;
      case "row" -> {
        int line = xml.getLocation().getLineNumber();
        if (table == null || Table.named(table.toLowerCase(Locale.ROOT)) != null) {
          row(xml, in);
          record(line);
        }
      }
      default -> {} // what is around the records, and the structure of tables
    }
  }

  private void row(XMLStreamReader xml, XmlText in) throws XMLStreamException {
    names.clear();
    texts.clear();
    lines.clear();
    while (true) {
      int event = xml.next();
      in.piece();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getAttributeValue(null, "name");
        lines.add(xml.getLocation().getLineNumber());
        boolean isNull = "true".equals(xml.getAttributeValue(XSI, "nil"));
        names.add(name == null ? "" : name);
        text(xml, in, name != null && Table.anyHas(name.toLowerCase(Locale.ROOT)));
        texts.add(isNull ? null : text.toString());
      }
    }
  }

  private void text(XMLStreamReader xml, XmlText in, boolean keep) throws XMLStreamException {
    text.setLength(0);
    int depth = 0;
    while (depth >= 0) {
      int event = xml.next();
      in.piece();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (keep && xml.hasText() && event != XMLStreamConstants.COMMENT) {
        tooLong |= text.length() + xml.getTextLength() > Limits.FIELD;
        if (text.length() + xml.getTextLength() <= Limits.FIELD) {
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
      }
    }
  }

  private void record(int line) {
    TableRows rows = known.get(names);
    if (rows == null) {
      Table which = table == null ? having() : Table.named(table.toLowerCase(Locale.ROOT));
      if (which == null) {
        unknown(line);
        return;
      }
      rows = new TableRows(which, names, line, true, harvest, secrets, log);
      known.put(rows.names(), rows);
    }
    if (tooLong) {
      tooLong = false;
      log.add(
          line,
          1,
          "a field here is longer than %d MiB: the record is not read"
              .formatted(Limits.FIELD >> 20),
          "no column of VICIdial is that long: is the file what it says?");
      return;
    }
    rows.begin();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.column(i) != null) {
        rows.put(i, texts.get(i), lines.get(i), 1);
      }
    }
    rows.finish(line, 1);
  }

  private Table having() {
    HashSet<String> lower = new HashSet<>();
    names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    return Table.having(lower);
  }

  private void unknown(int line) {
    if (!toldUnknown) {
      toldUnknown = true;
      log.add(
          line,
          1,
          "this record is of no table that vicilint reads",
          "give vicidial_users or vicidial_user_groups");
    }
  }
}
