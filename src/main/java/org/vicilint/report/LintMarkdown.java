package org.vicilint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Status;
import org.vicilint.model.Change;
import org.vicilint.model.Problem;

/**
 * Findings as a comment on a pull request, in the Markdown of GitHub and GitLab.
 *
 * <p>Forges refuse a comment that is too long, so it never is: what does not fit is counted.
 */
public final class LintMarkdown {
  /** The most characters of a comment; GitHub takes 65,536. */
  static final int LIMIT = 60_000;

  private static final int PROBLEMS_LIMIT = 10_000;
  private static final int NOTES_LIMIT = 5_000;
  private static final int TABLE_LIMIT = 32_000;
  private static final int NAME = 200;
  private static final int SENTENCE = 500;
  private static final String SPLIT = "<!-- -->";

  private LintMarkdown() {}

  /** Writes the comment. */
  public static void write(Writer out, LintResult result) throws IOException {
    String head = head(result);
    String table = table(result);
    String tail = problems(result) + notes(result);
    out.write(head);
    out.write(table);
    out.write(details(result, LIMIT - head.length() - table.length() - tail.length()));
    out.write(tail);
    out.flush();
  }

  private static String head(LintResult result) {
    StringBuilder head = new StringBuilder("## vicilint: ");
    long open = result.count(Status.OPEN);
    if (open > 0) {
      head.append(LintText.plural(open, "finding"));
    } else {
      head.append(result.complete() ? "no findings" : "no findings in what could be read");
    }
    head.append("\n\n").append(LintGithub.counts(result)).append(".\n\nBuild ");
    head.append(text(result.access().builds().nonAgent().toString(), NAME)).append(" (Agent API ");
    head.append(text(result.access().builds().agent().toString(), NAME)).append("), profile ");
    head.append(code(result.profile().name())).append(".\n");
    if (!result.gone().isEmpty()) {
      head.append("\nGone since the baseline: ");
      head.append(LintText.plural(result.gone().size(), "finding")).append(".\n");
    }
    return head.toString();
  }

  private static List<Finding> open(LintResult result) {
    return result.findings().stream().filter(Finding::open).sorted(LintGithub.WORST_FIRST).toList();
  }

  private static String table(LintResult result) {
    List<String> rows = new ArrayList<>();
    for (Finding finding : open(result)) {
      String likely = finding.confidence() == Confidence.LIKELY ? ", likely" : "";
      rows.add(
          "| %s%s | %s | %s | %s | %s |\n"
              .formatted(
                  finding.severity().word(),
                  likely,
                  code(finding.rule()),
                  code(finding.user()),
                  text(finding.message(), SENTENCE),
                  code(finding.place().toString())));
    }
    String head =
        "\n| Severity | Rule | Account | What | Where |\n| --- | --- | --- | --- | --- |\n";
    return section(head, rows, TABLE_LIMIT, "finding");
  }

  /** The changes, account by account, the one with the worst finding first. */
  private static String details(LintResult result, int limit) {
    Map<String, StringBuilder> byUser = new LinkedHashMap<>();
    for (Finding finding : open(result)) {
      for (Change change : finding.changes()) {
        byUser
            .computeIfAbsent(finding.user(), user -> new StringBuilder())
            .append(
                "- %s: %s → %s (%s)\n"
                    .formatted(
                        code(change.column()),
                        value(change.from()),
                        value(change.to()),
                        text(finding.rule(), NAME)));
      }
    }
    List<String> accounts = new ArrayList<>();
    byUser.forEach(
        (user, changes) ->
            accounts.add(
                "<details><summary>"
                    + code(user)
                    + "</summary>\n\n"
                    + changes
                    + "\n</details>\n\n"));
    return section("\n### What to change\n\n", accounts, limit, "account");
  }

  private static String problems(LintResult result) {
    List<String> lines = new ArrayList<>();
    for (Problem problem : result.problems()) {
      String hint = problem.hint().isEmpty() ? "" : " (" + text(problem.hint(), SENTENCE) + ")";
      lines.add(
          "- "
              + code(problem.place().toString())
              + ": "
              + text(problem.reason(), SENTENCE)
              + hint
              + "\n");
    }
    return section("\n### What could not be read\n\n", lines, PROBLEMS_LIMIT, "problem");
  }

  private static String notes(LintResult result) {
    List<String> lines = new ArrayList<>();
    for (String note : result.notes()) {
      lines.add("- note: " + text(note, SENTENCE) + "\n");
    }
    return section("\n### Notes\n\n", lines, NOTES_LIMIT, "note");
  }

  /**
   * The parts that fit, the first ones first, and how many did not; nothing for no parts. One that
   * is too long by itself does not keep out those behind it.
   */
  private static String section(String head, List<String> parts, int limit, String noun) {
    if (parts.isEmpty()) {
      return "";
    }
    StringBuilder section = new StringBuilder(head);
    int shown = 0;
    for (String part : parts) {
      int left = parts.size() - shown - 1;
      int room = limit - (left == 0 ? 0 : notice(left, noun).length());
      if (section.length() + part.length() <= room) {
        section.append(part);
        shown++;
      }
    }
    if (shown < parts.size()) {
      section.append(notice(parts.size() - shown, noun));
    }
    return section.toString();
  }

  private static String notice(int left, String noun) {
    return "\n**%s left out: a comment has room for %d characters.**\n"
        .formatted(LintText.plural(left, "more " + noun), LIMIT);
  }

  /** In a type for code, where forges look for no mentions and no references. */
  private static String code(String text) {
    return "<code>" + text(text, NAME) + "</code>";
  }

  private static String value(String value) {
    return "<code>" + escaped(LintText.value(value)) + "</code>";
  }

  private static String text(String text, int limit) {
    String shown = Printable.of(text);
    if (shown.length() <= limit) {
      return escaped(shown);
    }
    int end = Character.isHighSurrogate(shown.charAt(limit - 1)) ? limit - 1 : limit;
    return escaped(shown.substring(0, end)) + "…";
  }

  /**
   * Printable text as entities where Markdown or HTML could take it for markup. Forges link
   * mentions, references and addresses after they have resolved entities, so these are split with
   * an empty comment too.
   */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      boolean link = "@#!~$%&".indexOf(c) >= 0 && next != ' ';
      link |= c == ':' && (next == '/' || Character.isLetter(next));
      link |= c == '.' && text.regionMatches(true, i - 3, "www", 0, 3);
      if (link || "&<>`*_[]|\\~@#!$".indexOf(c) >= 0) {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
      if (link) {
        out.append(SPLIT);
      }
    }
    return out.toString();
  }
}
