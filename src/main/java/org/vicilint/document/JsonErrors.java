package org.vicilint.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.Reader;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;

/**
 * Makes JSON parsers, and says in our words what they meet: Jackson's own messages quote the text,
 * which may be a password.
 */
public final class JsonErrors {
  private JsonErrors() {}

  public static JsonParser parser(Reader reader) throws IOException {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder().maxStringLength(Limits.FIELD).build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build()
        .createParser(reader);
  }

  /** Says what is wrong; a text that does not even begin as JSON may be anything. */
  public static void report(
      JsonProcessingException e, JsonParser parser, boolean begun, ProblemLog log) {
    log.syntaxBroken();
    if (!begun) {
      log.secretSeen();
    }
    // Jackson gives no place when a limit is passed.
    JsonLocation at = e.getLocation() == null ? parser.currentTokenLocation() : e.getLocation();
    int line = at.getLineNr();
    int column = at.getColumnNr();
    if (e instanceof JsonEOFException) {
      log.add(line, column, "the JSON ends too early", "the file looks cut off: write it again");
    } else if (e instanceof StreamConstraintsException) {
      log.add(line, column, "a value is too large, or nested too deep", "shorten it");
    } else {
      log.add(line, column, "this is not valid JSON", "check quotes, commas and brackets here");
    }
  }
}
