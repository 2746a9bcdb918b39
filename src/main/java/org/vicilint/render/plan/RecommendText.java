package org.vicilint.render.plan;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.access.LeastPrivilege.Setting;
import org.vicilint.definition.SqlUpdate;
import org.vicilint.engine.Recommendation;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.render.Wrap;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** A recommendation that can be used as it stands: the reasons are comments before it. */
public final class RecommendText {
  private RecommendText() {}

  /** As a definition. */
  public static void yaml(PrintWriter out, Recommendation result) {
    reasons(out, result, result.proposal().settings(), "#");
    if (result.none().isEmpty()) {
      out.print(result.definition());
    }
  }

  /** As a statement that makes the account so, whatever it is now. */
  public static void sql(PrintWriter out, Recommendation result) {
    reasons(out, result, result.least().settings(), "--");
    if (result.none().isPresent()) {
      return;
    }
    if (!result.read()) {
      Wrap.print(
          out,
          "What flags the account has beyond these is not known here: give its export, and they are taken away.",
          "-- ");
    }
    List<Change> changes = new ArrayList<>();
    for (Setting setting : result.least().settings()) {
      if (!result.read() && mayWiden(setting)) {
        continue;
      }
      String now = result.least().before().value(setting.column());
      changes.add(new Change(setting.column(), now, setting.value()));
    }
    out.print(SqlUpdate.of(result.least().account().user(), changes));
  }

  /** Of an account that was not read nobody knows whether it is limited to some lists today. */
  private static boolean mayWiden(Setting setting) {
    return setting.column().equals(Flag.API_LIST_RESTRICT.column()) && setting.value().equals("0");
  }

  private static void reasons(
      PrintWriter out, Recommendation result, List<Setting> settings, String comment) {
    line(out, comment + " ", result.heading());
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (Setting setting : result.none().isPresent() ? List.<Setting>of() : settings) {
      columns
          .computeIfAbsent(what(result, setting), key -> new ArrayList<>())
          .add(setting.column());
    }
    columns.forEach(
        (what, names) -> line(out, comment + "   ", String.join(", ", names) + ": " + what));
    result.notes().forEach(note -> line(out, comment + " ", "note: " + note));
  }

  /** The value and its reason; the list of functions stands below anyway, and may be long. */
  private static String what(Recommendation result, Setting setting) {
    return setting.column().equals("api_allowed_functions")
        ? setting.reason()
        : values(result, setting) + ", " + setting.reason();
  }

  private static String values(Recommendation result, Setting setting) {
    Account before = result.least().before();
    String now = before.value(setting.column());
    String to = Text.value(setting.value());
    return result.read() && !now.equals(setting.value()) ? Text.value(now) + " → " + to : to;
  }

  private static void line(PrintWriter out, String indent, String text) {
    StringWriter wrapped = new StringWriter();
    Wrap.print(new PrintWriter(wrapped, true), Printable.of(text), indent);
    out.print(wrapped.toString().replace("\r\n", "\n"));
  }
}
