package org.vicilint.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.DangerousGrant;
import org.vicilint.access.FunctionList;
import org.vicilint.access.IntendedCalls;
import org.vicilint.access.LeastPrivilege;
import org.vicilint.access.Proposal;
import org.vicilint.catalog.Builds;
import org.vicilint.definition.DefinitionYaml;
import org.vicilint.finding.Finding;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Declaration;
import org.vicilint.model.Kind;
import org.vicilint.model.LoggedAccount;
import org.vicilint.model.Usage;
import org.vicilint.profile.KindBasis;
import org.vicilint.profile.Kinds;
import org.vicilint.profile.Profile;

/**
 * The least privilege of one account, with its reasons and notes.
 *
 * @param least the values and their reasons
 * @param proposal the definition with these values
 * @param wanted the calls that it needs
 * @param powers the powers over other accounts that come with these calls
 * @param builds the builds that it is valid for
 * @param read whether the account was read, so that its values now are known
 * @param program whether a program uses it; else level and flags are not lowered
 * @param inferredFrom the basis of an inferred kind; null if the kind is known
 * @param observed the API log's record of it; null if not requested
 * @param foreseen the findings that lint will report on the definition
 */
public record Recommendation(
    LeastPrivilege least,
    Proposal proposal,
    IntendedCalls wanted,
    List<DangerousGrant> powers,
    List<Builds> builds,
    boolean read,
    boolean program,
    String inferredFrom,
    Observed observed,
    List<Finding> foreseen) {
  private static final int NAMED = 12;

  public Recommendation {
    powers = List.copyOf(powers);
    builds = List.copyOf(builds);
    foreseen = List.copyOf(foreseen);
  }

  /** Returns the recommendation with the findings that lint will report on it. */
  public Recommendation with(List<Finding> findings) {
    return new Recommendation(
        least, proposal, wanted, powers, builds, read, program, inferredFrom, observed, findings);
  }

  /**
   * Computes the least privilege of an account.
   *
   * @param account as it was read, or a new one with VICIdial's defaults
   * @param read whether it was read
   * @param asked the calls that it needs; null to use the declared ones, or those that it is
   *     granted
   * @param profile the profile, which infers the kind of the account; a new account is a service
   *     account
   * @param builds one or more; the result works on all of them
   */
  public static Recommendation of(
      Account account,
      boolean read,
      List<Call> asked,
      Profile profile,
      List<AccessEvaluator> builds) {
    IntendedCalls wanted =
        asked == null ? IntendedCalls.of(account, builds) : IntendedCalls.asked(asked);
    return of(account, read, wanted, null, profile, builds);
  }

  /**
   * Computes the least privilege of an account for the calls in the API log. The calls of an
   * account that is not in the log are unknown, so its functions stay as they are.
   *
   * @param usage a log with at least one call
   */
  public static Recommendation ofUsage(
      Account account, Usage usage, Profile profile, List<AccessEvaluator> builds) {
    LoggedAccount logged = usage.of(account).orElse(null);
    IntendedCalls wanted =
        logged == null
            ? IntendedCalls.of(account, builds)
            : IntendedCalls.used(account, logged, builds);
    return of(account, true, wanted, Observed.of(account, usage, wanted, builds), profile, builds);
  }

  private static Recommendation of(
      Account account,
      boolean read,
      IntendedCalls wanted,
      Observed observed,
      Profile profile,
      List<AccessEvaluator> builds) {
    KindBasis judged = profile.kindOf(account);
    boolean program = !read || judged.kind() == Kind.SERVICE;
    LeastPrivilege least =
        program
            ? LeastPrivilege.ofProgram(account, wanted.calls(), builds)
            : LeastPrivilege.ofPerson(account, wanted.calls(), builds);
    List<Call> kept =
        wanted.calls().stream().filter(call -> !least.cut().contains(call.function())).toList();
    List<DangerousGrant> powers = DangerousGrant.of(least.account(), kept, builds);
    return new Recommendation(
        least,
        Proposal.of(least, wanted.calls(), program, builds),
        wanted,
        powers,
        builds.stream().map(AccessEvaluator::builds).toList(),
        read,
        program,
        read ? judged.inferredFrom() : null,
        observed,
        List.of());
  }

  /** Returns the reason why there is no least account; empty if there is one. */
  public Optional<String> none() {
    if (wanted.basis() == IntendedCalls.Basis.EVERYTHING && observed == null) {
      return Optional.of(
          "it may call whatever its level and flags open, and nothing says what of that it calls: name it with --functions, take it from the log with --from-usage, or write functions: into its definition");
    }
    return proposal.possible() ? Optional.empty() : Optional.of(proposal.none());
  }

  /**
   * Returns the account as a definition, which declares its calls unless they were only guessed.
   */
  public String definition() {
    Declaration said = proposal.account().declaration();
    boolean known =
        wanted.basis() == IntendedCalls.Basis.ASKED
            || wanted.basis() == IntendedCalls.Basis.DECLARED;
    Declaration declaration =
        new Declaration(
            true,
            said.kind() == null && program ? Kind.SERVICE : said.kind(),
            said.owner(),
            said.purpose(),
            said.usedBy(),
            known ? least.known(wanted.calls()) : called(said));
    return DefinitionYaml.of(proposal.account().with().declaration(declaration).build());
  }

  /** Returns the called functions, without operations, since the log has no parameters. */
  private List<Call> called(Declaration said) {
    List<Call> declared = said.need().orElse(List.of());
    return wanted.basis() != IntendedCalls.Basis.USED
        ? null
        : least.known(wanted.calls()).stream()
            .filter(call -> call.operation() == null || declared.contains(call))
            .toList();
  }

  /** Returns a summary of the result, in one sentence. */
  public String heading() {
    if (none().isPresent()) {
      return "There is no least account for %s: %s".formatted(least.account().user(), none().get());
    }
    return "The least that %s needs on %s for %s"
        .formatted(
            least.account().user(),
            builds.stream()
                .map(b -> "build %s (Agent API %s)".formatted(b.nonAgent(), b.agent()))
                .collect(Collectors.joining(" and ")),
            purpose());
  }

  private String purpose() {
    String calls = calls(wanted.calls().stream().map(Call::toString).toList());
    return switch (wanted.basis()) {
      case ASKED -> calls;
      case DECLARED -> "what it declares to call: " + calls;
      case LISTED -> "what it is granted by name and answers today: " + calls;
      case USED ->
          "what it called from %s: %s"
              .formatted(UsageResult.period(observed.period()), calls(observed.called()));
      case EVERYTHING -> "every function that answers it today: " + calls;
    };
  }

  private static String calls(List<String> names) {
    if (names.isEmpty()) {
      return "nothing";
    }
    return names.size() <= NAMED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMED - 1))
            + " and %d more".formatted(names.size() - NAMED + 1);
  }

  /** Returns notes on its use, one sentence each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(observed == null ? List.of() : observed.notes());
    if (!wanted.refused().isEmpty()) {
      notes.add(
          "left out, since %s: %s; name them with --functions to open them"
              .formatted(
                  wanted.basis() == IntendedCalls.Basis.USED
                      ? "calls of them were refused, or would be today"
                      : "its level or flags refuse them today",
                  String.join(", ", wanted.refused())));
    }
    List<String> lost =
        wanted.basis() == IntendedCalls.Basis.LISTED
            ? FunctionList.lost(least.before().apiAllowedFunctions())
            : List.of();
    if (!lost.isEmpty()) {
      notes.add(
          "the server does not find these in its list today; they are taken as meant: "
              + String.join(", ", lost));
    }
    if (!program) {
      notes.add(
          "not a program's account: level and flags stay where they are, since its screens may need them");
    } else if (inferredFrom != null) {
      notes.add(
          "taken for a program's account (%s); if a person uses it, %s"
              .formatted(inferredFrom, Kinds.settledBy(Kind.PERSON, least.before())));
    }
    if (!proposal.lifted().isEmpty()) {
      notes.add(proposal.lifted());
    }
    if (!proposal.openGroup().isEmpty()) {
      notes.add("user_group is left open; " + proposal.openGroup());
    }
    if (none().isPresent()) {
      return notes; // the remaining notes describe an account, and there is none
    }
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (LeastPrivilege.Closed closed : least.closed()) {
      byReason
          .computeIfAbsent("out of reach, " + closed.reason(), key -> new ArrayList<>())
          .add(closed.call().toString());
    }
    for (DangerousGrant power : powers) {
      byReason
          .computeIfAbsent(power.reach() + ". Safer: " + power.safer(), key -> new ArrayList<>())
          .add(power.call());
    }
    byReason.forEach((reason, names) -> notes.add(String.join(", ", names) + ": " + reason));
    foreseen.forEach(finding -> notes.add(Foreseen.sentence(finding)));
    return notes;
  }
}
