package org.vicilint.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vicilint.code.Expressions.Argument;
import org.vicilint.code.Expressions.Value;

/** Formats and what is put into them: {@code format}, {@code %}, {@code Sprintf}, {@code -f}. */
final class Formats {
  /** Functions whose first text is a format for those behind it. */
  private static final Pattern CALLED = Pattern.compile("(?i)\\w*(printf|format)");

  private final Expressions expressions;

  Formats(Expressions expressions) {
    this.expressions = expressions;
  }

  /** A text with what stands behind it and belongs to it. */
  Value behind(String text, int from) {
    String value = text;
    int i = from;
    while (true) {
      int dot = expressions.skip(i);
      if (expressions.method(dot)) {
        String method = expressions.at(dot + 1).text();
        boolean list = method.equals("join") && expressions.at(dot + 3).is("[");
        List<Argument> arguments = expressions.arguments(list ? dot + 3 : dot + 2);
        value = method(value, method, arguments);
        i = expressions.close(dot + 2) + 1;
      } else if (expressions.at(i).is("%")) {
        return percent(value, i);
      } else if (expressions.at(i).is("-") && expressions.at(i + 1).text().equals("f")) {
        return list(value, i + 2);
      } else {
        return new Value(value, i);
      }
    }
  }

  private static String method(String text, String method, List<Argument> arguments) {
    return switch (method) {
      case "format" -> fill(text, arguments);
      case "concat" -> text + arguments.stream().map(Argument::text).reduce("", String::concat);
      case "join" -> joined(text, arguments);
      default -> text;
    };
  }

  /** The parts with a text between them. */
  static String joined(String text, List<Argument> parts) {
    return parts.stream().map(Argument::text).collect(Collectors.joining(text));
  }

  private Value percent(String text, int percent) {
    int next = expressions.skip(percent + 1);
    if (expressions.at(next).is("(") || expressions.at(next).is("{")) {
      return new Value(fill(text, expressions.arguments(next)), expressions.close(next) + 1);
    }
    Value one = expressions.of(next);
    return one.next() == next
        ? new Value(text, percent)
        : new Value(fill(text, List.of(new Argument("", one.text()))), one.next());
  }

  private Value list(String text, int from) {
    List<Argument> arguments = new ArrayList<>();
    int i = from - 1;
    do {
      Value value = expressions.of(expressions.skip(i + 1));
      arguments.add(new Argument("", value.text()));
      i = value.next();
    } while (expressions.at(i).is(","));
    return new Value(fill(text, arguments), i);
  }

  /**
   * Returns the result of a function that fills its first text with the others; null when it is no
   * such function.
   */
  String called(int from, int open, int end) {
    int name = expressions.at(open - 1).is("!") ? open - 2 : open - 1;
    if (open >= end || !CALLED.matcher(expressions.at(name).text()).matches()) {
      return null;
    }
    // C# may say first whose numbers and dates it means.
    List<Argument> all = expressions.arguments(open);
    for (int i = 0; i < all.size(); i++) {
      String text = all.get(i).text();
      if (!text.isEmpty() && !Hole.all(text)) {
        return fill(text, all.subList(i + 1, all.size()));
      }
    }
    return null;
  }

  private static String fill(String text, List<Argument> arguments) {
    int[] next = {0};
    return Hole.replace(
        text,
        name -> {
          Argument found;
          if (name.matches("%\\w|")) {
            found = position(arguments, next[0]++);
          } else if (name.matches("\\d{1,2}")) {
            found = position(arguments, Integer.parseInt(name));
          } else {
            found = arguments.stream().filter(a -> a.name().equals(name)).findFirst().orElse(null);
          }
          return found == null || found.text().isEmpty() ? Hole.of(name) : found.text();
        });
  }

  private static Argument position(List<Argument> arguments, int position) {
    return position < arguments.size() ? arguments.get(position) : null;
  }
}
