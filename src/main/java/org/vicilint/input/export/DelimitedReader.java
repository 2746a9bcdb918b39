package org.vicilint.input.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;
import org.vicilint.source.Utf8Reader;

/** Reads an export with one record a line, separated by tabs or commas. */
public final class DelimitedReader {
  private static final int MOST_ERRORS = 20;
  private static final char NO_QUOTE = '\0';

  private final Source source;
  private final boolean tsv;
  private final FieldHandler handler;
  private final ProblemLog log;

  /** Whether it is a TSV whose lines end with line feeds, and not with carriage returns alone. */
  private boolean lines;

  public DelimitedReader(
      Source source, boolean tsv, ParsedInput harvest, Secrets secrets, ProblemLog log) {
    this.source = source;
    this.tsv = tsv;
    this.log = log;
    this.handler = new FieldHandler(tsv, harvest, secrets, log);
  }

  public void read() throws IOException {
    lines = tsv && new String(source.head(Source.HEAD), UTF_8).indexOf('\n') >= 0;
    int from = 0;
    for (int errors = 0; from >= 0; errors++) {
      if (errors > MOST_ERRORS) {
        log.add(from + 1, 1, "too many errors: the rest is not read", "fix the errors above first");
        return;
      }
      from = part(from);
    }
    handler.end();
  }

  /** Reads the part behind the skipped lines; returns the lines to skip to go on, or -1. */
  private int part(int skip) throws IOException {
    Utf8Reader text = new Utf8Reader(source.open());
    int next = -1;
    try (BufferedReader reader = new BufferedReader(lines ? new LoneReturns(text) : text)) {
      text.skipLines(skip);
      handler.begin(skip);
      next = records(reader);
      if (next < 0) {
        text.report(log);
      }
    }
    return next;
  }

  private int records(BufferedReader reader) throws IOException {
    try (CloseableIterator<Boolean> records = parser(reader).iterator()) {
      while (records.hasNext()) {
        records.next();
        if (handler.hopeless()) {
          return -1;
        }
        if (handler.suspicious()) {
          return handler.recordLine();
        }
      }
      return -1;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug; // FastCSV wraps what its handler throws
      }
      log.syntaxBroken();
      boolean after = e.getMessage().startsWith("Unexpected character after closing quote");
      if (after) {
        handler.broken(
            "something stands between a closing quote and the next comma",
            "quote the whole field, and double the quotes in it");
      } else if (e.getMessage().contains("buffer size")) {
        handler.broken(
            "a field here is longer than %d MiB%s"
                .formatted(Limits.FIELD >> 20, tsv ? "" : ", or a quote before it is not closed"),
            "no column of VICIdial is that long: is the file what it says?");
      } else {
        handler.broken(
            "a quoted field is not closed", "quote the whole field, and double the quotes in it");
      }
      return handler.recordLine();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private CsvReader<Boolean> parser(BufferedReader reader) {
    return CsvReader.builder()
        .fieldSeparator(tsv ? '\t' : ',')
        .quoteCharacter(tsv ? NO_QUOTE : '"')
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // the handler says it with a place
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(Limits.FIELD)
        .build(handler, reader);
  }
}
