package org.vicilint.render.diff;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vicilint.catalog.Builds;
import org.vicilint.diff.AccountChange;
import org.vicilint.diff.CallChange;
import org.vicilint.engine.DiffResult;
import org.vicilint.finding.Severity;
import org.vicilint.render.Style;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** Differences of access for people: by account, each change with the values that cause it. */
public final class DiffText {
  private final PrintWriter out;
  private final Style style;

  public DiffText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints the whole result, problems aside: those go to the error stream. */
  public void print(DiffResult result) {
    for (AccountChange change : result.changes()) {
      new ChangeText(out, style).print(change, DiffEntry.of(change, result.diff()));
    }
    summary(result);
  }

  private void summary(DiffResult result) {
    Builds builds = result.builds();
    out.println(
        "%s before, %d after, on build %s (Agent API %s): %s"
            .formatted(
                Text.plural(result.before().estate().accounts().size(), "account"),
                result.after().estate().accounts().size(),
                builds.nonAgent(),
                builds.agent(),
                differs(result)));
    if (!result.limit().words().isEmpty()) {
      limit(result);
    }
    if (!result.complete()) {
      out.println(
          style.severity(
              Severity.HIGH,
              "Incomplete: "
                  + Text.plural(result.problems().size(), "problem")
                  + " while reading, see above"));
    }
    result.notes().forEach(note -> out.println(style.dim("note: ") + Printable.of(note)));
  }

  /**
   * Prints the result of the limit. An unread part may hold a gain, so an incomplete run can fail,
   * but not pass.
   */
  private void limit(DiffResult result) {
    long over = result.limit().over(result.changes());
    List<String> words = result.limit().words();
    String rule = any(words) ? " (any gain fails this run)" : " (each fails this run)";
    if (over > 0) {
      out.println(style.red("failed: " + failed(over, words) + rule));
    } else if (result.complete()) {
      out.println(style.green("passed: no gains" + of(words) + rule));
    } else {
      out.println("not judged for gains" + of(words) + ": not everything could be read" + rule);
    }
  }

  /** Returns a sentence with the number of accounts whose gains fail the run. */
  static String failed(long accounts, List<String> words) {
    return Text.plural(accounts, "account")
        + (accounts == 1 ? " has" : " have")
        + " gains"
        + of(words);
  }

  private static String of(List<String> words) {
    return any(words) ? "" : " of " + String.join(", ", words);
  }

  private static boolean any(List<String> words) {
    return words.equals(List.of("any"));
  }

  /** Returns the counts of differences. */
  static String differs(DiffResult result) {
    if (result.changes().isEmpty()) {
      return result.complete() ? "no access differs" : "no access differs in what could be read";
    }
    List<String> parts = new ArrayList<>();
    for (AccountChange.Status status : AccountChange.Status.values()) {
      if (result.count(status) > 0) {
        String likely = status == AccountChange.Status.RENAMED ? "likely " : "";
        parts.add(result.count(status) + " " + likely + status.word());
      }
    }
    return String.join(", ", parts) + "; " + gains(result);
  }

  private static String gains(DiffResult result) {
    Map<Severity, Long> gains = result.gains();
    String bySeverity =
        gains.entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> e.getValue() + " " + e.getKey().word())
            .collect(Collectors.joining(", "));
    long total = gains.values().stream().mapToLong(n -> n).sum();
    long losses = result.count(CallChange.Kind.LOST) + result.pages(false) + result.reach(false);
    return "%s%s, %s%s"
        .formatted(
            Text.plural(total, "gain"),
            total == 0 ? "" : " (" + bySeverity + ")",
            losses == 1 ? "1 loss" : losses + " losses",
            total + losses == 0 ? "" : "; " + kinds(result));
  }

  /** How many calls and pages are among the gains and losses; the rest is reach. */
  private static String kinds(DiffResult result) {
    List<String> kinds = new ArrayList<>();
    kind(kinds, "calls", result.count(CallChange.Kind.GAINED), result.count(CallChange.Kind.LOST));
    kind(kinds, "pages", result.pages(true), result.pages(false));
    kind(kinds, "reach", result.reach(true), result.reach(false));
    return String.join(", ", kinds);
  }

  private static void kind(List<String> kinds, String name, long gained, long lost) {
    if (gained + lost > 0) {
      kinds.add("%s +%d −%d".formatted(name, gained, lost));
    }
  }
}
