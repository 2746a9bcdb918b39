package org.vicilint.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Api;

/** Makes replies of what was found in a text. */
final class Replies {
  private final AnswerTemplates templates;
  private final KnownAnswers known;
  private final FieldForm fields;
  private final Set<String> functions;
  private final Redaction redaction;

  Replies(
      AnswerTemplates templates,
      KnownAnswers known,
      FieldForm fields,
      Set<String> functions,
      Redaction redaction) {
    this.templates = templates;
    this.known = known;
    this.fields = fields;
    this.functions = functions;
    this.redaction = redaction;
  }

  /** Returns the reply for a refusal of the catalog. */
  Reply refusal(AnswerTemplate.Hit hit) {
    return refusal(hit, candidates(hit));
  }

  private Reply refusal(AnswerTemplate.Hit hit, List<Candidate> candidates) {
    String user = hit.fields().get("user");
    return new Reply(
        Reply.Kind.REFUSAL,
        hit.form(),
        hit.text(),
        candidates.get(0).api(),
        user == null || user.isEmpty() ? null : user,
        named(hit),
        candidates,
        login(hit),
        null,
        hit.cut());
  }

  private String named(AnswerTemplate.Hit hit) {
    return hit.fields().containsKey("function")
        ? hit.fields().get("function")
        : function(hit.template().text());
  }

  private List<Candidate> candidates(AnswerTemplate.Hit hit) {
    String function = hit.fields().get("function");
    List<Candidate> candidates = hit.candidates();
    List<AnswerTemplate> alike = templates.ofWords(hit.template().words());
    if (candidates.isEmpty()) {
      // Another form of the same answer, or the same answer of the other API.
      candidates =
          alike.stream()
              .flatMap(template -> template.candidates(function).stream())
              .distinct()
              .toList();
    } else if (!hit.cut() && function == null && hit.text().contains(" - ")) {
      // The oldest builds write a dash themselves.
      Api api = candidates.get(0).api();
      candidates =
          alike.stream()
              .flatMap(template -> template.candidates().stream())
              .filter(c -> c.api() == api)
              .distinct()
              .toList();
    }
    if (candidates.isEmpty()) {
      // A function that came after the catalog was made, or that somebody added.
      Candidate like = hit.template().candidates().get(0);
      candidates =
          List.of(
              new Candidate(like.api(), function, null, Gate.Kind.ALLOWED_FUNCTION, null, null));
    }
    return candidates;
  }

  /** An answer that is a JSON object: its words and values are those of the text. */
  Reply json(JsonAnswers.Found answer) {
    String text = answer.result() + ": " + answer.reason();
    AnswerTemplate.Hit whole = templates.match(text, 0);
    if (whole != null && !whole.cut() && !whole.fields().isEmpty()) {
      return refusal(whole);
    }
    // The last is the newest form.
    List<AnswerTemplate> alike = templates.ofWords(LooseForm.words(text));
    if (alike.isEmpty()) {
      KnownAnswers.Found found = known.find(text);
      return found == null ? unknown(text) : known(found, text);
    }
    Map<String, String> values = new HashMap<>(answer.fields());
    values.computeIfAbsent("user_group", name -> answer.fields().get("group"));
    String function = values.get("function");
    AnswerTemplate template =
        alike.stream()
            .filter(t -> t.names().contains("function") && t.of(function))
            .findFirst()
            .orElse(alike.get(alike.size() - 1));
    Map<String, String> filled = new HashMap<>();
    template.names().stream()
        .filter(values::containsKey)
        .forEach(name -> filled.put(name, values.get(name)));
    boolean all = filled.keySet().containsAll(template.names());
    String user = filled.get("user");
    String shown =
        all ? template.fill(filled) : template.head() + (user == null ? "" : user + "|") + "...";
    boolean cut = answer.cut() && !all;
    AnswerTemplate.Hit hit =
        new AnswerTemplate.Hit(template, filled, shown, answer.to(), Reply.Form.JSON, cut);
    return refusal(hit, candidates(hit));
  }

  /** Returns the reply for a known text that refuses the caller nothing. */
  Reply known(KnownAnswers.Found found, String text) {
    KnownAnswer answer = found.known();
    String words = text.substring(0, found.words());
    boolean listed = words.equals(answer.text());
    String behind = text.substring(found.end());
    String rest =
        behind.isBlank()
            ? ""
            : found.account() == null ? " ..." : behind.startsWith("|") ? "|..." : " ...";
    String name = found.account() == null ? "" : text.substring(found.words(), found.end());
    return new Reply(
        answer.reply(),
        Reply.Form.SERVER,
        (listed ? words : redaction.of(words)) + name + rest,
        answer.api(),
        found.account(),
        function(text),
        List.of(),
        null,
        answer,
        false);
  }

  private Reply.Login login(AnswerTemplate.Hit hit) {
    if (hit.template().candidates().get(0).gate() != Gate.Kind.LOGIN || hit.cut()) {
      return null;
    }
    Map<String, String> values = hit.fields();
    String text = hit.template().text();
    String message =
        hit.template().names().isEmpty()
            ? "IP"
            : text.endsWith("|LOCK|")
                ? "LOCK"
                : values.getOrDefault(AnswerTemplate.REASON, values.get("auth_message"));
    return new Reply.Login(
        positive(values.get("auth")),
        positive(values.get("auth_api")),
        message,
        arrived(values.get("user")),
        arrived(values.get("pass")));
  }

  private static Boolean positive(String number) {
    return number == null ? null : Integer.parseInt(number) > 0;
  }

  private static Boolean arrived(String value) {
    return value == null ? null : !value.isEmpty();
  }

  /** Returns the reply for an unknown text, with its certain parts. */
  Reply unknown(String text) {
    FieldForm.Fields read = fields.of(text);
    if (read == null) {
      return plain(redaction.of(text), function(text));
    }
    String start = text.substring(0, text.indexOf(": ") + 1);
    String values =
        read.function() == null
            ? ": |" + (read.user() == null ? "" : read.user()) + "|..."
            : " - " + read.user() + "|" + read.function() + "|...";
    return new Reply(
        Reply.Kind.UNKNOWN,
        Reply.Form.TRANSLATED,
        (start.matches("\\p{L}{2,20}:") ? start + " ..." : "...") + values,
        Api.AGENT,
        read.user(),
        read.function(),
        List.of(),
        read.login(),
        null,
        false);
  }

  /**
   * Returns a reply for an answer without any known facts.
   *
   * @param named the function whose name stands in it; null when none does
   */
  Reply plain(String shown, String named) {
    return new Reply(
        Reply.Kind.UNKNOWN,
        Reply.Form.SERVER,
        shown,
        null,
        null,
        named,
        List.of(),
        null,
        null,
        false);
  }

  private String function(String text) {
    String word = AnswerTemplates.word(text, 0);
    return functions.contains(word) ? word : null;
  }
}
