package org.vicilint.profile.read;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vicilint.document.JsonErrors;
import org.vicilint.document.JsonTree;
import org.vicilint.document.Keys;
import org.vicilint.document.Node;
import org.vicilint.finding.Severity;
import org.vicilint.model.Problem;
import org.vicilint.model.Suggestions;
import org.vicilint.profile.Baseline;
import org.vicilint.source.Excerpts;
import org.vicilint.source.ForeignFile;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;
import org.vicilint.source.Utf8Reader;

/** Reads the findings of an earlier run, as {@code vicilint baseline} writes them. */
public final class BaselineReader {
  private static final List<String> TOP = List.of("schema_version", "tool", "build", "findings");
  private static final List<String> OF_FINDING = List.of("fingerprint", "rule", "user");

  /** The severity came later; a baseline without it knows a finding however bad it becomes. */
  private static final List<String> MAY_SAY = List.of("fingerprint", "rule", "user", "severity");

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");
  private static final String AGAIN = "write the baseline again with vicilint baseline";

  private final ProblemLog log;
  private final List<Baseline.Entry> entries = new ArrayList<>();

  private BaselineReader(ProblemLog log) {
    this.log = log;
  }

  /**
   * Reads a baseline; what is wrong with it becomes a problem, and what could be read is known.
   *
   * @param problems takes what is wrong
   */
  public static Baseline read(String file, List<Problem> problems) {
    ProblemLog log = new ProblemLog(file, Limits.DEFAULT.problems());
    BaselineReader reader = new BaselineReader(log);
    Source source = reader.source(file);
    if (source == null) {
      problems.addAll(log.all());
      return Baseline.NONE;
    }
    try {
      reader.read(source);
      Set<String> keys = new TreeSet<>(TOP);
      keys.addAll(MAY_SAY);
      problems.addAll(Excerpts.addNamingRules(source, log, Limits.DEFAULT, keys));
    } catch (IOException e) {
      log.add("reading failed", "check the file and its disk, and try again");
      problems.addAll(log.all());
    }
    return new Baseline(reader.entries);
  }

  private Source source(String file) {
    try {
      Path path = Path.of(file);
      if (Files.isRegularFile(path) && Files.isReadable(path)) {
        return Source.of(file, path);
      }
      log.add("there is no such file that can be read", "check the path and its permissions");
    } catch (InvalidPathException e) {
      log.add("this cannot be the name of a file", "check the path");
    }
    return null;
  }

  private void read(Source source) throws IOException {
    if (source.size() > Limits.DEFAULT.definitionBytes()) {
      log.add("the baseline is too large", AGAIN);
      return;
    }
    if (ForeignFile.reported(source, log)) {
      return;
    }
    try (Utf8Reader reader = new Utf8Reader(source.open());
        JsonParser parser = JsonErrors.parser(reader)) {
      Node root = new JsonTree(parser, log, Limits.DEFAULT).read();
      reader.report(log);
      if (root instanceof Node.Entries top && top.get("findings") != null) {
        top(top);
      } else if (!log.broken()) {
        log.secretSeen(); // nobody knows what this is
        problem(root, "this is not a baseline: it has no findings");
      }
    }
  }

  private void top(Node.Entries top) {
    for (String key : TOP) {
      if (top.get(key) == null && top.complete()) {
        problem(top, "the baseline has no " + key);
      }
    }
    for (Node.Entry entry : top.entries()) {
      switch (entry.key()) {
        case "schema_version" -> expect(entry, "1", true);
        case "tool" -> expect(entry, "vicilint", false);
        case "build" -> text(entry);
        case "findings" -> findings(entry.value());
        default -> unknown(entry, TOP, "a baseline");
      }
    }
  }

  private void findings(Node node) {
    if (node instanceof Node.Items list) {
      list.items().forEach(this::finding);
    } else {
      problem(node, "findings takes a list");
    }
  }

  private void finding(Node item) {
    if (!(item instanceof Node.Entries finding)) {
      problem(item, "this is not a finding");
      return;
    }
    String fingerprint = null;
    String rule = null;
    String user = null;
    Severity severity = null;
    for (Node.Entry entry : finding.entries()) {
      switch (entry.key()) {
        case "fingerprint" -> fingerprint = fingerprint(entry);
        case "rule" -> rule = text(entry);
        case "user" -> user = text(entry);
        case "severity" -> severity = severity(entry);
        default -> unknown(entry, MAY_SAY, "a finding");
      }
    }
    if (fingerprint != null && rule != null && user != null) {
      entries.add(new Baseline.Entry(fingerprint, rule, user, severity));
    } else if (finding.complete()) {
      for (String key : OF_FINDING) {
        if (finding.get(key) == null) {
          problem(item, "this finding has no " + key);
        }
      }
    }
  }

  private String fingerprint(Node.Entry entry) {
    String text = text(entry);
    if (text == null || FINGERPRINT.matcher(text).matches()) {
      return text;
    }
    problem(entry.value(), "this is not the fingerprint of a finding");
    return null;
  }

  private Severity severity(Node.Entry entry) {
    String text = text(entry);
    Severity severity = text == null ? null : Severity.of(text).orElse(null);
    if (text != null && severity == null) {
      problem(entry.value(), "this is not a severity");
    }
    return severity;
  }

  private String text(Node.Entry entry) {
    if (entry.value() instanceof Node.Scalar s && !s.plain()) {
      return s.text();
    }
    problem(entry.value(), entry.key() + " takes a text");
    return null;
  }

  private void expect(Node.Entry entry, String text, boolean number) {
    if (!(entry.value() instanceof Node.Scalar s && s.plain() == number && s.text().equals(text))) {
      problem(entry.value(), entry.key() + " is not " + text);
    }
  }

  private void unknown(Node.Entry entry, List<String> known, String where) {
    String reason = Keys.quote(entry.key()) + " is not a key of " + where;
    String meant = Suggestions.closest(entry.key(), known).orElse(null);
    if (meant == null) {
      log.secretSeen(); // it may be another kind of file
    }
    String hint = meant != null ? "did you mean " + meant + "?" : AGAIN;
    log.add(entry.line(), entry.column(), reason, hint);
  }

  private void problem(Node node, String reason) {
    if (node == null) {
      log.add(reason, AGAIN);
    } else {
      log.add(node.line(), node.column(), reason, AGAIN);
    }
  }
}
