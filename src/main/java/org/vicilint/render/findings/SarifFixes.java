package org.vicilint.render.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vicilint.definition.YamlEdit;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Finding;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.SourceLocation;

/**
 * The fixes of SARIF: edits of a definition in YAML that make a finding's changes. An account's
 * place says where a value begins, and not where it ends, so the line is looked at again; where it
 * is not plainly what was read, there is no fix. Nor is there one for exports, or for a change that
 * a person has to choose.
 */
final class SarifFixes {
  private final JsonGenerator json;
  private final SarifPlaces places;
  private final Function<String, List<String>> lines;
  private final Map<String, List<String>> read = new HashMap<>();
  private final Map<String, Account> definitions = new HashMap<>();

  /**
   * @param lines gives the lines of a source; none when it cannot be read again
   */
  SarifFixes(JsonGenerator json, LintResult result, Function<String, List<String>> lines) {
    this.json = json;
    this.places = new SarifPlaces(json);
    this.lines = lines;
    for (Account account : result.estate().accounts()) {
      if (account.declaration().definition() && yaml(account.places().record().source())) {
        definitions.put(account.user(), account);
      }
    }
  }

  /** Writes the fix of a finding, when all of its changes are edits. */
  void write(Finding finding) throws IOException {
    Account account = definitions.get(finding.user());
    if (account == null || !finding.open() || finding.changes().isEmpty()) {
      return;
    }
    List<YamlEdit> edits = new ArrayList<>();
    for (Change change : finding.changes()) {
      YamlEdit edit = change.exact() ? edit(account, change) : null;
      if (edit == null) {
        return; // half a fix is none
      }
      edits.add(edit);
    }
    json.writeArrayFieldStart("fixes");
    json.writeStartObject();
    json.writeArrayFieldStart("artifactChanges");
    json.writeStartObject();
    places.artifact(account.places().record());
    json.writeArrayFieldStart("replacements");
    for (YamlEdit edit : edits) {
      replacement(edit);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private YamlEdit edit(Account account, Change change) {
    SourceLocation place = account.place(change.column());
    List<String> text = read.computeIfAbsent(place.source(), lines);
    return account.places().mentions(change.column())
        ? YamlEdit.ofValue(text, place, change)
        : YamlEdit.ofNewKey(text, place, change);
  }

  private void replacement(YamlEdit edit) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("deletedRegion");
    json.writeNumberField("startLine", edit.line());
    json.writeNumberField("startColumn", edit.from());
    json.writeNumberField("endColumn", edit.to());
    json.writeEndObject();
    json.writeObjectFieldStart("insertedContent");
    json.writeStringField("text", edit.text());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static boolean yaml(String source) {
    return source.endsWith(".yaml") || source.endsWith(".yml");
  }
}
