package org.vicilint.render.diff;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.catalog.Builds;
import org.vicilint.diff.AccountChange;
import org.vicilint.diff.AccountChange.Status;
import org.vicilint.engine.DiffResult;
import org.vicilint.render.Markdown;
import org.vicilint.text.Text;

/** Differences of access as a comment on a pull request: gains first, the worst on top. */
public final class DiffMarkdown {
  private static final int TABLE_LIMIT = 32_000;

  private DiffMarkdown() {}

  /** A gain of an account. */
  private record Gain(AccountChange change, DiffEntry entry) {}

  /** Writes the comment. */
  public static void write(Writer out, DiffResult result) throws IOException {
    List<Gain> gains = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (AccountChange change : result.changes()) {
      List<DiffEntry> entries = DiffEntry.of(change, result.diff());
      entries.stream()
          .filter(e -> e.severity() != null)
          .forEach(e -> gains.add(new Gain(change, e)));
      List<DiffEntry> rest = entries.stream().filter(e -> e.severity() == null).toList();
      if (!rest.isEmpty() || change.status() != Status.CHANGED) {
        others.add(other(change, rest));
      }
    }
    gains.sort(Comparator.comparing(gain -> gain.entry.severity()));
    String head = head(result);
    String table =
        Markdown.section(
            "\n| Severity | Account | What | Why |\n| --- | --- | --- | --- |\n",
            gains.stream().map(DiffMarkdown::row).toList(),
            TABLE_LIMIT,
            "gain");
    String tail = Markdown.problems(result.problems()) + Markdown.notes(result.notes());
    out.write(head);
    out.write(table);
    out.write(
        Markdown.section(
            "\n### What else changes\n\n",
            others,
            Markdown.LIMIT - head.length() - table.length() - tail.length(),
            "account"));
    out.write(tail);
    out.flush();
  }

  private static String head(DiffResult result) {
    Builds builds = result.builds();
    StringBuilder head = new StringBuilder("## vicilint: what access changes\n\n");
    head.append(Markdown.text(result.beforeName(), Markdown.NAME)).append(" → ");
    head.append(Markdown.text(result.afterName(), Markdown.NAME)).append(", on build ");
    head.append(builds.nonAgent()).append(" (Agent API ").append(builds.agent()).append("): ");
    head.append(DiffText.differs(result)).append(".\n");
    if (!result.complete()) {
      head.append("\n**Incomplete: ");
      head.append(Text.plural(result.problems().size(), "problem")).append(".**\n");
    }
    long over = result.limit().over(result.changes());
    if (over > 0) {
      head.append("\n**Failed: ");
      head.append(DiffText.failed(over, result.limit().words())).append(".**\n");
    }
    return head.toString();
  }

  private static String row(Gain gain) {
    return "| %s | %s | %s | %s |\n"
        .formatted(
            gain.entry.severity().word(),
            account(gain.change),
            Markdown.text(gain.entry.what(), Markdown.CALLS),
            gain.entry.why().stream()
                .map(why -> Markdown.text(why, Markdown.SENTENCE))
                .collect(Collectors.joining("<br>")));
  }

  private static String other(AccountChange change, List<DiffEntry> entries) {
    StringBuilder lines = new StringBuilder("- ").append(account(change)).append('\n');
    for (DiffEntry entry : entries) {
      lines.append("  - ").append(Markdown.text(entry.what(), Markdown.CALLS));
      if (!entry.why().isEmpty()) {
        String why = String.join("; ", entry.why());
        lines.append(": ").append(Markdown.text(why, Markdown.SENTENCE));
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  private static String account(AccountChange change) {
    String user = Markdown.code(change.account().user());
    return switch (change.status()) {
      case CHANGED -> user;
      case NEW -> user + " (new)";
      case GONE -> user + " (gone)";
      case RENAMED -> user + " (likely renamed from " + Markdown.code(change.before().user()) + ")";
    };
  }
}
