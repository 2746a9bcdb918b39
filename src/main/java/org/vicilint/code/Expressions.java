package org.vicilint.code;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.vicilint.code.SourceToken.Kind;

/** Puts texts together that a program puts together; what is no text becomes a {@link Hole}. */
final class Expressions {
  /** An expression: its value, and the word behind it. */
  record Value(String text, int next) {}

  private static final Set<String> JOINS = Set.of("+", ".", "&", "<<", "..");

  /** Methods of texts; a name behind a dot that is none of them is joined, as in PHP. */
  private static final Set<String> METHODS = Set.of("format", "concat", "replace", "join");

  /** Methods that take nothing here; with something in brackets they are functions of PHP. */
  private static final Set<String> WITHOUT =
      Set.of("trim", "strip", "toString", "encode", "freeze");

  private static final Set<String> BEFORE = Set.of("new", "await", "String", "return", "raw");

  /** No program nests so far; what does is none. */
  private static final int DEEPEST = 50;

  private final String source;
  private final List<SourceToken> tokens;
  private final int[] closing;
  private final Formats formats;
  private int depth;

  Expressions(String source, List<SourceToken> tokens) {
    this.source = source;
    this.tokens = tokens;
    this.closing = closing(tokens);
    this.formats = new Formats(this);
  }

