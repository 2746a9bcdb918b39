package org.vicilint.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Catalog;

/**
 * Recognises the answers of both APIs, of every build, wherever they stand in a line. The texts are
 * those of the catalog, which the evaluator fills in. Instances do not change and may be shared.
 */
public final class AnswerBook {
  private static final String SUCCESS = "SUCCESS: ";

  /** How what function=version answers begins, and goes on. */
  private static final String VERSION = "VERSION:";

  private static final String VERSION_BUILD = "|BUILD:";

  /** What is shown of it. */
  private static final String VERSION_SHOWN = "VERSION: ...|BUILD: ...";

  private static final List<String> STARTS = List.of("ERROR: ", "NOTICE: ", SUCCESS);

  private final Templates templates;
  private final Set<String> functions;
  private final Set<String> firstWords = new HashSet<>();
  private final Redaction redaction;
  private final Nearest nearest;

  public AnswerBook(Catalog catalog) {
    this.templates = new Templates(catalog);
    this.functions = Set.copyOf(catalog.names());
    Set<String> vocabulary = new HashSet<>(functions);
    vocabulary.addAll(List.of("ERROR:", "NOTICE:", "SUCCESS:", "TO"));
    for (Template template : templates.all()) {
      firstWords.add(Templates.word(template.text(), 0));
      vocabulary.addAll(Nearest.words(template.text()));
    }
    firstWords.addAll(functions);
    this.redaction = new Redaction(Set.copyOf(vocabulary));
    this.nearest = new Nearest(templates.all());
  }

  /** The text of one answer, which somebody says is one: it is recognised, or unknown. */
  public List<Reply> read(String text) {
    List<Reply> found = scan(text);
    if (found.isEmpty() && text.strip().startsWith(VERSION) && text.contains(VERSION_BUILD)) {
      return List.of(
          new Reply(Reply.Kind.UNKNOWN, VERSION_SHOWN, null, null, List.of(), null, false));
    }
    return !found.isEmpty() || text.isBlank() ? found : List.of(unknown(text));
  }

  /**
   * The answers in a line of a log. What begins like an answer and is none that is known counts as
   * unknown when it begins the line or speaks of a function; other programs write ERROR, too.
   */
  public List<Reply> scan(String line) {
    int at = start(line, 0);
    if (at < 0) {
      return List.of();
    }
    // As JSON may have it.
    String text = line.contains("\\/") ? line.replace("\\/", "/") : line;
    List<Reply> found = new ArrayList<>();
    int first = firstVisible(text);
    at = start(text, 0);
    while (at >= 0) {
      Template.Hit hit = templates.match(text, at);
      int next;
      if (hit != null) {
        found.add(refusal(hit));
        next = start(text, Math.max(hit.end(), at + 1));
      } else {
        next = start(text, at + 1);
        if (at == first || firstWords.contains(Templates.word(text, at))) {
          String rest = text.substring(at, next < 0 ? text.length() : next);
          found.add(rest.startsWith(SUCCESS) ? success(rest) : unknown(rest));
        }
      }
      at = next;
    }
    return found;
  }

  /**
   * The known answer that is most like an unknown one, as the catalog writes it; or null. Of a
   * function that it names, one that this function gives.
   */
  public String nearest(Reply unknown) {
    return nearest.to(unknown.text(), unknown.named());
  }

  /** Whether an unknown answer is what {@code function=version} gives. */
  public static boolean version(Reply unknown) {
    return unknown.kind() == Reply.Kind.UNKNOWN && unknown.text().equals(VERSION_SHOWN);
  }

  /** Where the next answer may start: at ERROR, NOTICE or SUCCESS that begins a word. */
  private static int start(String line, int from) {
    for (int colon = line.indexOf(": ", from); colon >= 0; colon = line.indexOf(": ", colon + 2)) {
      for (String start : STARTS) {
        int at = colon + 2 - start.length();
        if (at >= from
            && line.startsWith(start, at)
            && (at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1)))) {
          return at;
        }
      }
    }
    return -1;
  }

  private static int firstVisible(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private Reply refusal(Template.Hit hit) {
    Map<String, String> fields = hit.fields();
    List<Candidate> candidates = hit.candidates();
    if (candidates.isEmpty()) {
      // A function that came after the catalog was made, or that somebody added.
      Candidate like = hit.template().candidates().get(0);
      candidates =
          List.of(
              new Candidate(
                  like.api(),
                  fields.get("function"),
                  null,
                  Gate.Kind.ALLOWED_FUNCTION,
                  null,
                  null));
    }
    String user = fields.get("user");
    String word = Templates.word(hit.template().text(), 0);
    return new Reply(
        Reply.Kind.REFUSAL,
        hit.cut() ? hit.template().head() + "..." : hit.template().fill(fields),
        user == null || user.isEmpty() ? null : user,
        fields.containsKey("function")
            ? fields.get("function")
            : functions.contains(word) ? word : null,
        candidates,
        login(hit),
        hit.cut());
  }

  private Reply.Login login(Template.Hit hit) {
    if (hit.template().candidates().get(0).gate() != Gate.Kind.LOGIN || hit.cut()) {
      return null;
    }
    Map<String, String> fields = hit.fields();
    String text = hit.template().text();
    String message =
        fields.isEmpty() ? "IP" : text.endsWith("|LOCK|") ? "LOCK" : fields.get("auth_message");
    return new Reply.Login(positive(fields.get("auth")), positive(fields.get("auth_api")), message);
  }

  private static Boolean positive(String number) {
    return number == null ? null : Integer.parseInt(number) > 0;
  }

  private Reply success(String text) {
    return other(Reply.Kind.SUCCESS, text);
  }

  private Reply unknown(String text) {
    return other(Reply.Kind.UNKNOWN, text);
  }

  private Reply other(Reply.Kind kind, String text) {
    String word = Templates.word(text, 0);
    return new Reply(
        kind,
        redaction.of(text),
        null,
        functions.contains(word) ? word : null,
        List.of(),
        null,
        false);
  }
}
