package org.vicilint.rules.custom;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.model.Suggestions;

/** The message of a rule about an account, with variables in braces. */
final class Message {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}?");

  private final String template;

  private Message(String template) {
    this.template = template;
  }

  /** Reads a message; empty, with problems, if a brace holds no variable. */
  static Optional<Message> read(Scalar scalar) {
    Map<String, Variable> known = Vocabulary.variables();
    Matcher braces = PLACEHOLDER.matcher(scalar.text());
    boolean good = true;
    while (braces.find()) {
      String name = braces.group(1);
      if (!braces.group().endsWith("}")) {
        scalar.problem(braces.start(), "this brace is not closed", "write the variable and a }");
        good = false;
      } else if (!known.containsKey(name)) {
        scalar.problem(
            braces.start(1),
            "there is no variable '" + name + "'",
            Suggestions.closest(name, known.keySet())
                .map(meant -> "did you mean " + meant + "?")
                .orElse("braces hold a variable, as in {user}"));
        good = false;
      }
    }
    return good ? Optional.of(new Message(scalar.line())) : Optional.empty();
  }

  /** Returns the message for an account. */
  String of(Facts facts) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(Vocabulary.variables().get(found.group(1)).text(facts)));
  }
}
