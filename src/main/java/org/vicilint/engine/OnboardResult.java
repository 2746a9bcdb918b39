package org.vicilint.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vicilint.catalog.Effect;
import org.vicilint.definition.DefinitionYaml;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.model.Declaration;
import org.vicilint.model.Integration;
import org.vicilint.model.Problem;
import org.vicilint.text.PasswordMask;
import org.vicilint.text.Text;

/**
 * The readiness of integrations before they start, for every renderer.
 *
 * @param onboardings by name
 * @param problems what could not be read
 * @param notes what must be known to read the result
 * @param today the day by which reviews are due
 */
public record OnboardResult(
    List<Onboarding> onboardings, List<Problem> problems, List<String> notes, LocalDate today) {

  /**
   * One requirement of the start of an integration.
   *
   * @param done whether the requirement is met; false if the manifest does not say
   * @param text the requirement, and its fault
   * @param details the actions to take, a line each
   */
  public record Item(boolean done, String text, List<String> details) {}

  /** Whether everything could be read. */
  public boolean complete() {
    return problems.isEmpty();
  }

  /** Whether all integrations can start as they are. */
  public boolean ready() {
    return onboardings.stream().allMatch(this::ready);
  }

  /**
   * Whether an integration can start. False if anything could not be read, since that may prevent
   * it.
   */
  public boolean ready(Onboarding onboarding) {
    return complete() && done(onboarding);
  }

  /** Whether every line is done: no headline says more than the lines below it. */
  private boolean done(Onboarding onboarding) {
    return items(onboarding).stream().allMatch(Item::done);
  }

  /** Returns the requirements that decide, and then the facts that a manifest should state. */
  public List<Item> items(Onboarding onboarding) {
    return Stream.concat(gates(onboarding).stream(), papers(onboarding.integration()).stream())
        .toList();
  }

  /** Returns the verdict in words. */
  public String verdict(Onboarding onboarding) {
    return ready(onboarding)
        ? "Ready to start"
        : done(onboarding) ? "Not known: not everything could be read" : "Not ready";
  }

  /**
   * Returns the requirements that decide whether an integration can start, in the order of a
   * review.
   */
  private static List<Item> gates(Onboarding onboarding) {
    List<Item> items = new ArrayList<>();
    if (!onboarding.proposal().possible()) {
      items.add(
          new Item(
              false, "no account can do all of it: " + onboarding.proposal().none(), List.of()));
    }
    for (Onboarding.OnBuild build : onboarding.builds()) {
      items.add(calls(onboarding, build));
    }
    items.add(account(onboarding));
    items.add(
        new Item(
            onboarding.others().isEmpty(),
            onboarding.others().isEmpty()
                ? "no other integration holds this credential"
                : "the credential is also held by " + String.join(", ", onboarding.others()),
            onboarding.others().isEmpty()
                ? List.of()
                : List.of("give each an account of its own; the definition below makes one")));
    items.add(
        new Item(
            onboarding.beyond().isEmpty(),
            onboarding.beyond().isEmpty()
                ? "it can do nothing beyond that"
                : "it can do %s beyond that"
                    .formatted(Text.plural(onboarding.beyond().size(), "thing")),
            beyond(onboarding)));
    if (onboarding.account().isPresent() && !onboarding.needsOwn()) {
      items.add(columns(onboarding.changes()));
    }
    group(onboarding).ifPresent(items::add);
    items.add(
        new Item(
            onboarding.forbidden().isEmpty(),
            onboarding.forbidden().isEmpty()
                ? "the profile allows all of it"
                : "the profile does not allow all of it",
            onboarding.forbidden().stream().map(f -> f.what() + ": " + f.reason()).toList()));
    if (!onboarding.foreseen().isEmpty()) {
      items.add(
          new Item(
              false,
              "lint will fail on the definition",
              onboarding.foreseen().stream().map(Foreseen::sentence).toList()));
    }
    return items;
  }

  private static Item calls(Onboarding onboarding, Onboarding.OnBuild build) {
    List<String> details = new ArrayList<>();
    for (Onboarding.Outcome outcome : build.calls()) {
      if (!outcome.known()) {
        details.add(outcome.call() + " does not exist there");
      } else if (!outcome.open()) {
        String changes =
            outcome.decision().opening().stream()
                .map(c -> Text.change(c.column(), c.from(), c.to()))
                .collect(Collectors.joining(", "));
        details.add(
            "%s is refused by %s%s"
                .formatted(
                    outcome.call(),
                    outcome.decision().failed().orElseThrow().kind().word(),
                    changes.isEmpty() ? "" : "; it opens with " + changes));
      }
    }
    String calls = Text.plural(build.calls().size(), "call");
    String where =
        " on build %s (Agent API %s)".formatted(build.builds().nonAgent(), build.builds().agent());
    String who = onboarding.account().isPresent() ? "the account" : "the least account";
    return new Item(
        details.isEmpty(),
        (details.isEmpty()
                ? "%s can make its %s".formatted(who, calls)
                : "%s cannot make %d of its %s".formatted(who, details.size(), calls))
            + where,
        details);
  }

  private static Item account(Onboarding onboarding) {
    if (onboarding.installed()) {
      return new Item(
          false,
          PasswordMask.sentence(
              "%s is an account of VICIdial's own, and no integration may have it",
              onboarding.integration().account()),
          List.of(
              "give the integration an account of its own"
                  + (onboarding.definable() ? "; the definition below makes one" : "")));
    }
    return onboarding
        .account()
        .map(a -> new Item(true, "the account is there: " + a.place("user"), List.of()))
        .orElse(
            new Item(
                true,
                PasswordMask.sentence(
                    "there is no account %s yet; the definition below makes it",
                    onboarding.integration().account()),
                List.of()));
  }

  /**
   * Returns the requirement on the group, which has to limit the reach of the calls, whether the
   * manifest names it or not.
   */
  private static Optional<Item> group(Onboarding onboarding) {
    String said = onboarding.integration().userGroup();
    String open = onboarding.proposal().openGroup();
    if (open.isEmpty()) {
      return said == null
          ? Optional.empty()
          : Optional.of(new Item(true, "user_group: " + said, List.of()));
    }
    String what =
        onboarding.least().account().userGroup().isBlank() ? "not said: user_group" : "user_group";
    return Optional.of(new Item(false, what + "; " + open, List.of()));
  }

  private static Item columns(List<Change> missing) {
    List<String> changes =
        missing.stream().map(c -> Text.change(c.column(), c.from(), c.to())).toList();
    return new Item(
        changes.isEmpty(),
        changes.isEmpty()
            ? "level, flags and grants are the least that it needs"
            : "level, flags and grants are not the least that it needs",
        changes);
  }

  /** Returns the excess permissions by effect, the worst first. */
  private static List<String> beyond(Onboarding onboarding) {
    List<String> lines = new ArrayList<>();
    for (int i = Effect.values().length - 1; i >= 0; i--) {
      Effect effect = Effect.values()[i];
      List<String> names =
          onboarding.beyond().stream()
              .filter(f -> f.effect() == effect)
              .map(Onboarding.Beyond::call)
              .sorted()
              .toList();
      if (!names.isEmpty()) {
        lines.add(effect.word() + ": " + String.join(", ", names));
      }
    }
    return lines;
  }

  /**
   * Returns the facts that a manifest should state, so that there is a contact if the integration
   * fails.
   */
  private List<Item> papers(Integration integration) {
    return List.of(
        paper("owner", integration.owner()),
        paper("contact", integration.contact()),
        paper("purpose", integration.purpose()),
        paper("from, the addresses that it calls from", String.join(", ", integration.from())),
        review(integration.review()));
  }

  private Item review(LocalDate day) {
    if (day == null) {
      return paper("review, the day by which somebody looks again", null);
    }
    return day.isBefore(today)
        ? new Item(false, "the review was due on " + day, List.of())
        : paper("review", day.toString());
  }

  private static Item paper(String what, String value) {
    boolean said = value != null && !value.isBlank();
    return new Item(
        said, said ? what.split(",")[0] + ": " + value : "not said: " + what, List.of());
  }

  /** Returns the calls in one line. */
  public static String calls(Integration integration) {
    return integration.calls().stream().map(Call::toString).collect(Collectors.joining(", "));
  }

  /**
   * Returns the least account as a definition with the manifest's facts; empty if there is none.
   */
  public static Optional<String> definition(Onboarding onboarding) {
    if (!onboarding.definable()) {
      return Optional.empty();
    }
    Account account = onboarding.proposal().account();
    Declaration said = account.declaration();
    List<Call> calls = said.need().map(onboarding.least()::known).orElse(null);
    return Optional.of(DefinitionYaml.of(account.with().declaration(said.calling(calls)).build()));
  }
}
