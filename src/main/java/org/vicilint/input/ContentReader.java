package org.vicilint.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.vicilint.document.JsonErrors;
import org.vicilint.document.JsonTree;
import org.vicilint.document.YamlReader;
import org.vicilint.document.YamlText;
import org.vicilint.input.definition.DefinitionKeys;
import org.vicilint.input.definition.DefinitionReader;
import org.vicilint.input.definition.InlineWaivers;
import org.vicilint.input.export.DelimitedReader;
import org.vicilint.input.export.JsonExportReader;
import org.vicilint.input.export.OutfileReader;
import org.vicilint.input.export.XmlReader;
import org.vicilint.input.sql.SqlSource;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Tracked;
import org.vicilint.input.tsv.TsvEnd;
import org.vicilint.input.tsv.TsvReader;
import org.vicilint.source.Limits;
import org.vicilint.source.Packing;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;
import org.vicilint.source.Utf8Reader;

/** Reads a source with the reader of its content. */
final class ContentReader {
  private final List<String> columns;
  private final Limits limits;
  private final Secrets secrets;
  private final Tracked meter;
  private final ParsedInput harvest;
  private final ProblemLog log;

  /**
   * @param columns the columns of a table without a header; empty for those of the newest build
   * @param harvest takes what is read
   * @param log takes the problems of this source
   */
  ContentReader(
      List<String> columns,
      Limits limits,
      Secrets secrets,
      Tracked meter,
      ParsedInput harvest,
      ProblemLog log) {
    this.columns = columns;
    this.limits = limits;
    this.secrets = secrets;
    this.meter = meter;
    this.harvest = harvest;
    this.log = log;
  }

  /** Reads the source; returns the one whose lines may be shown with its problems. */
  Source read(Source given, Content content) throws IOException {
    boolean inMemory =
        content == Content.YAML_DEFINITIONS
            || content == Content.JSON_DEFINITIONS
            || content == Content.SHELL;
    long most = inMemory ? limits.definitionBytes() : limits.exportBytes();
    // Exports are streamed, and a log has no end: only what was made to fill the disk is refused.
    Source source = given.within(most, inMemory);
    boolean packed = source.packing() != Packing.NONE;
    if (inMemory && packed) {
      source = source.held(log);
    }
    if (inMemory && source.size() > most) {
      log.add("the file is too large: more than " + (most >> 20) + " MiB", "split it");
    } else {
      readText(source, content);
    }
    return source;
  }

  private void readText(Source source, Content content) throws IOException {
    // A source that can be opened only once is inspected before.
    char separator =
        content == Content.OUTFILE
            ? OutfileReader.separator(new String(source.head(Source.HEAD), UTF_8), columns)
            : ' ';
    switch (content) {
      case TSV -> {
        TsvEnd end = TsvEnd.of(source);
        Source watched = end.watch(source);
        Tracked.Mark before = meter.mark();
        // Input that is not well formed is read a second time.
        if (watched.once() || !new TsvReader(watched, harvest, secrets, log).read()) {
          meter.back(before);
          new DelimitedReader(watched, true, harvest, secrets, log).read();
        }
        end.report(harvest, log);
      }
      case CSV -> new DelimitedReader(source, false, harvest, secrets, log).read();
      case SQL -> new SqlSource(harvest, meter, secrets, limits, log).read(source);
      case SHELL -> new SqlSource(harvest, meter, secrets, limits, log).readShell(source);
      default -> {
        CheckedInputStream in = new CheckedInputStream(source.open(), new CRC32C());
        try (Utf8Reader reader = new Utf8Reader(in)) {
          DefinitionReader definitions = new DefinitionReader(harvest, secrets, log);
          switch (content) {
            case YAML_DEFINITIONS -> {
              YamlText text = new YamlText(reader, Math.toIntExact(source.size()), log);
              harvest.checksums().put(source.name(), in.getChecksum().getValue());
              InlineWaivers waivers = new InlineWaivers(text, definitions, harvest, log);
              new YamlReader(text, DefinitionKeys.all(), DefinitionKeys.TOP, waivers, log, limits)
                  .read(definitions::read);
              waivers.find();
            }
            case JSON_DEFINITIONS ->
                definitions.read(new JsonTree(JsonErrors.parser(reader), log, limits).read());
            case XML -> new XmlReader(harvest, secrets, log).read(reader);
            case OUTFILE ->
                new OutfileReader(columns, harvest, secrets, log).read(reader, separator);
            default -> new JsonExportReader(harvest, secrets, log).read(JsonErrors.parser(reader));
          }
          reader.report(log);
        }
      }
    }
  }
}
