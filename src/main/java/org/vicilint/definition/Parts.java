package org.vicilint.definition;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Takes a YAML text apart. The text must be one that the reader of definitions has read without a
 * problem: its depth and size are not checked again.
 */
final class Parts {
  private final String text;
  private final boolean pairs;
  private final Parser parser;
  private final Set<String> repeated = new HashSet<>();

  private Parts(String text) {
    this.text = text;
    this.pairs = text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
  }

  /**
   * A text taken apart.
   *
   * @param documents the root of each document
   * @param accounts what stands in the lists of accounts, in the order of the text
   * @param repeated the anchors that aliases name
   */
  record Document(List<Part> documents, List<Part> accounts, Set<String> repeated) {}

  /**
   * Takes a text apart.
   *
   * @throws org.yaml.snakeyaml.error.YAMLException when it is no YAML
   */
  static Document of(String text) {
    Parts parts = new Parts(text);
    List<Part> documents = new ArrayList<>();
    for (Event e = parts.parser.getEvent(); e != null; e = parts.parser.getEvent()) {
      switch (e.getEventId()) {
        case Scalar, Alias, MappingStart, SequenceStart -> documents.add(parts.part(e));
        default -> {} // beginnings and ends of documents
      }
    }
    return new Document(List.copyOf(documents), accounts(documents), Set.copyOf(parts.repeated));
  }

  private static List<Part> accounts(List<Part> documents) {
    List<Part> accounts = new ArrayList<>();
    for (Part root : documents) {
      if (root instanceof Part.Entries top
          && top.get("accounts") != null
          && top.get("accounts").value() instanceof Part.Items list) {
        accounts.addAll(list.items());
      }
    }
    return List.copyOf(accounts);
  }

  private Part part(Event e) {
    if (e instanceof ScalarEvent s) {
      return new Part.Scalar(
          s.getValue(),
          s.getScalarStyle(),
          offset(s.getStartMark()),
          offset(s.getEndMark()),
          s.getAnchor());
    }
    if (e instanceof AliasEvent a) {
      repeated.add(a.getAnchor());
      return new Part.Alias(a.getAnchor(), offset(a.getStartMark()), offset(a.getEndMark()));
    }
    CollectionStartEvent start = (CollectionStartEvent) e;
    Mark mark = start.getStartMark();
    List<Part> children = new ArrayList<>();
    Event next = parser.getEvent();
    while (!next.is(Event.ID.MappingEnd) && !next.is(Event.ID.SequenceEnd)) {
      children.add(part(next));
      next = parser.getEvent();
    }
    int end = offset(next.getEndMark());
    if (!(start instanceof MappingStartEvent)) {
      return new Part.Items(children, start.isFlow(), offset(mark), end, start.getAnchor());
    }
    List<Part.Entry> entries = new ArrayList<>();
    for (int i = 0; i + 1 < children.size(); i += 2) {
      entries.add(new Part.Entry(children.get(i), children.get(i + 1)));
    }
    return new Part.Entries(
        entries,
        start.isFlow(),
        mark.getLine() + 1,
        mark.getColumn() + 1,
        offset(mark),
        end,
        start.getAnchor());
  }

  private int offset(Mark mark) {
    return pairs ? text.offsetByCodePoints(0, mark.getIndex()) : mark.getIndex();
  }
}
