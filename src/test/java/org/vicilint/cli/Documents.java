package org.vicilint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents of the project, all of Markdown. */
final class Documents {
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```\\s*?$");

  private Documents() {}

  /** Returns every document, sorted: those at the top, docs/, examples and pages of rules. */
  static List<Path> all() {
    return Stream.of(
            in(Path.of(""), 1), in(Path.of("docs"), 9), in(Path.of("examples"), 9), rulePages())
        .flatMap(List::stream)
        .sorted()
        .toList();
  }

  /** Returns all documents but the pages of the rules. */
  static List<Path> written() {
    return all().stream().filter(document -> !document.startsWith("rules")).toList();
  }

  /** Returns those that are neither rules nor examples. */
  static List<Path> front() {
    return written().stream().filter(document -> !document.startsWith("examples")).toList();
  }

  /** Returns the pages of the rules. */
  static List<Path> rulePages() {
    return in(Path.of("rules"), 1);
  }

  /** Returns the text of a document. */
  static String read(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a text without its fenced blocks, whose lines become empty. */
  static String prose(String text) {
    return FENCED.matcher(text).replaceAll(m -> "\n".repeat((int) m.group().lines().count() - 1));
  }

  private static List<Path> in(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(f -> f.toString().endsWith(".md") && !f.startsWith("target"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
