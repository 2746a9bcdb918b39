package org.vicilint.input.requests;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;

/** A table of requests: one column a parameter, one line a request. */
final class TableRequests {
  private static final int QUOTED = '"';

  private final RequestList requests;
  private final ProblemLog log;
  private boolean ambiguous;

  /** The line on which the last record that could be read ends. */
  private int last;

  TableRequests(RequestList requests, ProblemLog log) {
    this.requests = requests;
    this.log = log;
  }

  void read(String text, char separator) {
    List<String> names = new ArrayList<>();
    try {
      CsvReader.builder()
          .fieldSeparator(separator)
          .quoteCharacter((char) QUOTED)
          .allowUnclosedQuote(false)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .maxBufferSize(Limits.FIELD)
          .ofCsvRecord(text)
          .forEach(record -> record(record, names));
    } catch (CsvParseException e) {
      log.add(
          last + 1,
          1,
          "this is not a table from here on: a quoted field is not closed, or something stands behind it",
          "quote the whole field, and double the quotes in it");
    }
  }

  private void header(List<String> fields, List<String> names, int line) {
    for (String field : fields) {
      String name = field.strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && names.contains(name)) {
        ambiguous = true;
        log.add(line, 1, "two columns have the same name", "leave one of them out");
      }
      names.add(name);
    }
  }

  private void record(CsvRecord record, List<String> names) {
    int line = Math.toIntExact(record.getStartingLineNumber());
    List<String> fields = record.getFields();
    last = line + (int) fields.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    if (fields.size() == 1 && (fields.get(0).isBlank() || fields.get(0).startsWith("#"))) {
      return;
    }
    if (fields.get(0).startsWith("#")) {
      return;
    }
    if (names.isEmpty()) {
      header(fields, names, line);
      return;
    }
    if (ambiguous) {
      return;
    }
    requests.begin();
    if (fields.size() != names.size()) {
      log.add(
          line,
          1,
          "this record has %d fields, but the header has %d".formatted(fields.size(), names.size()),
          "quote a field that holds commas, quotes or line breaks, and double its quotes");
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      // An empty cell says nothing, like a parameter that is not sent.
      if (!fields.get(i).isEmpty() && !names.get(i).isEmpty()) {
        values.put(names.get(i), fields.get(i));
      }
    }
    requests.entry(values, line, 1);
  }
}
