package org.vicilint.diagnosis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;

/**
 * Recognises the answers of both APIs, of every build, wherever they stand in a line. The texts are
 * those of the catalog, which the evaluator fills in. Instances do not change and may be shared.
 */
public final class AnswerBook {
  private static final String SUCCESS = "SUCCESS: ";

  /** Beginning of an answer of function=version. */
  private static final String VERSION = "VERSION:";

  private static final String VERSION_BUILD = "|BUILD:";

  /** Shown form of a version answer. */
  private static final String VERSION_SHOWN = "VERSION: ...|BUILD: ...";

  private static final List<String> STARTS = List.of("ERROR: ", "NOTICE: ", SUCCESS);

  /** Parts of a refusal that a wrapper may leave: nothing else in a log reads like these. */
  private static final List<String> SIGNS =
      List.of(
          "USER DOES NOT HAVE PERMISSION TO ",
          "Login incorrect, please try again",
          "Too many login attempts, try again in",
          "Invalid Username/Password: |",
          "Invalid Username/Password - ",
          "Invalid Username/Password \u2013 ",
          "user_group DOES NOT EXIST",
          "Your IP Address is not allowed");

  private static final Pattern COLOURS = Pattern.compile("(?:\u001b?\\[[0-9;]{0,30}m)+");

  /** Signs that no other program writes. */
  private static final Set<String> CERTAIN =
      Set.of(
          "USER DOES NOT HAVE PERMISSION TO ",
          "Login incorrect, please try again",
          "user_group DOES NOT EXIST");

  /** The end of a text behind which an answer is cited. */
  private static final Pattern INTRODUCTION = Pattern.compile("[:=\\[({<>\"'`,]\\s*$");

  private final AnswerTemplates templates;
  private final KnownAnswers known;
  private final FieldForm fields;
  private final Set<String> firstWords = new HashSet<>();
  private final Replies replies;
  private final Nearest nearest;

  public AnswerBook(Catalog catalog) {
    this.templates = new AnswerTemplates(catalog);
    Set<String> functions = Set.copyOf(catalog.names());
    this.known = new KnownAnswers(catalog.names());
    this.fields =
        new FieldForm(catalog.api(Api.AGENT).functions().stream().map(Function::name).toList());
    Set<String> vocabulary = new HashSet<>(functions);
    vocabulary.addAll(List.of("ERROR:", "NOTICE:", "SUCCESS:", "TO"));
    for (AnswerTemplate template : templates.all()) {
      firstWords.add(AnswerTemplates.word(template.text(), 0));
      vocabulary.addAll(Nearest.words(template.text()));
    }
    known.texts().forEach(text -> vocabulary.addAll(Nearest.words(text)));
    firstWords.addAll(functions);
    this.replies =
        new Replies(templates, known, fields, functions, new Redaction(Set.copyOf(vocabulary)));
    this.nearest = new Nearest(templates.all());
  }

  /** The text of one answer, which somebody says is one: it is recognised, or unknown. */
  public List<Reply> read(String text) {
    List<Reply> found = scan(text);
    if (found.isEmpty() && text.strip().startsWith(VERSION) && text.contains(VERSION_BUILD)) {
      return List.of(replies.plain(VERSION_SHOWN, null));
    }
    return !found.isEmpty() || text.isBlank() ? found : List.of(replies.unknown(text));
  }

  /**
   * The answers in a line of a log. Text that begins like an answer but is no known one counts as
   * unknown when it begins the line or names a function; other programs write ERROR, too.
   */
  public List<Reply> scan(String line) {
    String text = LogEscapes.without(line);
    List<Reply> found = new ArrayList<>();
    int from = 0;
    for (JsonAnswers.Found answer : JsonAnswers.in(text)) {
      plain(text.substring(from, answer.from()), found);
      found.add(replies.json(answer));
      from = answer.to();
    }
    plain(from == 0 ? text : text.substring(from), found);
    return found;
  }

