package org.vicilint.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vicilint.code.Expressions.Value;
import org.vicilint.code.SourceToken.Kind;

/** Finds the addresses and queries in a program, also those that grow over several statements. */
final class QueryTemplates {
  private static final Set<String> GROWS = Set.of("+=", ".=", "&=");
  private static final Set<String> JOINS = Set.of("+", ".", "&");

  /** Distance up to which calls add to one text. */
  private static final int NEAR = 300;

  /** Number of words that the name of a function may have. */
  private static final int DEEPEST = 16;

  /** Number of texts that may stand between those that are added to one another. */
  private static final int FAR = 200;

  private final List<SourceToken> tokens;
  private final Expressions expressions;
  private final List<QueryTemplate> queries = new ArrayList<>();
  private int next;

  private QueryTemplates(List<SourceToken> tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  static List<QueryTemplate> of(List<SourceToken> tokens, Expressions expressions) {
    QueryTemplates found = new QueryTemplates(tokens, expressions);
    for (int i = 0; i < tokens.size(); i++) {
      if (i >= found.next) {
        found.word(i);
      }
    }
    return found.queries.stream().filter(query -> QueryTemplate.in(query.text())).toList();
  }

  private void word(int i) {
    SourceToken token = tokens.get(i);
    if (token.kind() == Kind.RAW) {
      queries.add(new QueryTemplate(token.text(), "", token.start(), token.end()));
    } else if (token.kind() == Kind.TEXT) {
      text(i);
    } else if (token.kind() == Kind.NAME) {
      name(i, token.text());
    } else if (token.is("[")) {
      list(i);
    }
  }

  private void text(int i) {
    Value value = whole(i);
    next = Math.max(value.next(), i + 1);
    boolean appended =
        expressions.at(i - 1).is("(")
            && expressions.at(i - 2).text().matches("(?i)append|concat|write")
            && expressions.at(value.next()).is(")");
    if (appended && !queries.isEmpty() && near(i)) {
      grow(queries.get(queries.size() - 1), value);
    } else {
      add(value, i, variable(i));
    }
  }

  /** The expression, with what stands behind the brackets around it. */
  private Value whole(int i) {
    Value value = expressions.of(i);
    int open = i - 1;
    while (expressions.at(open).kind() == Kind.LINE) {
      open--;
    }
    boolean grouped =
        expressions.at(open).is("(")
            && expressions.at(open - 1).kind() != Kind.NAME
            && expressions.at(expressions.skip(value.next())).is(")");
    return grouped ? expressions.of(open) : value;
  }

  /** The parts of a query in a list that is joined. */
  private void list(int i) {
    int close = expressions.close(i);
    boolean joined =
        expressions.method(expressions.skip(close + 1))
            && expressions.at(expressions.skip(close + 1) + 1).text().equals("join");
    if (joined) {
      String text = Formats.joined("&", expressions.arguments(i));
      add(new Value(text, close + 1), i, variable(i));
      next = close + 1;
    }
  }

  private void name(int i, String name) {
    SourceToken sign = expressions.at(i + 1);
    if (sign.kind() == Kind.MARK && GROWS.contains(sign.text())) {
      grow(name, expressions.of(expressions.skip(i + 2)), i);
    } else if (sign.is("=")
        && expressions.at(i + 2).text().equals(name)
        && JOINS.contains(expressions.at(i + 3).text())) {
      grow(name, expressions.of(expressions.skip(i + 4)), i);
    } else if (formats(i) && !expressions.at(i - 1).is(".")) {
      Value value = expressions.of(i);
      if (!Hole.all(value.text())) {
        next = Math.max(value.next(), i + 1);
        add(value, i, variable(i));
      }
    } else if (name.matches("(?i)append") && expressions.at(i + 1).is("(") && near(i)) {
      Value value = expressions.of(expressions.skip(i + 2));
      if (expressions.at(value.next()).is(")") && expressions.at(i + 2).kind() != Kind.TEXT) {
        grow(queries.get(queries.size() - 1), value);
        next = value.next();
      }
    }
  }

  /** Whether a format is filled here, perhaps by a function of a class. */
  private boolean formats(int from) {
    int i = from;
    while (i < from + DEEPEST
        && expressions.at(i).kind() == Kind.NAME
        && expressions.at(i + 1).is(".")) {
      i += 2;
    }
    int open = expressions.at(i + 1).is("!") ? i + 2 : i + 1;
    return expressions.at(open).is("(")
        && expressions.at(i).text().matches("(?i)\\w*(printf|format)");
  }

  private boolean near(int i) {
    return !queries.isEmpty()
        && tokens.get(i).start() - queries.get(queries.size() - 1).end() < NEAR;
  }

  private String variable(int i) {
    int sign = i - 1;
    while (expressions.at(sign).kind() == Kind.LINE || expressions.at(sign).is("(")) {
      sign--;
    }
    boolean assigned = expressions.at(sign).is("=") || expressions.at(sign).is(":=");
    return assigned ? expressions.at(sign - 1).text() : "";
  }

  private void grow(String variable, Value value, int i) {
    next = Math.max(value.next(), i + 1);
    for (int q = queries.size() - 1; q >= Math.max(0, queries.size() - FAR); q--) {
      if (queries.get(q).variable().equals(variable)) {
        grow(queries.get(q), value);
        return;
      }
    }
    add(value, i, variable);
  }

  private void grow(QueryTemplate query, Value value) {
    int end = expressions.at(value.next() - 1).end();
    QueryTemplate longer =
        new QueryTemplate(query.text() + value.text(), query.variable(), query.start(), end);
    queries.set(queries.lastIndexOf(query), longer);
  }

  private void add(Value value, int first, String variable) {
    int end = expressions.at(value.next() - 1).end();
    queries.add(new QueryTemplate(value.text(), variable, tokens.get(first).start(), end));
  }
}
