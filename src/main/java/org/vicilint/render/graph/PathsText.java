package org.vicilint.render.graph;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.engine.PathsResult;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.render.Style;
import org.vicilint.render.Unread;
import org.vicilint.render.Wrap;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.takeover.Step;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/**
 * Paths for people: the accounts that a credential leads to, and each step with the change that
 * closes it.
 */
public final class PathsText {
  private static final String INDENT = "        ";

  private final PrintWriter out;
  private final Style style;
  private final Set<List<Evidence>> told = new HashSet<>();

  public PathsText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints the result; problems and notes go to the error stream. */
  public void print(PathsResult result) {
    if (result.one()) {
      one(result, result.from().get(0));
    } else {
      all(result);
    }
    if (!result.problems().isEmpty()) {
      out.println();
      out.println("incomplete: something could not be read, see above");
    }
  }

  private void one(PathsResult result, PathsResult.From from) {
    ReachableAccounts reach = from.reach();
    long count = reach.count();
    if (count == 0) {
      out.println(
          Unread.sentence(name(reach.from()) + " reaches no other account.", result.problems()));
      from.once().ifPresent(this::once);
      clones(reach);
      return;
    }
    out.println(
        "%s reaches %s; the highest has level %d."
            .formatted(
                name(reach.from()), Text.plural(count, "other account"), reach.highestLevel()));
    out.println();
    reach.parts().forEach(this::part);
    clones(reach);
    out.println();
    String goal = goal(result);
    if (from.paths().isEmpty()) {
      out.println(
          "There is no path to "
              + goal
              + (reach.containsWithClones(result.target()) ? " without clones." : "."));
      return;
    }
    int length = from.paths().get(0).steps().size();
    out.println(
        "%s to %s, %s:"
            .formatted(
                from.paths().size() == 1 && !from.more()
                    ? "The shortest path"
                    : "The shortest paths",
                goal,
                Text.plural(length, "step")));
    from.paths().forEach(this::path);
    if (from.more()) {
      out.println();
      out.println("There are more of the same length: --limit N shows more.");
    }
  }

  private void clones(ReachableAccounts reach) {
    String sentence = ClonesText.sentence(reach);
    if (!sentence.isEmpty()) {
      out.println();
      Wrap.print(out, Printable.of(sentence), "");
    }
  }

  private void once(ReachableAccounts withNewPassword) {
    out.println(
        "The API does not let it in today. With a password that the API takes, it would reach %s; the highest has level %d."
            .formatted(
                Text.plural(withNewPassword.count(), "other account"),
                withNewPassword.highestLevel()));
  }

  private void part(ReachableAccounts.Part part) {
    String more =
        part.count() > part.users().size()
            ? " and " + (part.count() - part.users().size()) + " more"
            : "";
    out.println(
        "  level %d  %-20s  %s, %s"
            .formatted(
                part.level(),
                group(part.userGroup()),
                Text.plural(part.count(), "account"),
                Text.plural(part.steps(), "step")));
    Wrap.print(
        out,
        part.users().stream().map(Printable::of).collect(Collectors.joining(", ")) + more,
        INDENT + "   ");
  }

  private void path(Path path) {
    out.println();
    out.println("  " + style.bold(chain(path)));
    for (Step step : path.steps()) {
      out.println("    " + sentence(step));
      if (!step.call().isEmpty()) {
        out.println(INDENT + "call  " + Printable.of(step.call()));
      }
      evidence(step.evidence());
      out.println(INDENT + "cut   " + cut(step.cut()));
    }
  }

  /** Prints evidence once only: most paths begin with the same values. */
  private void evidence(List<Evidence> evidence) {
    if (!evidence.isEmpty() && !told.add(evidence)) {
      out.println(INDENT + "as    above, with the same " + evidence.size() + " values");
      return;
    }
    for (Evidence each : evidence) {
      out.println(
          INDENT
              + "as    %s is %s%s"
                  .formatted(
                      each.column(),
                      Text.value(each.value()),
                      style.dim("  (" + Printable.of(each.place().toString()) + ")")));
    }
  }

  /** The accounts of a path in one line. */
  public static String chain(Path path) {
    StringBuilder chain = new StringBuilder(held(path.from()));
    for (Step step : path.steps()) {
      if (step.kind() != Step.Kind.MOVE) {
        chain.append(" → ").append(held(step.to()));
      }
    }
    return chain.toString();
  }

  private static String held(Step.Held held) {
    String more = held.alike() > 1 ? " (or " + (held.alike() - 1) + " alike)" : "";
    return Printable.of(held.user()) + more;
  }

  /** A step in words. */
  public static String sentence(Step step) {
    String from = Printable.of(step.from().user());
    String to = Printable.of(step.to().user());
    return switch (step.kind()) {
      case UPDATE -> "%s sets the password of %s with update_user".formatted(from, to);
      case COPY -> "%s clones %s with copy_user".formatted(from, to);
      case MOVE ->
          "%s puts itself into the group %s with update_user"
              .formatted(from, Printable.of(step.to().userGroup()));
      case SAME_PASSWORD ->
          "%s has the password of %s%s"
              .formatted(
                  to,
                  from,
                  step.evidence().size() > 1
                      ? ", and the integration %s holds both"
                          .formatted(Printable.of(step.evidence().get(1).value()))
                      : "");
      case SAME_HOLDER ->
          "the integration %s holds %s and %s"
              .formatted(Printable.of(step.evidence().get(0).value()), from, to);
    };
  }

  /** A cut in words. */
  public static String cut(Step.Cut cut) {
    if (cut == null) {
      return "no change of one column of the account, without closing what it is declared to need";
    }
    Change change = cut.change();
    return "%s %s: %s → %s%s"
        .formatted(
            Printable.of(cut.user()),
            change.column(),
            Text.value(change.from()),
            Text.value(change.to()),
            cut.certain() ? "" : " (if it can do without)");
  }

  private void all(PathsResult result) {
    List<PathsResult.From> from = result.from();
    long count = from.stream().mapToLong(PathsResult.From::alike).sum();
    out.println(
        Unread.sentence(
            "%s of %d reach%s %s."
                .formatted(
                    Text.plural(count, "account"),
                    result.accounts(),
                    count == 1 ? "es" : "",
                    goal(result)),
            result.problems()));
    for (PathsResult.From each : from) {
      Path path = each.paths().get(0);
      out.println();
      out.println(
          style.bold(name(each.reach().from()))
              + (each.alike() > 1 ? ", and " + (each.alike() - 1) + " alike" : ""));
      out.println("  " + Text.plural(path.steps().size(), "step") + ": " + chain(path));
      for (Step step : path.steps()) {
        out.println("    " + sentence(step));
        out.println(INDENT + "cut   " + cut(step.cut()));
      }
    }
    if (!result.withClones().isEmpty()) {
      out.println();
      Wrap.print(
          out,
          "With clones (copy_user) also: %s; 'vicilint paths USER' tells more."
              .formatted(
                  result.withClones().stream()
                      .map(account -> Printable.of(account.user()))
                      .collect(Collectors.joining(", "))),
          "");
    }
  }

  private static String name(Account account) {
    return "%s (level %d, %s)"
        .formatted(Printable.of(account.user()), account.userLevel(), group(account.userGroup()));
  }

  private static String group(String userGroup) {
    return userGroup.isBlank() ? "no group" : Printable.of(userGroup);
  }

  private static String goal(PathsResult result) {
    return result.target().account() == null
        ? "level " + result.target().level() + (result.target().level() < 9 ? " or more" : "")
        : Printable.of(result.target().account().user());
  }
}
