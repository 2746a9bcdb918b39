package org.vicilint.render.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vicilint.access.Decision;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.catalog.Requirement;
import org.vicilint.diagnosis.AnswerBook;
import org.vicilint.diagnosis.Candidate;
import org.vicilint.diagnosis.Diagnosis;
import org.vicilint.diagnosis.Reply;
import org.vicilint.render.Requirements;

/**
 * Explains the meaning of the server's answers in sentences. An instance serves one run and is not
 * thread-safe.
 */
final class DiagnosisWords {
  private static final int REMEMBERED = 10_000;
  private static final int MANY = 10;

  /** The account of level 9 that every installation begins with. */
  private static final String INSTALLED = "6666";

  private static final Pattern COUNT = Pattern.compile("\\|([0-9]{1,3})\\|?$");

  private final Catalog catalog;
  private final Builds builds;
  private final AnswerBook book;
  private final Map<String, Said> remembered = new HashMap<>();

  /**
   * The explanation of an answer.
   *
   * @param meaning the meaning of the answer, and warnings about its fields
   * @param notes other functions with this answer, and doubts
   */
  record Said(List<String> meaning, List<String> notes) {}

  /**
   * @param builds the builds whose requirements are explained
   */
  DiagnosisWords(Catalog catalog, Builds builds, AnswerBook book) {
    this.catalog = catalog;
    this.builds = builds;
    this.book = book;
  }

  /**
   * Returns the explanation of an answer. Results are cached, since logs hold many equal answers.
   */
  Said of(Diagnosis diagnosis) {
    String text = diagnosis.reply().form() + diagnosis.reply().text();
    Said said = remembered.get(text);
    if (said == null) {
      said = new Said(meaning(diagnosis), notes(diagnosis));
      if (remembered.size() < REMEMBERED) {
        remembered.put(text, said);
      }
    }
    return said;
  }

  /** Returns the meaning of the answer, and warnings about its fields. */
  private List<String> meaning(Diagnosis diagnosis) {
    Reply reply = diagnosis.reply();
    List<String> said = new ArrayList<>();
    switch (reply.kind()) {
      case SUCCESS -> said.add("The server did what was asked: this is no refusal.");
      case UNKNOWN -> unknown(said, diagnosis);
      case OTHER, TARGET -> OtherAnswerWords.meaning(said, diagnosis);
      case REFUSAL -> {
        refusal(said, diagnosis);
        numbers(said, diagnosis);
        if (reply.cut()) {
          said.add(
              reply.form() == Reply.Form.DOCUMENTATION
                  ? "Its fields are not as any server prints them, so they are not read."
                  : "The line ends before the answer does, so what stands behind it is not known.");
        }
      }
    }
    return said;
  }

  private void unknown(List<String> said, Diagnosis diagnosis) {
    Reply reply = diagnosis.reply();
    if (AnswerBook.version(reply)) {
      said.add(
          "This is unknown here: it is what function=version answers. 'vicilint explain-build' tells what is known of the build.");
    } else if (reply.form() == Reply.Form.TRANSLATED) {
      OtherAnswerWords.translated(said, diagnosis);
    } else if (reply.text().startsWith("SUCCESS:")) {
      said.add(
          "This is unknown: no build that is known writes this SUCCESS, so it proves nothing. Another program wrote it, a changed server, or a newer build.");
    } else {
      said.add("This is unknown: not a permission answer that any build is known to give.");
      if (reply.named() != null) {
        said.add(
            "So it is no refusal by permission that is known of %s, which has other answers too."
                .formatted(reply.named()));
      }
      if (reply.text().startsWith("ERROR:") && book.nearest(reply) == null) {
        said.add(
            "It may be translated: a server in another language translates the answers of the Agent API.");
      }
    }
  }

  private void refusal(List<String> said, Diagnosis diagnosis) {
    Candidate first = diagnosis.candidates().get(0);
    LoginRequirement login = catalog.api(first.api()).loginAt(builds.of(first.api()));
    switch (first.gate()) {
      case LOGIN -> LoginWords.meaning(said, diagnosis.reply(), login);
      case LIST_SCOPE ->
          said.add(
              "The account has api_list_restrict=1, and its user_group, the last field, does not exist. Nothing else of the call ran.");
      case ALLOWED_FUNCTION -> {
        String function = diagnosis.function();
        said.add(
            "The login was right, but api_allowed_functions does not hold %s with a blank on both sides, and not ALL_FUNCTIONS."
                .formatted(function == null ? "the function" : "' " + function + " '"));
        if (function != null && catalog.function(function).isEmpty()) {
          said.add("No build that is known has a function of this name.");
        }
      }
      case LEVEL_AND_FLAGS -> {
        said.add("The level of the account is too low, or a flag is not set.");
        needs(said, diagnosis);
        if (!login.shared()) {
          said.add("On this build a wrong user or password is answered in the same way.");
        }
      }
      case OPERATION -> {
        said.add("The function is allowed; a parameter of the request needs more.");
        needs(said, diagnosis);
      }
      case FUNCTION ->
          said.add(
              "The login was right, but the build has no function of the name that was sent: it is misspelt, or came with a later build.");
    }
  }

