package org.vicilint.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.ApiCatalog;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Build;

/** Every text of the catalog with which some build refuses, with all its possible origins. */
final class AnswerTemplates {
  private final Map<String, AnswerTemplate> byText = new LinkedHashMap<>();

  /** Templates by the first word behind ERROR or NOTICE, so that few have to be tried. */
  private final Map<String, List<AnswerTemplate>> byWord = new HashMap<>();

  /** Marks of a log or a column where it cuts a text, and quotation marks around one. */
  private static final Pattern CUT = Pattern.compile("(?:\\.{2,3}|…)?[\\s\"'<,;}\\])]*$");

  /** More than the words with which many answers begin. */
  private static final Pattern SAYS = Pattern.compile("PERMISSION TO \\w|incorrect, |DOES NOT E");

  /** Separator of the words of a refused login and its fields, whichever those are. */
  private static final Pattern LOGIN_VALUES = Pattern.compile("\\s*[:|\u2013\u2014-]");

  private static final int LONGEST = 400;

  /** Usual reason of a refused login in the Non-Agent API's text. */
  private static final String BAD = "|BAD|";

  AnswerTemplates(Catalog catalog) {
    for (Api api : Api.values()) {
      logins(catalog.api(api));
      for (Function function : catalog.api(api).functions()) {
        function(catalog.api(api), function);
      }
    }
    for (AnswerTemplate template : byText.values()) {
      template.close();
      byWord.computeIfAbsent(word(template.head(), 0), w -> new ArrayList<>()).add(template);
    }
  }

  Collection<AnswerTemplate> all() {
    return byText.values();
  }

  /** The template that fits best at a place of the line; null when none does. */
  AnswerTemplate.Hit match(String line, int at) {
    List<AnswerTemplate> likely = byWord.getOrDefault(word(line, at), List.of());
    AnswerTemplate.Hit best = null;
    for (AnswerTemplate template : likely) {
      best = better(best, template.match(line, at));
    }
    if (best == null || best.cut() || best.candidates().isEmpty()) {
      for (AnswerTemplate template : likely) {
        best = better(best, template.matchLoosely(line, at));
      }
    }
    if (best == null) {
      best = beginning(likely, line, at);
    }
    return best == null ? login(likely, line, at) : best;
  }

  /** A refused login whose fields no server prints so: a password is among them, somewhere. */
  private static AnswerTemplate.Hit login(List<AnswerTemplate> likely, String line, int at) {
    return likely.stream()
        .filter(t -> t.names().contains("pass") && line.startsWith(t.words(), at))
        .filter(
            t ->
                LOGIN_VALUES
                    .matcher(line)
                    .region(at + t.words().length(), line.length())
                    .lookingAt())
        .reduce((first, second) -> second)
        .map(t -> t.otherwise(line))
        .orElse(null);
  }

  /** The one template with whose words the line ends; null when none or several begin so. */
  private static AnswerTemplate.Hit beginning(List<AnswerTemplate> likely, String line, int at) {
    if (line.length() - at > 2 * LONGEST) {
      return null; // far more than any beginning; a line may hold thousands of them
    }
    String rest = CUT.matcher(line.substring(at)).replaceFirst("");
    if (rest.length() > LONGEST || !SAYS.matcher(rest).find()) {
      return null;
    }
    List<AnswerTemplate> fit = likely.stream().filter(t -> t.words().startsWith(rest)).toList();
    return fit.stream().map(AnswerTemplate::words).distinct().count() == 1
        ? fit.get(fit.size() - 1).cutOff(line)
        : null;
  }

  private static AnswerTemplate.Hit better(AnswerTemplate.Hit best, AnswerTemplate.Hit hit) {
    return best == null || (hit != null && AnswerTemplate.Hit.rank(hit, best) < 0) ? hit : best;
  }

  /** Returns the templates of the same words, with any separator before the values. */
  List<AnswerTemplate> ofWords(String words) {
    return byWord.getOrDefault(word(words, 0), List.of()).stream()
        .filter(template -> template.words().equals(words))
        .toList();
  }

  /** The word behind the first blank; empty when there is none. */
  static String word(String line, int at) {
    int from = line.indexOf(' ', at) + 1;
    int to = from;
    while (to < line.length() && isWord(line.charAt(to))) {
      to++;
    }
    return from == 0 ? "" : line.substring(from, to);
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private void logins(ApiCatalog api) {
    for (int i = 0; i < api.login().size(); i++) {
      LoginRequirement login = api.login().get(i);
      Build until = i + 1 < api.login().size() ? api.login().get(i + 1).since() : null;
      for (String text : new String[] {login.refusal(), login.locked()}) {
        if (text != null) {
          Candidate next =
              new Candidate(api.api(), null, null, Gate.Kind.LOGIN, login.since(), until);
          if (text.endsWith(BAD)) {
            extend(text.replace(BAD, "|{" + AnswerTemplate.REASON + "}|"), next);
          }
          extend(text, next);
        }
      }
    }
    if (api.ipRefused() != null) {
      extend(api.ipRefused(), new Candidate(api.api(), null, null, Gate.Kind.LOGIN, null, null));
    }
    if (api.switchedOff() != null) {
      extend(api.switchedOff(), new Candidate(api.api(), null, null, Gate.Kind.LOGIN, null, null));
    }
    if (api.noFunction() != null) {
      extend(
          api.noFunction(), new Candidate(api.api(), null, null, Gate.Kind.FUNCTION, null, null));
    }
  }

  private void function(ApiCatalog api, Function function) {
    history(function, null, function.history(), Gate.Kind.LEVEL_AND_FLAGS, Requirement::refusal);
    history(
        function,
        null,
        function.history(),
        Gate.Kind.ALLOWED_FUNCTION,
        r -> r.allowedFunctions() ? function.notAllowed() : null);
    history(
        function,
        null,
        function.history(),
        Gate.Kind.LIST_SCOPE,
        r -> r.listScope() ? api.noGroup() : null);
    for (Operation operation : function.operations()) {
      history(
          function,
          operation.name(),
          operation.history(),
          Gate.Kind.OPERATION,
          Requirement::refusal);
    }
  }

  private void history(
      Function function,
      String operation,
      List<Requirement> history,
      Gate.Kind gate,
      java.util.function.Function<Requirement, String> text) {
    for (int i = 0; i < history.size(); i++) {
      Requirement entry = history.get(i);
      Build until = i + 1 < history.size() ? history.get(i + 1).since() : null;
      if (!entry.gone() && text.apply(entry) != null) {
        extend(
            text.apply(entry),
            new Candidate(function.api(), function.name(), operation, gate, entry.since(), until));
      }
    }
  }

  /** Adds a candidate, or lengthens the one before it that it follows without a gap. */
  private void extend(String text, Candidate next) {
    AnswerTemplate template = byText.computeIfAbsent(text, AnswerTemplate::new);
    List<Candidate> known = template.candidates();
    Candidate last = known.isEmpty() ? null : known.get(known.size() - 1);
    boolean follows =
        last != null
            && last.until() != null
            && last.until().equals(next.since())
            && last.api() == next.api()
            && last.gate() == next.gate()
            && Objects.equals(last.call(), next.call());
    if (follows) {
      known.set(
          known.size() - 1,
          new Candidate(
              last.api(),
              last.function(),
              last.operation(),
              last.gate(),
              last.since(),
              next.until()));
    } else {
      template.add(next);
    }
  }
}
