package org.vicilint.cli;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.vicilint.diagnosis.AnswerBook;
import org.vicilint.text.PasswordNames;

/**
 * Source of the answers to explain: standard input, a file, or the argument itself.
 *
 * @param argument the first argument of the command
 * @param kind which of these it is
 */
record AnswerSource(String argument, Kind kind) {
  static final String STANDARD_INPUT = "-";

  private enum Kind {
    STANDARD_INPUT,
    FILE,
    ANSWER
  }

  /**
   * Returns the source that an argument names. An argument that reads as an answer is one, even
   * where a file has this name.
   *
   * @throws UsageException when it names something that cannot be read
   */
  static AnswerSource of(String argument, AnswerBook book) throws UsageException {
    if (argument.equals(STANDARD_INPUT)) {
      return new AnswerSource(argument, Kind.STANDARD_INPUT);
    }
    Path file = existing(argument);
    if (file == null || !book.scan(argument).isEmpty()) {
      return new AnswerSource(argument, Kind.ANSWER);
    }
    if (Files.isDirectory(file)) {
      throw new UsageException(
          "diagnose takes the server's answer first, or a file with answers, not a folder; definitions and exports follow it");
    }
    if (!Files.isReadable(file)) {
      throw new UsageException("cannot read the file of answers: you may not open it");
    }
    return new AnswerSource(argument, Kind.FILE);
  }

  private static Path existing(String argument) {
    try {
      Path file = Path.of(argument);
      return !argument.isEmpty() && Files.exists(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** Whether lines may hold other text too; otherwise each is an answer. */
  boolean log() {
    return kind != Kind.ANSWER;
  }

  boolean standardInput() {
    return kind == Kind.STANDARD_INPUT;
  }

  /** The name of the file, safe to show; null when there is none. */
  String file() {
    return kind != Kind.FILE ? null : secret() ? "****" : argument;
  }

  /**
   * Whether the name may hold a password: an answer fetched by its URL is often kept under that
   * URL.
   */
  private boolean secret() {
    return PasswordNames.mayHold(argument);
  }

  /** Returns the text before the number of a line in outputs; null when lines do not matter. */
  String place() {
    return switch (kind) {
      case STANDARD_INPUT -> "line ";
      case FILE -> secret() ? "line " : argument + ":";
      case ANSWER -> null;
    };
  }

  /** The bytes of the answers. Closing it leaves standard input open. */
  InputStream open(Streams streams) throws IOException {
    return switch (kind) {
      case FILE -> Files.newInputStream(Path.of(argument));
      case ANSWER -> new ByteArrayInputStream(argument.getBytes(StandardCharsets.UTF_8));
      case STANDARD_INPUT ->
          new FilterInputStream(streams.in()) {
            @Override
            public void close() {
              // it is not ours
            }
          };
    };
  }
}
