package org.vicilint.input.export;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.vicilint.document.JsonErrors;
import org.vicilint.document.Keys;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.NearMisses;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Row;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.source.ProblemLog;

/** Reads an export that is a JSON array of objects, one record at a time. */
public final class JsonExportReader {
  private final ParsedInput harvest;
  private final Secrets secrets;
  private final ProblemLog log;
  private final Map<Table, Row> rows = new LinkedHashMap<>();
  private Set<String> given = Set.of();
  private final NearMisses nearMisses;

  /** The names of the record at hand. */
  private final Set<String> names = new HashSet<>();

  public JsonExportReader(ParsedInput harvest, Secrets secrets, ProblemLog log) {
    this.harvest = harvest;
    this.secrets = secrets;
    this.log = log;
    this.nearMisses = new NearMisses(log);
    Table.all().forEach(table -> rows.put(table, new Row(table, true)));
  }

  public void read(JsonParser parser) throws IOException {
    boolean begun = false;
    try {
      begun = parser.nextToken() == JsonToken.START_ARRAY;
      if (!begun) {
        log.secretSeen();
        problem(parser, "this is not a list of records", "export a JSON array of objects");
        return;
      }
      JsonToken token = parser.nextToken();
      for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          record(parser);
        } else if (token == null) {
          problem(parser, "the JSON ends too early", "the file looks cut off: write it again");
          return;
        } else {
          log.secretSeen();
          problem(parser, "this is not a record", "export a JSON array of objects");
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        problem(parser, "something stands behind the end of the list", "write one list a file");
      }
    } catch (JsonProcessingException e) {
      JsonErrors.report(e, parser, begun, log);
    }
  }

  private void record(JsonParser parser) throws IOException {
    JsonLocation start = parser.currentTokenLocation();
    rows.values().forEach(Row::clear);
    names.clear();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonLocation at = names.add(name) ? null : parser.currentTokenLocation();
      if (at != null) {
        log.add(
            at.getLineNr(),
            at.getColumnNr(),
            Keys.quote(name) + " stands here a second time; the first one holds",
            "remove one of the two");
      }
      if (Table.anyHas(name)) {
        parser.nextToken();
        value(parser, name, at == null);
      } else {
        nearMisses.note(name, parser.currentTokenLocation());
        parser.nextToken();
      }
      parser.skipChildren();
    }
    Table table = Table.having(names);
    nearMisses.check(table, names);
    if (table == null) {
      log.add(
          start.getLineNr(),
          start.getColumnNr(),
          "this record is of no table that vicilint reads",
          "give vicidial_users or vicidial_user_groups");
      return;
    }
    if (!names.equals(given)) {
      given = Set.copyOf(names); // mostly the same for all records, which then share it
    }
    harvest.export(table);
    Row row = rows.get(table);
    row.given(given);
    row.finish(start.getLineNr(), start.getColumnNr(), harvest, secrets, log);
  }

  private void value(JsonParser parser, String name, boolean first) throws IOException {
    Column ofUser = Table.USERS.column(name);
    if (ofUser != null && ofUser.secret()) {
      log.secretSeen();
    }
    if (!first) {
      return;
    }
    for (Map.Entry<Table, Row> each : rows.entrySet()) {
      Column column = each.getKey().column(name);
      if (column != null && column.slot() >= 0) {
        put(parser, each.getValue(), column);
      }
    }
  }

  private void put(JsonParser parser, Row row, Column column) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isStructStart()) {
      problem(parser, column.name() + " takes a single value", "export the table again");
      return;
    }
    String text = token == JsonToken.VALUE_NULL ? null : parser.getText();
    if (text == null || !text.equals(column.defaultText())) {
      JsonLocation at = parser.currentTokenLocation();
      row.put(column, text, at.getLineNr(), at.getColumnNr());
    }
  }

  private void problem(JsonParser parser, String reason, String hint) {
    JsonLocation at = parser.currentTokenLocation();
    log.add(at.getLineNr(), at.getColumnNr(), reason, hint);
  }
}