  SourceToken at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : new SourceToken(Kind.MARK, "", -1, -1);
  }

  /** The word from here on that does not end a line. */
  int skip(int i) {
    int next = i;
    while (at(next).kind() == Kind.LINE) {
      next++;
    }
    return next;
  }

  /** Returns the expression that begins here, with an empty text when there is none. */
  Value of(int from) {
    if (depth >= DEEPEST) {
      return new Value("", from);
    }
    depth++;
    StringBuilder text = new StringBuilder();
    int next = from;
    int i = from;
    while (i >= 0) {
      Value operand = operand(i);
      if (operand.next() == i) {
        break;
      }
      text.append(operand.text());
      next = operand.next();
      i = join(next);
    }
    depth--;
    return new Value(text.toString(), next);
  }

  /**
   * Returns the index of the next part when something is joined to the part that ends here; else a
   * negative value.
   */
  private int join(int end) {
    int next = skip(end);
    if (at(end).is("\\")) {
      next = skip(end + 1);
    }
    SourceToken token = at(next);
    if (token.kind() == Kind.TEXT && at(end - 1).kind() == Kind.TEXT) {
      return next; // texts side by side are one in Python and C
    }
    if (token.is(".") && at(next + 1).is(".")) {
      return skip(next + 2);
    }
    int after = skip(next + 1);
    if (token.is("&") && !spaced(token) || token.is(".") && ends(token, after)) {
      return -1;
    }
    after = at(after).text().equals("_") || at(after).is("\\") ? skip(after + 1) : after;
    return token.kind() == Kind.MARK && JOINS.contains(token.text()) && begins(at(after))
        ? after
        : -1;
  }

  /** Whether a dot is the end of a sentence: a blank stands behind it, but none before. */
  private boolean ends(SourceToken dot, int after) {
    boolean behind = at(after).start() > dot.end();
    return !spaced(dot)
        && behind
        && at(after).kind() == Kind.NAME
        && !at(after).text().startsWith("$");
  }

  private boolean spaced(SourceToken token) {
    return token.start() > 0 && Character.isWhitespace(source.charAt(token.start() - 1));
  }

  private static boolean begins(SourceToken token) {
    return token.kind() == Kind.TEXT
        || token.kind() == Kind.NAME
        || token.kind() == Kind.NUMBER
        || token.is("(");
  }

  private Value operand(int i) {
    SourceToken token = at(i);
    if (token.literal()) {
      return formats.behind(token.text(), i + 1);
    }
    if (token.kind() == Kind.NUMBER) {
      return new Value(token.text(), i + 1);
    }
    if (token.is("(")) {
      return bracketed(i);
    }
    return token.kind() == Kind.NAME ? named(i) : new Value("", i);
  }

  /**
   * Returns the value of an expression in brackets: a text when it holds nothing else, else
   * something unknown.
   */
  private Value bracketed(int i) {
    int close = close(i);
    Value inner = of(skip(i + 1));
    boolean whole = skip(inner.next()) == close && close > i + 1;
    String text = whole ? inner.text() : Hole.of(VariableNames.of(text(i + 1, close)));
    Value value = new Value(text, close + 1);
    return whole ? formats.behind(text, close + 1) : new Value(text, members(value.next(), false));
  }

  private Value named(int i) {
    int from = i;
    while (BEFORE.contains(at(from).text()) && begins(at(from + 1)) && !at(from + 1).is("(")) {
      from++;
    }
    if (at(from).literal()) {
      return operand(from);
    }
    boolean macro = at(from + 1).is("!") && at(from + 2).is("(");
    int end = macro ? close(from + 2) + 1 : members(from + 1, at(from).text().matches("\\$\\w.*"));
    if (at(end - 1).is(")")) {
      String literal = encoded(from, end);
      if (literal != null) {
        return new Value(literal, end);
      }
    }
    return new Value(Hole.of(VariableNames.of(text(from, end))), end);
  }

  /** Returns the result of a function that only encodes a literal text; else null. */
  private String encoded(int from, int end) {
    int open = from;
    while (open < end && !at(open).is("(")) {
      open++;
    }
    boolean encodes = at(open - 1).text().matches("(?i).*(encode|escape|quote).*");
    boolean alone = at(open + 1).kind() == Kind.TEXT && open + 2 < end && at(open + 2).is(")");
    if (!alone || !encodes || Hole.in(at(open + 1).text())) {
      return formats.called(from, open, end);
    }
    return URLEncoder.encode(at(open + 1).text(), StandardCharsets.UTF_8);
  }

  /** Returns the end of the members, calls and indices that follow a name. */
  private int members(int from, boolean php) {
    int i = from;
    while (true) {
      SourceToken token = at(i);
      boolean adjacent = token.start() == at(i - 1).end();
      boolean dot = token.is("?.") || (token.is(".") && !php && joinsNothing(i));
      if ((token.is("(") || token.is("[")) && adjacent) {
        i = close(i) + 1;
      } else if ((token.is("->") || token.is("::") || dot) && at(i + 1).kind() == Kind.NAME) {
        i += 2;
      } else {
        return i;
      }
    }
  }

  /** Whether a dot leads to a member: no blank around it, and no variable of PHP behind it. */
  private boolean joinsNothing(int dot) {
    SourceToken next = at(dot + 1);
    return next.start() == at(dot).end()
        && !next.text().startsWith("$")
        && (at(dot).start() == at(dot - 1).end() || at(dot - 1).kind() == Kind.LINE);
  }

  /** Whether a method of a text is called here. */
  boolean method(int dot) {
    String name = at(dot + 1).text();
    boolean without = WITHOUT.contains(name) && at(dot + 3).is(")");
    return at(dot).is(".") && at(dot + 2).is("(") && (without || METHODS.contains(name));
  }

  /** The bracket that closes the one here; the last word when none does. */
  int close(int open) {
    return closing[open];
  }

  private static int[] closing(List<SourceToken> tokens) {
    int[] closing = new int[tokens.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < closing.length; i++) {
      closing[i] = closing.length - 1;
      String text = tokens.get(i).kind() == Kind.MARK ? tokens.get(i).text() : "";
      if (text.equals("(") || text.equals("[") || text.equals("{")) {
        open.push(i);
      } else if ((text.equals(")") || text.equals("]") || text.equals("}")) && !open.isEmpty()) {
        closing[open.pop()] = i;
      }
    }
    return closing;
  }

  /** The expressions between two brackets, each with the name before its equals sign, if any. */
  List<Argument> arguments(int open) {
    int close = close(open);
    List<Argument> arguments = new ArrayList<>();
    int i = skip(open + 1);
    while (i < close) {
      String name = "";
      boolean keyword = at(i).kind() == Kind.NAME || at(i).kind() == Kind.TEXT;
      if (keyword && (at(i + 1).is("=") || at(i + 1).is(":"))) {
        name = at(i).text();
        i = skip(i + 2);
      }
      Value value = of(i);
      arguments.add(new Argument(name, value.text()));
      i = value.next();
      while (i < close && !at(i).is(",")) {
        i = at(i).is("(") || at(i).is("[") || at(i).is("{") ? close(i) + 1 : i + 1;
      }
      i = skip(i + 1);
    }
    return arguments;
  }

  /** Argument of a function. */
  record Argument(String name, String text) {}

  private String text(int from, int to) {
    return from >= to || from >= tokens.size()
        ? ""
        : source.substring(at(from).start(), at(to - 1).end());
  }
}
