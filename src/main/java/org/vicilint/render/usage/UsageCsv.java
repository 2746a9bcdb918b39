package org.vicilint.render.usage;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.vicilint.engine.UsageResult;
import org.vicilint.engine.UsedAccount;
import org.vicilint.engine.UsedFunction;
import org.vicilint.model.LoggedFunction;
import org.vicilint.model.Outcome;
import org.vicilint.model.ScriptRows;
import org.vicilint.text.Text;

/** Usage for spreadsheets, one row a function of an account. No cell can be taken for a formula. */
public final class UsageCsv {
  /** Stands where a function has its state. */
  private static final String OTHER = "other_script";

  private UsageCsv() {}

  /** Writes all functions below a header; an account without any has no row. */
  public static void write(Writer out, UsageResult result) throws IOException {
    // Not closed, since the writer is the caller's.
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(
        "user",
        "status",
        "api",
        "function",
        "state",
        "granted_today",
        "granted",
        "refused",
        "errors",
        "unknown",
        "refused_by",
        "sources",
        "first",
        "last",
        "rows_with_password",
        "other_script",
        "other_rows");
    for (UsedAccount account : result.accounts()) {
      for (UsedFunction function : account.functions()) {
        write(csv, account, function);
      }
    }
    for (ScriptRows rows : result.usage().scripts()) {
      rows.users().forEach((user, count) -> write(csv, rows, user, count));
    }
    csv.flush();
  }

  private static void write(CsvWriter csv, UsedAccount account, UsedFunction function) {
    LoggedFunction logged = function.logged();
    csv.writeRecord(
        Text.cell(account.user()),
        account.status(),
        function.api() == null ? "" : function.api().word(),
        Text.cell(function.name()),
        function.state().word(),
        Boolean.toString(function.granted()),
        Long.toString(logged == null ? 0 : logged.count(Outcome.GRANTED)),
        Long.toString(logged == null ? 0 : logged.refused()),
        Long.toString(logged == null ? 0 : logged.count(Outcome.ERROR)),
        Long.toString(logged == null ? 0 : logged.count(Outcome.UNKNOWN)),
        logged == null
            ? ""
            : Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.refused() && logged.count(outcome) > 0)
                .map(Outcome::word)
                .collect(Collectors.joining(" ")),
        logged == null ? "0" : Integer.toString(logged.sources().count()),
        logged == null ? "" : UsageResult.time(logged.period().first()),
        logged == null ? "" : UsageResult.time(logged.period().last()),
        Long.toString(logged == null ? 0 : logged.secrets()),
        "",
        "0");
  }

  /**
   * Writes the rows of another script for a login. They are no calls, so all counts of calls are 0.
   */
  private static void write(CsvWriter csv, ScriptRows rows, String user, long count) {
    csv.writeRecord(
        Text.cell(user),
        OTHER,
        "",
        Text.cell(rows.function()),
        OTHER,
        "false",
        "0",
        "0",
        "0",
        "0",
        "",
        "0",
        UsageResult.time(rows.period().first()),
        UsageResult.time(rows.period().last()),
        "0",
        Text.cell(rows.script()),
        Long.toString(count));
  }
}