  /** Adds the requirement of the function, and the other functions with the same answer. */
  private void needs(List<String> said, Diagnosis diagnosis) {
    Map<String, List<String>> byNeed = new LinkedHashMap<>();
    for (Candidate candidate : diagnosis.candidates()) {
      need(candidate)
          .ifPresent(n -> byNeed.computeIfAbsent(n, k -> new ArrayList<>()).add(candidate.call()));
    }
    byNeed.forEach(
        (need, calls) ->
            said.add(
                "On build %s %s %s %s."
                    .formatted(
                        builds.of(diagnosis.reply().api()),
                        and(calls),
                        calls.size() == 1 ? "needs" : "need",
                        need)));
  }

  private Optional<String> need(Candidate candidate) {
    Optional<Function> function = catalog.function(candidate.function());
    Optional<Requirement> needed =
        candidate.operation() == null
            ? function.flatMap(f -> f.at(builds.of(f.api())))
            : function
                .flatMap(f -> f.operation(candidate.operation()))
                .flatMap(o -> o.at(builds.of(candidate.api())));
    return needed.map(r -> Requirements.needs(r, "no level or flag"));
  }

  private static String and(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static void numbers(List<String> said, Diagnosis diagnosis) {
    String text = diagnosis.reply().text();
    Gate.Kind gate = diagnosis.candidates().get(0).gate();
    Matcher count = COUNT.matcher(text);
    if (text.endsWith("||")) {
      said.add("The last field is always empty here; it says nothing of the account.");
    } else if (gate != Gate.Kind.LIST_SCOPE
        && gate != Gate.Kind.ALLOWED_FUNCTION
        && !text.contains("****")
        && count.find()) {
      said.add(
          "The %s at the end is the number of accounts that matched, not the level."
              .formatted(count.group(1)));
    }
  }

  /** Returns notes on the answer: other functions with this answer, and doubts. */
  private List<String> notes(Diagnosis diagnosis) {
    List<String> notes = new ArrayList<>();
    List<Candidate> all = diagnosis.candidates();
    form(notes, diagnosis);
    List<String> calls =
        all.stream().map(Candidate::call).filter(Objects::nonNull).distinct().toList();
    if (calls.size() > MANY) {
      notes.add("%d functions answer like this.".formatted(calls.size()));
    } else if (calls.size() > 1) {
      notes.add(and(calls) + " answer with this very text.");
    }
    if (!diagnosis.onBuild()) {
      notes.add(
          "Build %s does not answer so; %s."
              .formatted(
                  builds.of(all.get(0).api()),
                  all.stream()
                      .map(DiagnosisWords::span)
                      .distinct()
                      .collect(Collectors.joining(", "))));
    }
    switch (diagnosis.lookup()) {
      case NO_ACCOUNT -> notes.add("There is no account of this name in what was read.");
      case DIFFERS -> notes.add(differs(diagnosis));
      default -> {}
    }
    if (diagnosis.account() != null
        && diagnosis.gate().isPresent()
        && !diagnosis.change().isEmpty()
        && diagnosis.account().user().equals(INSTALLED)) {
      notes.add(
          "6666 is the administrator that VICIdial installs. An account of its own for the program needs far less than this one can do.");
    }
    return notes;
  }

  /** Adds a note if servers spell the answer differently. */
  private void form(List<String> notes, Diagnosis diagnosis) {
    if (diagnosis.reply().kind() != Reply.Kind.REFUSAL || diagnosis.reply().cut()) {
      return;
    }
    switch (diagnosis.reply().form()) {
      case DOCUMENTATION ->
          notes.add(
              "This is written as in VICIdial's documentation; servers print it with a colon and bars: |user|...|.");
      case JSON ->
          notes.add(
              diagnosis.candidates().stream().anyMatch(c -> book.json(c.function()))
                  ? "This is JSON: builds from 260519-1647 on write it when the request has stage=json. What the call needs is told for the builds that are known here."
                  : "This is JSON, as a wrapper or a changed server writes it: VICIdial answers this as text. Its words are the server's.");
      default -> {}
    }
  }

  private static String span(Candidate candidate) {
    return candidate.until() == null
        ? "builds from %s on do".formatted(candidate.since())
        : "builds from %s up to, but without, %s do"
            .formatted(candidate.since(), candidate.until());
  }

  private static String differs(Diagnosis diagnosis) {
    Decision decision = diagnosis.decision();
    if (decision == null && diagnosis.function() != null) {
      return "The account is in what was read, but not what a function of this name needs: it came after the builds that are known.";
    }
    if (decision == null || decision.granted()) {
      if (LoginWords.byServer(diagnosis.reply().login())) {
        return "By what was read the login is open: the server has other values, or what this reason rests on was not read.";
      }
      return diagnosis.candidates().get(0).gate() == Gate.Kind.LOGIN
          ? "By what was read the login is open: the password that was sent is wrong, the account is locked, or the server has other values."
          : "By what was read the call is allowed: the server has other values, or is another build.";
    }
    return "By what was read another gate would refuse (%s): the server has other values, or is another build."
        .formatted(decision.failed().orElseThrow().kind().word());
  }
}