  /** The answers that stand in a text as the server prints them, or nearly. */
  private void plain(String text, List<Reply> found) {
    int at = start(text, 0);
    if (at < 0) {
      headless(text, found);
      return;
    }
    int first = firstVisible(text);
    while (at >= 0) {
      AnswerTemplate.Hit hit = templates.match(text, at);
      int next;
      if (hit != null) {
        found.add(replies.refusal(hit));
        next = start(text, Math.max(hit.end(), at + 1));
      } else {
        next = start(text, at + 1);
        String rest = text.substring(at, next < 0 ? text.length() : next);
        KnownAnswers.Found answer = known.find(rest);
        if (answer != null) {
          found.add(replies.known(answer, rest));
        } else if ((at == first && !introduces(rest, next))
            || firstWords.contains(AnswerTemplates.word(text, at))
            || fields.of(rest) != null) {
          found.add(replies.unknown(rest));
        }
      }
      at = next;
    }
  }

  /** Answers without ERROR before them: a wrapper took it off, or a server translates it. */
  private void headless(String text, List<Reply> found) {
    for (String sign : SIGNS) {
      int at = text.indexOf(sign);
      if (at >= 0) {
        int begin = at;
        while (sign.startsWith("USER") && begin > 0 && inFunction(text.charAt(begin - 1))) {
          begin--;
        }
        for (String start : List.of("ERROR: ", "NOTICE: ")) {
          String answer = start + text.substring(begin);
          AnswerTemplate.Hit hit = templates.match(answer, 0);
          if (hit != null && !hit.cut()) {
            found.add(replies.refusal(hit));
            return;
          }
        }
        if (CERTAIN.contains(sign)) {
          // It is an answer, but written as nobody knows it: silence would hide it.
          found.add(replies.unknown("ERROR: " + text.substring(begin)));
          return;
        }
      }
    }
    int at = fields.start(text);
    if (at >= 0) {
      found.add(replies.unknown(text.substring(at)));
    }
  }

  /**
   * Returns the known answer nearest to an unknown one, as the catalog writes it; or null. When it
   * names a function, one of that function's answers.
   */
  public String nearest(Reply unknown) {
    return unknown.form() == Reply.Form.TRANSLATED || unknown.text().startsWith(SUCCESS)
        ? null
        : nearest.to(unknown.text(), unknown.named());
  }

  /** Whether an unknown answer is one of {@code function=version}. */
  public static boolean version(Reply unknown) {
    return unknown.kind() == Reply.Kind.UNKNOWN && unknown.text().equals(VERSION_SHOWN);
  }

  /** Whether builds newer than the catalog answer the function's own refusals as JSON. */
  public boolean json(String function) {
    return known.json(function);
  }

  /**
   * Returns the next place where an answer may start: at ERROR, NOTICE or SUCCESS that begins a
   * word.
   */
  private static int start(String line, int from) {
    for (int colon = line.indexOf(": ", from); colon >= 0; colon = line.indexOf(": ", colon + 2)) {
      for (String start : STARTS) {
        int at = colon + 2 - start.length();
        if (at >= from
            && line.startsWith(start, at)
            && (at == 0
                || !Character.isLetterOrDigit(line.charAt(at - 1))
                || colour(line, at) < at)) {
          return at;
        }
      }
    }
    return -1;
  }

  /** Whether a character may belong to what stands before the words: a function, and a blank. */
  private static boolean inFunction(char c) {
    return c == ' ' || c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /** Whether a program writes this before the answer that follows: it is none itself. */
  private static boolean introduces(String text, int next) {
    return next >= 0
        && text.indexOf('|') < 0
        && !text.contains(" - ")
        && INTRODUCTION.matcher(text).find();
  }

  /**
   * Returns the beginning of a console colour code that ends here; the same place when none does.
   */
  private static int colour(String text, int end) {
    int at = end - 1;
    if (at < 0 || text.charAt(at) != 'm') {
      return end;
    }
    while (at > 0 && (Character.isDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ';')) {
      at--;
    }
    return at > 0 && text.charAt(at - 1) == '[' ? at - 1 : end;
  }

  /** Returns the place of an answer that begins the line. */
  private static int firstVisible(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    Matcher colours = COLOURS.matcher(text).region(at, text.length());
    return colours.lookingAt() ? colours.end() : at;
  }
}
