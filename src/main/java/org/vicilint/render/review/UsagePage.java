package org.vicilint.render.review;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.catalog.Api;
import org.vicilint.engine.ScriptWords;
import org.vicilint.engine.UsageResult;
import org.vicilint.engine.UsedAccount;
import org.vicilint.engine.UsedFunction;
import org.vicilint.engine.UsedFunction.State;
import org.vicilint.model.LoggedFunction;
import org.vicilint.model.Outcome;
import org.vicilint.model.Sha256;
import org.vicilint.render.review.Templates.Block;
import org.vicilint.render.usage.UsageTable;
import org.vicilint.text.Text;

/** Usage as one HTML page that needs nothing from elsewhere and runs no script. */
public final class UsagePage {
  /** The most accounts that are shown; a browser does not like more. */
  static final int ACCOUNTS = 1_000;

  private UsagePage() {}

  /** An account with what the page says of it. */
  public record Row(
      String user,
      String name,
      String status,
      String calls,
      List<ApiRow> apis,
      List<FunctionRow> functions) {}

  /** One API of an account: counts, and the functions that were not called. */
  public record ApiRow(
      String title, long granted, long used, long refused, long unused, List<String> names) {}

  /** A function that was called. */
  public record FunctionRow(
      String name,
      String state,
      long granted,
      long refused,
      long errors,
      long unknown,
      String last,
      String aside) {}

  /** Writes the page. */
  public static void write(Writer out, UsageResult result, Templates templates) throws IOException {
    String styles = templates.plain("review.css");
    List<UsedAccount> all = result.accounts().stream().filter(a -> !a.idle()).toList();
    List<UsedAccount> shown =
        all.stream()
            .sorted(
                Comparator.comparing((UsedAccount a) -> a.logged() == null)
                    .thenComparing(UsedAccount::user))
            .limit(ACCOUNTS)
            .toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("styles", new Block(styles));
    model.put("styles_hash", "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(styles)));
    model.put("result", result);
    model.put("builds", result.builds());
    model.put(
        "period",
        result.usage().period() == null ? "" : UsageResult.period(result.usage().period()));
    model.put("accounts", shown.stream().map(UsagePage::row).toList());
    model.put("other", result.usage().scriptRows() == 0 ? "" : ScriptWords.heading(result.usage()));
    model.put("scripts", result.usage().scripts().stream().map(ScriptWords::line).toList());
    model.put("left", all.size() - shown.size());
    model.put("idle", result.accounts().size() - all.size());
    StringWriter page = new StringWriter(); // a fault in a template must not leave half a page
    templates.process("usage.ftlh", model, page);
    out.write(page.toString());
    out.flush();
  }

  private static Row row(UsedAccount used) {
    String calls =
        used.logged() == null
            ? ""
            : "%s from %s, %s"
                .formatted(
                    Text.plural(used.logged().calls(), "call"),
                    UsageTable.sources(used),
                    UsageResult.period(used.logged().period()));
    return new Row(
        used.user(),
        used.account() == null ? "" : used.account().fullName(),
        used.status(),
        calls,
        List.of(api(used, Api.NON_AGENT), api(used, Api.AGENT)),
        used.functions().stream().filter(f -> f.logged() != null).map(UsagePage::row).toList());
  }

  private static ApiRow api(UsedAccount used, Api api) {
    return new ApiRow(
        api.title(),
        used.granted(api),
        used.count(State.USED, api),
        used.count(State.REFUSED, api),
        used.count(State.UNUSED, api),
        used.functions().stream()
            .filter(f -> f.api() == api && f.logged() == null)
            .map(UsedFunction::name)
            .toList());
  }

  private static FunctionRow row(UsedFunction function) {
    LoggedFunction logged = function.logged();
    return new FunctionRow(
        function.name(),
        function.state().word(),
        logged.count(Outcome.GRANTED),
        logged.refused(),
        logged.count(Outcome.ERROR),
        logged.count(Outcome.UNKNOWN),
        UsageResult.time(logged.period().last()),
        UsageTable.aside(function));
  }
}
