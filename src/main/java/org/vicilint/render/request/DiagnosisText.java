package org.vicilint.render.request;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.diagnosis.AnswerBook;
import org.vicilint.diagnosis.Diagnosis;
import org.vicilint.diagnosis.KnownAnswer;
import org.vicilint.diagnosis.Reply;
import org.vicilint.model.Change;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** Diagnoses for people. Repeated answers of a log are explained once. */
public final class DiagnosisText implements DiagnosisWriter {
  private static final int REMEMBERED = 10_000;

  private final PrintWriter out;
  private final Style style;
  private final DiagnosisWords words;
  private final AnswerBook book;
  private final String place;
  private final Map<String, Long> explained = new HashMap<>();

  /**
   * @param place the prefix of line numbers, such as {@code answers.txt:}; null to omit line
   *     numbers
   */
  public DiagnosisText(
      PrintWriter out, Style style, Catalog catalog, Builds builds, AnswerBook book, String place) {
    this.out = out;
    this.style = style;
    this.words = new DiagnosisWords(catalog, builds, book);
    this.book = book;
    this.place = place == null ? null : Printable.of(place);
  }

  @Override
  public void write(long line, Diagnosis diagnosis) {
    Reply reply = diagnosis.reply();
    Long before = explained.get(reply.text());
    out.println(
        (place == null ? "" : place + line + ": ") + style.bold(Printable.of(reply.text())));
    if (before != null) {
      out.println("  as " + (place == null ? "line " : place) + before);
      return;
    }
    if (explained.size() < REMEMBERED) {
      explained.put(reply.text(), line);
    }
    field("function", function(diagnosis));
    field(subject(diagnosis.reply()), account(diagnosis));
    field("gate", diagnosis.gate().map(g -> g.word()).orElse(null));
    DiagnosisWords.Said said = words.of(diagnosis);
    said.meaning().forEach(sentence -> Wrap.print(out, Printable.of(sentence), "  "));
    said.notes().forEach(note -> Wrap.print(out, Printable.of(note), "  "));
    String nearest = reply.kind() == Reply.Kind.UNKNOWN ? book.nearest(reply) : null;
    if (nearest != null) {
      out.println("  The nearest known answer: " + nearest);
    }
    change(diagnosis.change());
  }

  private void field(String name, String value) {
    if (value != null) {
      out.println("  %-9s %s".formatted(name, value));
    }
  }

  private static String function(Diagnosis diagnosis) {
    if (diagnosis.function() == null) {
      return diagnosis.reply().kind() == Reply.Kind.REFUSAL
          ? "not named; an answer of the " + diagnosis.reply().api().title()
          : null;
    }
    String operation = diagnosis.operation() == null ? "" : ":" + diagnosis.operation();
    String api =
        diagnosis.reply().api() == null ? "" : " (" + diagnosis.reply().api().title() + ")";
    return Printable.of(diagnosis.function()) + operation + api;
  }

  /** Returns the words for the account that the answer names. */
  private static String subject(Reply reply) {
    boolean agent = reply.known() != null && reply.known().account() == KnownAnswer.Subject.AGENT;
    return agent ? "agent" : "account";
  }

  private static String account(Diagnosis diagnosis) {
    String named = diagnosis.reply().account();
    if (diagnosis.account() == null) {
      return named == null ? null : Printable.of(named);
    }
    return Printable.of(diagnosis.account().user())
        + "  ("
        + Printable.of(diagnosis.account().place("user").toString())
        + ")";
  }

  private void change(List<Change> changes) {
    if (!changes.isEmpty()) {
      out.println("  The smallest change that opens it:");
      for (Change change : changes) {
        out.println(
            "    %s: %s → %s"
                .formatted(
                    change.column(),
                    Text.value(change.from()),
                    style.green(Text.value(change.to()))));
      }
    }
  }

  @Override
  public void close() {
    out.flush();
  }
}
