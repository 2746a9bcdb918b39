package org.vicilint.render.plan;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.vicilint.access.LeastPrivilege;
import org.vicilint.definition.SqlUpdate;
import org.vicilint.engine.OnboardResult;
import org.vicilint.engine.Onboarding;
import org.vicilint.model.Change;
import org.vicilint.model.Integration;
import org.vicilint.render.Markdown;

/** The checklist of an integration, for the ticket that asks for it. */
public final class OnboardMarkdown {
  private OnboardMarkdown() {}

  /** Writes one checklist after the other. */
  public static void write(Writer out, OnboardResult result) throws IOException {
    for (Onboarding onboarding : result.onboardings()) {
      Integration integration = onboarding.integration();
      out.write("## Onboarding " + Markdown.text(integration.name(), Markdown.NAME) + "\n\n");
      out.write(
          "**%s.** Account %s; calls %s.\n\n"
              .formatted(
                  result.verdict(onboarding),
                  Markdown.code(integration.account()),
                  Markdown.code(OnboardResult.calls(integration))));
      items(out, result.items(onboarding));
      todo(out, onboarding);
      for (LeastPrivilege.Closed closed : onboarding.least().closed()) {
        out.write(
            "- [ ] out of reach, %s: %s\n"
                .formatted(
                    Markdown.code(closed.call().toString()),
                    Markdown.text(closed.reason(), Markdown.SENTENCE)));
      }
      String lifted = onboarding.proposal().lifted();
      if (!lifted.isEmpty()) {
        out.write("- " + Markdown.text(lifted, Markdown.SENTENCE) + "\n");
      }
      Optional<String> definition = OnboardResult.definition(onboarding);
      if (definition.isPresent()) {
        out.write("\n### The least that it needs\n\n");
        out.write(fenced("yaml", definition.get()));
      }
      List<Change> changes = onboarding.changes();
      if (!changes.isEmpty()) {
        out.write("\nThe account as it is, brought there:\n\n");
        out.write(fenced("sql", SqlUpdate.of(onboarding.account().orElseThrow().user(), changes)));
      }
      out.write("\n");
    }
    out.write(Markdown.problems(result.problems()));
    out.write(Markdown.notes(result.notes()));
    out.flush();
  }

  /** Writes the actions of a person that vicilint cannot check. */
  private static void todo(Writer out, Onboarding onboarding) throws IOException {
    Integration integration = onboarding.integration();
    if (onboarding.account().isEmpty() || onboarding.needsOwn()) {
      out.write("- [ ] make the account, with a long random password of letters and digits\n");
    }
    out.write("- [ ] hand the password over in a vault, not in this ticket\n");
    if (!integration.from().isEmpty()) {
      out.write(
          "- [ ] let the api_ip_list of its user_group hold %s, with allow_ip_lists on\n"
              .formatted(Markdown.code(String.join(", ", integration.from()))));
    }
  }

  private static void items(Writer out, List<OnboardResult.Item> items) throws IOException {
    for (OnboardResult.Item item : items) {
      out.write("- [" + (item.done() ? "x" : " ") + "] ");
      out.write(Markdown.text(item.text(), Markdown.SENTENCE) + "\n");
      for (String line : item.details()) {
        out.write("  - " + Markdown.text(line, Markdown.SENTENCE) + "\n");
      }
    }
  }

  /** A block that no line of the text can end: a fence is longer than any within. */
  private static String fenced(String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n";
  }
}
