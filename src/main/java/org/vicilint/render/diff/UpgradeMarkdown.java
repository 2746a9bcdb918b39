package org.vicilint.render.diff;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.vicilint.diff.DefaultEffect;
import org.vicilint.diff.LoginChange;
import org.vicilint.diff.RequirementChange;
import org.vicilint.diff.UpgradedAccount;
import org.vicilint.engine.UpgradeResult;
import org.vicilint.render.Markdown;

/** The effects of an upgrade as a comment or a page: losses first. */
public final class UpgradeMarkdown {
  private static final int PART = 26_000;

  private UpgradeMarkdown() {}

  /** Writes the comment. */
  public static void write(Writer out, UpgradeResult result) throws IOException {
    out.write("## vicilint: what the upgrade changes\n\n");
    out.write(Markdown.text(UpgradeText.summary(result), Markdown.SENTENCE) + ".\n");
    for (String reason : UpgradeText.incomplete(result, "")) {
      out.write("\n**Incomplete: " + Markdown.text(reason, Markdown.SENTENCE) + ".**\n");
    }
    if (result.ofAccounts()) {
      accounts(out, result);
    } else {
      List<String> rows = new ArrayList<>();
      for (LoginChange login : result.logins()) {
        rows.add(
            "| login | %s | changed | %s |\n"
                .formatted(
                    login.api().title(), Markdown.text(DemandWords.of(login), Markdown.SENTENCE)));
      }
      for (RequirementChange demand : result.demands()) {
        rows.add(row(demand));
      }
      String head = "\n| Call | API | Change | What |\n| --- | --- | --- | --- |\n";
      out.write(Markdown.section(head, rows, 2 * PART, "change"));
    }
    out.write(Markdown.problems(result.problems()) + Markdown.notes(result.allNotes()));
    out.flush();
  }

  private static void accounts(Writer out, UpgradeResult result) throws IOException {
    List<String> lost = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (UpgradedAccount account : result.accounts()) {
      String user = Markdown.code(account.account().user());
      StringBuilder lines = new StringBuilder();
      for (DiffEntry entry : UpgradeEntry.of(account, result)) {
        String why = Markdown.text(String.join("; ", entry.why()), Markdown.SENTENCE);
        String what = Markdown.text(entry.what(), Markdown.CALLS);
        if (entry.what().startsWith(UpgradeEntry.LOSES)) {
          lost.add("| %s | %s | %s |\n".formatted(user, what, why));
        } else {
          String severity = entry.severity() == null ? "" : entry.severity().word() + ": ";
          lines.append("  - ").append(severity).append(what);
          lines.append(why.isEmpty() ? "\n" : ": " + why + "\n");
        }
      }
      if (lines.length() > 0) {
        others.add("- " + user + "\n" + lines);
      }
    }
    String head = "\n| Account | What breaks | Why |\n| --- | --- | --- |\n";
    out.write(Markdown.section(head, lost, PART, "loss"));
    out.write(Markdown.section("\n### What else changes\n\n", others, PART / 2, "account"));
    List<String> defaults = new ArrayList<>();
    for (DefaultEffect effect : result.defaults()) {
      defaults.add("- " + Markdown.text(UpgradeText.words(effect), Markdown.SENTENCE) + "\n");
    }
    out.write(Markdown.section("\n### Defaults\n\n", defaults, PART / 10, "default"));
  }

  private static String row(RequirementChange demand) {
    return "| %s | %s | %s | %s |\n"
        .formatted(
            Markdown.code(demand.name()),
            demand.function().api().title(),
            demand.change(),
            Markdown.text(
                DemandWords.of(demand) + " " + DemandWords.since(demand), Markdown.SENTENCE));
  }
}
