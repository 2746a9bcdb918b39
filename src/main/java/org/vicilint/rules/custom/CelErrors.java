package org.vicilint.rules.custom;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.model.Suggestions;

/**
 * Translates CEL's errors in an expression into vicilint's words, with the position where a reader
 * expects the fault.
 */
final class CelErrors {
  private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '(.*)' \\(in .*");
  private static final Pattern TYPES =
      Pattern.compile("found no matching overload for '(.*?)' applied to '\\((.*?)\\)' .*");
  private static final Pattern TYPE = Pattern.compile("expected type '(.*)' but found '(.*)'");
  private static final Pattern TOKEN = Pattern.compile("token recognition error at: '(.*)'");
  private static final Pattern WORD =
      Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting .*");
  private static final String NAMES =
      "the names are VICIdial's columns, and what vicilint's manual lists beside them";

  private final String expression;
  private final Faults faults;

  CelErrors(String expression, Faults faults) {
    this.expression = expression;
    this.faults = faults;
  }

  /** Adds the first of a parser's errors: the others follow from it. */
  void first(List<CelIssue> issues) {
    issues.stream()
        .min(Comparator.comparing(CelIssue::getSourceLocation))
        .ifPresent(issue -> syntax(at(issue), issue.getMessage()));
  }

  /** Adds a type checker's errors up to an unknown function: later ones concern its arguments. */
  void all(List<CelIssue> issues) {
    for (CelIssue issue : issues) {
      int at = at(issue);
      Matcher unknown = UNKNOWN.matcher(issue.getMessage());
      if (!unknown.matches()) {
        types(at, issue.getMessage());
      } else if (at < expression.length() && expression.charAt(at) == '(') {
        function(at, unknown.group(1));
        return;
      } else {
        variable(at, unknown.group(1));
      }
    }
  }

  private void syntax(int at, String message) {
    Matcher token = TOKEN.matcher(message);
    Matcher word = WORD.matcher(message);
    if (message.startsWith("Expression recursion limit")) {
      faults.add(at, "the expression is nested too deeply", "make several rules of it");
    } else if (message.startsWith("For input string")) {
      faults.add(at, "this number is too large", "write a smaller one");
    } else if (message.startsWith("missing ')'")) {
      faults.add(at, "a ) is missing here", "close what was opened with (");
    } else if (message.startsWith("reserved identifier")) {
      faults.add(at, "CEL keeps this word for itself", NAMES);
    } else if (token.matches() && token.group(1).matches("r?['\"].*")) {
      faults.add(
          at,
          "this text does not end, or has a backslash that means nothing",
          "close it with the same quote, and write a backslash twice");
    } else if (token.matches()) {
      boolean single = token.group(1).startsWith("=");
      faults.add(
          at,
          "'" + token.group(1).strip() + "' means nothing here",
          single ? "write == to compare" : "remove it, or put a text in quotes");
    } else if (word.matches() && word.group(1).equals("<EOF>")) {
      faults.add(at, "the expression ends too early", "write what is to follow");
    } else if (word.matches()) {
      faults.add(at, "'" + word.group(1) + "' does not fit here", "write && for and, || for or");
    } else {
      faults.add(at, message.replaceFirst(" expecting .*", ""), "see the syntax of CEL");
    }
  }

  private void types(int at, String message) {
    Matcher types = TYPES.matcher(message);
    Matcher type = TYPE.matcher(message);
    if (types.matches()) {
      String name = types.group(1).replace("_", "").replace("@", "");
      boolean flag = types.group(2).contains("bool") && !name.matches("[a-z]+");
      faults.add(
          name.matches("[a-z_A-Z]+") ? at - back(at, types.group(1)) : at,
          "'" + name + "' does not go with " + types.group(2),
          flag
              ? "a yes-or-no column is true or false here: write it alone, or with ! before it"
              : "compare a text with a text in quotes, a number with a number");
    } else if (type.matches() && type.group(1).equals("bool")) {
      faults.add(
          at, "the answer must be bool, and this is " + type.group(2), "compare it with something");
    } else if (type.matches()) {
      faults.add(at, "this must be " + type.group(1) + ", and is " + type.group(2), "mix no types");
    } else if (message.endsWith("field selection")) {
      faults.add(at, "nothing has parts that are named with a dot", NAMES);
    } else {
      faults.add(at, message.replaceFirst(" \\(candidates.*", ""), "see the syntax of CEL");
    }
  }

  private void variable(int at, String name) {
    if (name.startsWith("_")) {
      String operator = name.replace("_", "");
      faults.add(at, "'" + operator + "' cannot be used in rules", "use in, exists or all");
      return;
    }
    faults.add(
        at,
        "there is no variable '" + name + "'",
        Suggestions.closest(name, Vocabulary.variables().keySet())
            .map(meant -> "did you mean " + meant + "? A text stands in quotes")
            .orElse("a text stands in quotes; " + NAMES));
  }

  private void function(int at, String name) {
    List<String> known = new ArrayList<>(Vocabulary.FUNCTIONS);
    known.addAll(
        List.of("all", "contains", "endsWith", "exists", "exists_one", "filter", "matches"));
    known.addAll(List.of("size", "startsWith"));
    faults.add(
        at - back(at, name),
        "there is no function '" + name + "'",
        Suggestions.closest(name, known)
            .map(meant -> "did you mean " + meant + "?")
            .orElse("there are " + String.join(", ", known)));
  }

  /**
   * Returns the position of a function's name. CEL reports a call at its bracket, after the name.
   */
  private int back(int at, String name) {
    return expression.substring(0, Math.min(at, expression.length())).endsWith(name)
        ? name.length()
        : 0;
  }

  private int at(CelIssue issue) {
    int start = 0;
    for (int line = 1; line < issue.getSourceLocation().getLine(); line++) {
      int end = expression.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    String rest = expression.substring(start);
    int column = Math.max(0, issue.getSourceLocation().getColumn());
    return start
        + rest.offsetByCodePoints(0, Math.min(column, rest.codePointCount(0, rest.length())));
  }
}
