package org.vicilint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.access.Gate;
import org.vicilint.diagnosis.AnswerBook;
import org.vicilint.diagnosis.Diagnoser;
import org.vicilint.diagnosis.Diagnosis;
import org.vicilint.diagnosis.JsonLines;
import org.vicilint.diagnosis.Reply;
import org.vicilint.render.request.DiagnosisWriter;
import org.vicilint.source.LogLines;
import org.vicilint.text.Printable;

/** Goes through lines, finds the answers in them, and counts. */
final class DiagnosisRun {
  private final AnswerBook book;
  private final Diagnoser diagnoser;
  private final AnswerSource source;
  private final long[] kinds = new long[Reply.Kind.values().length];
  private long lines;
  private long without;
  private long partly;
  private boolean cut;

  DiagnosisRun(AnswerBook book, Diagnoser diagnoser, AnswerSource source) {
    this.book = book;
    this.diagnoser = diagnoser;
    this.source = source;
  }

  /** Reads to the end; memory does not grow with the number of lines. */
  void read(InputStream in, DiagnosisWriter writer) throws IOException {
    LogLines reader = new LogLines(in);
    JsonLines json = new JsonLines();
    for (String line = reader.next(); line != null; line = reader.next()) {
      for (String text : json.add(line)) {
        read(text, writer);
      }
    }
    for (String text : json.end()) {
      read(text, writer);
    }
    cut = reader.cut();
  }

  /** Reads a line, or the lines of an object. */
  private void read(String text, DiagnosisWriter writer) throws IOException {
    // Programs log an answer with the response that it stands in: that is one.
    Set<Reply> replies = new LinkedHashSet<>(source.log() ? book.scan(text) : book.read(text));
    without += replies.isEmpty() ? 1 : 0;
    for (Reply reply : replies) {
      Diagnosis diagnosis = diagnoser.of(reply);
      kinds[reply.kind().ordinal()]++;
      partly += reply.cut() || missing(diagnosis) ? 1 : 0;
      writer.write(lines + 1, diagnosis);
    }
    lines += 1 + text.chars().filter(c -> c == '\n').count();
  }

  /** An account that the server knows, and what was read does not. */
  private static boolean missing(Diagnosis diagnosis) {
    return diagnosis.lookup() == Diagnosis.Lookup.NO_ACCOUNT
        && (diagnosis.reply().kind() == Reply.Kind.TARGET
            || diagnosis.gate().filter(g -> g != Gate.Kind.LOGIN).isPresent());
  }

  /** Whether everything that was read could be recognised. */
  boolean complete() {
    return found() > 0 && count(Reply.Kind.UNKNOWN) == 0 && partly == 0 && !cut;
  }

  /** Returns the results, in lines for people; none for one answer that was recognised. */
  List<String> summary() {
    List<String> said = new ArrayList<>();
    if (found() == 0) {
      said.add("no answer of VICIdial's APIs was found in %d lines%s".formatted(lines, where()));
    } else if (source.log()) {
      said.add(
          "answers: %d refused, %d successful,%s %d unknown; lines: %d, without an answer: %d"
              .formatted(
                  count(Reply.Kind.REFUSAL) + count(Reply.Kind.TARGET),
                  count(Reply.Kind.SUCCESS),
                  count(Reply.Kind.OTHER) == 0
                      ? ""
                      : " %d about parameters or a state,".formatted(count(Reply.Kind.OTHER)),
                  count(Reply.Kind.UNKNOWN),
                  lines,
                  without));
    }
    if (cut) {
      said.add(
          "a line%s is longer than %d characters, or packed data is broken; its end was not read"
              .formatted(where(), LogLines.LONGEST));
    }
    return said;
  }

  private String where() {
    return source.file() == null ? "" : " of " + Printable.of(source.file());
  }

  private long found() {
    return Arrays.stream(kinds).sum();
  }

  private long count(Reply.Kind kind) {
    return kinds[kind.ordinal()];
  }
}
