package org.vicilint.render.findings;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vicilint.engine.ByAccount;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.WorstFirst;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Change;
import org.vicilint.render.Markdown;
import org.vicilint.text.Text;

/**
 * Findings as a comment on a pull request, in the Markdown of GitHub and GitLab.
 *
 * <p>Forges refuse a comment that is too long, so parts that do not fit are only counted.
 */
public final class LintMarkdown {
  private static final int TABLE_LIMIT = 32_000;

  /** More rows or accounts never find room. */
  private static final int MOST_PARTS = 2_000;

  private LintMarkdown() {}

  /** Writes the comment. */
  public static void write(Writer out, LintResult result) throws IOException {
    String head = head(result);
    String table = table(result);
    String tail = Markdown.problems(result.problems()) + Markdown.notes(result.notes());
    out.write(head);
    out.write(table);
    out.write(details(result, Markdown.LIMIT - head.length() - table.length() - tail.length()));
    out.write(tail);
    out.flush();
  }

  private static String head(LintResult result) {
    StringBuilder head = new StringBuilder("## vicilint: ");
    long open = result.count(Status.OPEN);
    if (open > 0) {
      head.append(Text.plural(open, "finding"));
    } else {
      head.append(result.complete() ? "no findings" : "no findings in what could be read");
    }
    head.append("\n\n").append(LintGithub.counts(result)).append(".\n\nBuild ");
    head.append(Markdown.text(result.access().builds().nonAgent().toString(), Markdown.NAME))
        .append(" (Agent API ");
    head.append(Markdown.text(result.access().builds().agent().toString(), Markdown.NAME))
        .append("), profile ");
    head.append(Markdown.code(result.profile().name()))
        .append(result.profileInPart() ? ", read only in part.\n" : ".\n");
    if (!result.gone().isEmpty()) {
      head.append("\nGone since the baseline: ");
      head.append(Text.plural(result.gone().size(), "finding")).append(".\n");
    }
    return head.toString();
  }

  private static String table(LintResult result) {
    List<String> rows = new ArrayList<>();
    for (Finding finding : WorstFirst.byStatus(result.findings())) {
      if (!finding.open() || rows.size() == MOST_PARTS) {
        break;
      }
      String likely = finding.confidence() == Confidence.LIKELY ? ", likely" : "";
      rows.add(
          "| %s%s | %s | %s | %s | %s |\n"
              .formatted(
                  finding.severity().word(),
                  likely,
                  Markdown.code(finding.rule()),
                  Markdown.code(finding.user()),
                  Markdown.text(finding.message(), Markdown.SENTENCE),
                  Markdown.code(finding.place().toString())));
    }
    String head =
        "\n| Severity | Rule | Account | What | Where |\n| --- | --- | --- | --- | --- |\n";
    return Markdown.section(head, rows, result.count(Status.OPEN), TABLE_LIMIT, "finding");
  }

  /** The changes, account by account, the one with the worst finding first. */
  private static String details(LintResult result, int limit) {
    Map<Severity, List<String>> byWorst = new EnumMap<>(Severity.class);
    long all = 0;
    for (ByAccount.Entry entry : FoundByAccount.of(result)) {
      List<Finding> findings =
          entry.findings().stream().filter(f -> f.open() && !f.changes().isEmpty()).toList();
      if (!findings.isEmpty()) {
        all++;
        List<String> same =
            byWorst.computeIfAbsent(findings.get(0).severity(), key -> new ArrayList<>());
        if (same.size() < MOST_PARTS) {
          same.add(details(entry.user(), findings));
        }
      }
    }
    List<String> accounts =
        byWorst.values().stream().flatMap(List::stream).limit(MOST_PARTS).toList();
    return Markdown.section("\n### What to change\n\n", accounts, all, limit, "account");
  }

  private static String details(String user, List<Finding> findings) {
    StringBuilder text = new StringBuilder("<details><summary>");
    text.append(Markdown.code(user)).append("</summary>\n\n");
    for (Finding finding : findings) {
      for (Change change : finding.changes()) {
        text.append(
            "- %s: %s → %s (%s)\n"
                .formatted(
                    Markdown.code(change.column()),
                    Markdown.value(change.from()),
                    Markdown.value(change.to()),
                    Markdown.text(finding.rule(), Markdown.NAME)));
      }
    }
    return text.append("\n</details>\n\n").toString();
  }
}
