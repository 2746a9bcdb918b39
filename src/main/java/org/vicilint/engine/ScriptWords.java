package org.vicilint.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.catalog.OwnScripts;
import org.vicilint.model.ScriptRows;
import org.vicilint.model.Usage;
import org.vicilint.text.Text;

/** Describes the log rows of scripts other than the two APIs. */
public final class ScriptWords {
  private static final OwnScripts OWN = OwnScripts.load();

  /** The most names in a sentence. */
  private static final int MOST = 5;

  private ScriptWords() {}

  /** Returns a heading with the number of rows. */
  public static String heading(Usage usage) {
    return Text.plural(usage.scriptRows(), "row")
        + " of other scripts in the log, no calls of the two APIs";
  }

  /** Returns one sentence with the number of rows, the scripts and the logins. */
  static String note(List<ScriptRows> scripts) {
    return "the log has %s of other scripts, which are no calls of the two APIs and do not count: %s"
        .formatted(
            Text.plural(scripts.stream().mapToLong(ScriptRows::rows).sum(), "row"),
            some(scripts.stream().map(ScriptWords::names).toList(), "; "));
  }

  /** Returns a line about one script and function. */
  public static String line(ScriptRows rows) {
    return names(rows)
        + OWN.of(rows.script(), rows.function())
            .map(script -> ": " + script.file() + " " + script.does())
            .orElse(
                rows.script().isEmpty()
                    ? ": api_script is empty, and both APIs fill it"
                    : ": no script of VICIdial's that is known");
  }

  /** Returns the file of the script; null if it is unknown. */
  public static String file(ScriptRows rows) {
    return OWN.of(rows.script(), rows.function()).map(OwnScripts.Script::file).orElse(null);
  }

  private static String names(ScriptRows rows) {
    return "%s (%s), %d by %s"
        .formatted(
            rows.function(),
            rows.script().isEmpty() ? "no api_script" : rows.script(),
            rows.rows(),
            some(List.copyOf(rows.users().keySet()), ", "));
  }

  private static String some(List<String> names, String between) {
    String first = names.stream().limit(MOST).collect(Collectors.joining(between));
    return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
  }
}
