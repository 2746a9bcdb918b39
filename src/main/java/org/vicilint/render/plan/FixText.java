package org.vicilint.render.plan;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicilint.definition.SqlUpdate;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Finding;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.SourceLocation;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** The applied fixes and the remaining findings, for people. */
public final class FixText {
  private static final String INDENT = "    ";
  private static final int NAMED = 8;

  private final PrintWriter out;
  private final Style style;

  public FixText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints the changes of one account. */
  public void account(Account account, List<Change> changes, List<String> rules) {
    out.println(
        style.bold(Printable.of(account.user()))
            + "  "
            + Printable.of(account.places().record().toString())
            + style.dim("  " + String.join(", ", new TreeSet<>(rules))));
    changes.forEach(
        change -> out.println(INDENT + Text.change(change.column(), change.from(), change.to())));
  }

  /** Prints the diff of one file; a line with something that cannot be seen is shown escaped. */
  public void diff(List<String> lines) {
    for (String line : lines) {
      boolean visible =
          line.codePoints().allMatch(c -> c == '\\' || c == '\t' || Printable.visible(c));
      String shown = visible ? line : Printable.of(line);
      out.println(
          line.startsWith("+")
              ? style.green(shown)
              : line.startsWith("-") ? style.red(shown) : shown);
    }
  }

  /** Writes the statement for one account, after a comment for each finding that it fixes. */
  public static void sql(
      PrintWriter out, Account account, List<Change> changes, List<Finding> findings) {
    for (Finding finding : findings) {
      String likely = finding.confidence() == Confidence.LIKELY ? " (likely)" : "";
      out.print(
          "-- %s%s: %s %s\n"
              .formatted(
                  finding.rule(),
                  likely,
                  Printable.of(finding.user()),
                  Printable.of(finding.message())));
    }
    out.print(SqlUpdate.of(account.user(), changes));
  }

  /**
   * Says that accounts were not changed, and why.
   *
   * @param accounts of one file, with the same reason
   */
  public void refused(List<Account> accounts, String why) {
    SourceLocation first = accounts.get(0).places().record();
    Wrap.print(
        out,
        "not changed: %s: %s"
            .formatted(
                accounts.size() == 1
                    ? Printable.of(accounts.get(0).user()) + " at " + Printable.of(first.toString())
                    : names(accounts.stream().map(Account::user).toList())
                        + " in "
                        + Printable.of(first.source()),
                Printable.of(why)),
        "");
  }

  /** Says which findings are left, by reason and rule. */
  public void left(Map<Finding, String> left) {
    Map<String, Map<String, Set<String>>> byReason = new TreeMap<>();
    left.forEach(
        (finding, why) ->
            byReason
                .computeIfAbsent(why, key -> new TreeMap<>())
                .computeIfAbsent(finding.rule(), key -> new LinkedHashSet<>())
                .add(finding.user()));
    byReason.forEach(
        (why, rules) ->
            Wrap.print(
                out,
                "left, %s: %s"
                    .formatted(
                        Printable.of(why),
                        rules.entrySet().stream()
                            .map(rule -> rule.getKey() + " of " + names(rule.getValue()))
                            .collect(Collectors.joining("; "))),
                ""));
  }

  private static String names(Collection<String> users) {
    List<String> names = users.stream().map(Printable::of).toList();
    return names.size() <= NAMED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMED - 1))
            + " and %d more".formatted(names.size() - NAMED + 1);
  }
}
