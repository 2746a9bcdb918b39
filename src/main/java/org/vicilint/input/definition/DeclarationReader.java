package org.vicilint.input.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vicilint.document.Node;
import org.vicilint.document.Words;
import org.vicilint.model.Call;
import org.vicilint.model.Declaration;
import org.vicilint.model.Kind;
import org.vicilint.source.ProblemLog;

/** Reads what a definition says of an account beyond VICIdial's columns. */
final class DeclarationReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,60}");
  private static final Set<String> YES = Set.of("y", "yes", "true", "1");
  private static final Set<String> NO = Set.of("n", "no", "false", "0");

  /** Parameters that do more with any value. */
  private static final Set<String> ANY_VALUE = Set.of("custom_fields_copy", "unfinished_files");

  private final ProblemLog log;
  private Kind kind;
  private String owner;
  private String purpose;
  private List<String> usedBy = List.of();
  private List<Call> functions;

  DeclarationReader(ProblemLog log) {
    this.log = log;
  }

  /** Takes one of our keys; false when it says nothing. */
  boolean take(Node.Entry entry) {
    Node node = entry.value();
    if (Node.isNull(node)) {
      return false;
    }
    switch (entry.key()) {
      case "kind" -> kind = kind(node);
      case "owner" -> owner = single(node, "owner");
      case "purpose" -> purpose = single(node, "purpose");
      case "used_by" -> usedBy = words(node, "used_by");
      case "functions" -> functions(node);
      default -> throw new IllegalArgumentException("not a key of a declaration");
    }
    return true;
  }

  Declaration done() {
    return new Declaration(true, kind, owner, purpose, usedBy, functions);
  }

  private Kind kind(Node node) {
    String word = node instanceof Node.Scalar s ? s.text().strip().toLowerCase(Locale.ROOT) : "";
    for (Kind each : Kind.values()) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    problem(node, "kind is none that vicilint knows", "write service, person or system");
    return null;
  }

  private String single(Node node, String key) {
    if (node instanceof Node.Scalar s) {
      return s.text();
    }
    problem(node, key + " takes a single value", "write " + key + ": and a text");
    return null;
  }

  private List<String> words(Node node, String key) {
    if (node instanceof Node.Items list) {
      return Words.of(list, key, log);
    }
    String word = single(node, key);
    return word == null || word.isBlank() ? List.of() : List.of(word);
  }

  private void functions(Node node) {
    functions = new ArrayList<>();
    if (node instanceof Node.Items list) {
      list.items().forEach(this::function);
    } else {
      function(node);
    }
  }

  private void function(Node item) {
    if (item instanceof Node.Entries entries) {
      entries.entries().forEach(this::operations);
    } else if (item instanceof Node.Scalar s && !s.isNull()) {
      String[] parts = s.text().strip().split(":", 2);
      String[] parameter = parts.length == 1 ? null : parts[1].strip().split("=", 2);
      if (!NAME.matcher(parts[0]).matches()) {
        problem(item, "this is not the name of a function", "write one name an item");
      } else if (parameter == null) {
        functions.add(Call.of(parts[0]));
      } else {
        operation(parts[0], parameter[0], parameter.length == 1 ? "" : parameter[1], item);
      }
    } else {
      problem(item, "this is not the name of a function", "write one name an item");
    }
  }

  private void operations(Node.Entry entry) {
    if (!NAME.matcher(entry.key()).matches()) {
      log.add(
          entry.line(),
          entry.column(),
          "this is not the name of a function",
          "write the function, a colon and the parameter");
    } else if (entry.value() instanceof Node.Entries parameters) {
      for (Node.Entry each : parameters.entries()) {
        String value = each.value() instanceof Node.Scalar s ? s.text() : "";
        operation(entry.key(), each.key(), value, each.value());
      }
    } else if (Node.isNull(entry.value())) {
      functions.add(Call.of(entry.key()));
    } else {
      problem(
          entry.value(),
          "a function takes its parameters as a mapping",
          "write, for example, update_user: {delete_user: Y}");
    }
  }

  /** A parameter that is switched off asks no more than the function itself. */
  private void operation(String function, String parameter, String text, Node at) {
    String value = text.strip();
    String word = value.toLowerCase(Locale.ROOT);
    if (ANY_VALUE.contains(parameter)) {
      functions.add(new Call(function, parameter));
    } else if (!NAME.matcher(parameter).matches() || !NAME.matcher(value).matches()) {
      problem(
          at,
          "this is not a parameter and its value",
          "write, for example, update_user:delete_user=Y");
    } else if (NO.contains(word)) {
      functions.add(Call.of(function));
    } else {
      functions.add(new Call(function, parameter + "=" + (YES.contains(word) ? "Y" : value)));
    }
  }

  private void problem(Node node, String reason, String hint) {
    log.add(node.line(), node.column(), reason, hint);
  }
}
