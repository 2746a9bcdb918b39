package org.vicilint.rules.custom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vicilint.catalog.Catalog;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Severity;
import org.vicilint.model.Problem;
import org.vicilint.model.Suggestions;
import org.vicilint.rules.RulePage;

/** Reads a rule from a rule file. */
final class RuleReader {
  private static final List<String> KEYS =
      List.of(
          "category",
          "confidence",
          "evidence",
          "fix",
          "id",
          "message",
          "references",
          "severity",
          "since",
          "title",
          "when");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final String FENCE = "---\n";
  private static final String WHY = "## Why it matters\n";
  private static final int LONGEST = 64 << 10;

  private final Catalog catalog;
  private final Consumer<Problem> failures;

  /**
   * @param failures receives failures while a rule runs
   */
  RuleReader(Catalog catalog, Consumer<Problem> failures) {
    this.catalog = catalog;
    this.failures = failures;
  }

  /**
   * Reads a rule; empty, with problems, if it is faulty.
   *
   * @param name the name of the file without its extension
   * @param markdown whether it is a page, with the keys as its front matter
   * @param taken the ids that are already in use
   */
  Optional<OwnRule> read(RuleFile file, String name, boolean markdown, Set<String> taken) {
    String text = file.text();
    int end = markdown ? text.indexOf("\n" + FENCE) + 1 : text.length();
    file.showLines(end, KEYS);
    if (markdown && (end == 0 || !text.startsWith(FENCE))) {
      file.problem(0, "this page has no front matter", "begin with ---, the keys, and --- again");
      return Optional.empty();
    }
    if (end > LONGEST) {
      file.problem(LONGEST, "there is too much in this rule", "a rule has a few lines of keys");
      return Optional.empty();
    }
    String body = markdown ? text.substring(end + FENCE.length()).strip() + "\n" : "";
    int before = file.problems();
    return FrontMatter.read(file, end, KEYS)
        .flatMap(front -> rule(front, body, name, taken))
        .filter(rule -> file.problems() == before);
  }

  /** Returns the rule if all required parts are there; it may have other faults. */
  private Optional<OwnRule> rule(FrontMatter front, String body, String name, Set<String> taken) {
    front.required("id").ifPresent(id -> checkId(id, name, taken));
    Optional<Scalar> title = front.required("title");
    Optional<Severity> severity = front.required("severity").flatMap(RuleReader::severity);
    Optional<Message> message = front.required("message").flatMap(Message::read);
    Optional<Scalar> when = front.required("when");
    Optional<Condition> condition =
        when.flatMap(text -> Condition.compile(text.text(), catalog, text::problem));
    Confidence confidence = front.optional("confidence").map(RuleReader::confidence).orElse(null);
    Remedy remedy = Remedy.read(front, catalog);
    List<Variable> evidence = evidence(front.list("evidence"));
    List<String> references = front.list("references").stream().map(Scalar::line).toList();
    String category = front.optional("category").map(Scalar::line).orElse("own");
    String since = front.optional("since").map(Scalar::line).orElse("");
    if (title.isEmpty() || severity.isEmpty() || message.isEmpty() || condition.isEmpty()) {
      return Optional.empty();
    }
    RulePage page =
        new RulePage(
            name,
            title.get().line(),
            severity.get(),
            Map.of(),
            category,
            since,
            references,
            why(body).orElse(title.get().line()),
            body.isEmpty() ? page(title.get().line(), when.get().text()) : body);
    return Optional.of(
        new OwnRule(
            page,
            condition.get(),
            message.get(),
            evidence.isEmpty() ? usual(remedy, condition.get()) : evidence,
            remedy,
            confidence,
            when.get(),
            failures));
  }

  private static void checkId(Scalar id, String name, Set<String> taken) {
    if (!ID.matcher(id.text()).matches()) {
      id.problem("an id is made of small letters, digits and dashes", "as in no-night-access");
    } else if (!id.text().equals(name)) {
      id.problem("the file has another name than its rule", "name it as the id, or the reverse");
    } else if (taken.contains(id.text())) {
      id.problem("there is a rule " + id.text() + " already", "give this one another id");
    }
  }

  private static Optional<Severity> severity(Scalar word) {
    Optional<Severity> severity = Severity.of(word.text());
    if (severity.isEmpty()) {
      choose(word, Arrays.stream(Severity.values()).map(Severity::word).toList());
    }
    return severity;
  }

  private static Confidence confidence(Scalar word) {
    for (Confidence each : Confidence.values()) {
      if (each.word().equals(word.text())) {
        return each;
      }
    }
    choose(word, Arrays.stream(Confidence.values()).map(Confidence::word).toList());
    return null;
  }

  private static void choose(Scalar word, List<String> words) {
    word.problem(
        "this is none of " + String.join(", ", words),
        Suggestions.closest(word.text(), words)
            .map(meant -> "did you mean " + meant + "?")
            .orElse("write one of them"));
  }

  private static List<Variable> evidence(List<Scalar> names) {
    List<Variable> evidence = new ArrayList<>();
    for (Scalar name : names) {
      Variable variable = Vocabulary.variables().get(name.text());
      if (variable == null || variable.column() == null) {
        name.problem(
            name.text() + " cannot be shown as evidence",
            Suggestions.closest(name.text(), Vocabulary.variables().keySet())
                .filter(meant -> !meant.equals(name.text()))
                .map(meant -> "did you mean " + meant + "?")
                .orElse("name a column or another variable of the account"));
      } else {
        evidence.add(variable);
      }
    }
    return evidence;
  }

  /**
   * Returns the default evidence: first the columns that the fix sets, then those of the condition.
   */
  private static List<Variable> usual(Remedy remedy, Condition condition) {
    Set<String> names = new LinkedHashSet<>(remedy.columns());
    names.addAll(condition.mentioned());
    List<Variable> shown =
        names.stream()
            .map(Vocabulary.variables()::get)
            .filter(variable -> variable.column() != null)
            .collect(Collectors.toList());
    return shown.isEmpty() ? List.of(Vocabulary.variables().get("user")) : shown;
  }

  /**
   * Returns the first paragraph of the section on why the rule matters, as on the pages of built-in
   * rules.
   */
  private static Optional<String> why(String body) {
    int start = body.indexOf(WHY);
    if (start < 0) {
      return Optional.empty();
    }
    String section = body.substring(start + WHY.length()).strip();
    int end = section.indexOf("\n\n");
    return Optional.of((end < 0 ? section : section.substring(0, end)).replace('\n', ' '));
  }

  /** Returns a page for a rule that has none. */
  private static String page(String title, String when) {
    return "# "
        + title
        + "\n\n## What it finds\n\nEvery account for which this holds:\n\n```text\n"
        + when.strip()
        + "\n```\n";
  }
}
