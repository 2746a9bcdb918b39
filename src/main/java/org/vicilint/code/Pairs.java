package org.vicilint.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.code.Expressions.Value;
import org.vicilint.code.SourceToken.Kind;

/**
 * Finds parameters that a program collects under their names: maps and objects of any language,
 * named arguments, values that are set one by one.
 */
final class Pairs {
  private static final String FUNCTION = "function";
  private static final String BRACKET = "bracket:";

  /** Parameters that distinguish a call of the API from other things that have a function. */
  private static final Set<String> OURS =
      Set.of("user", "pass", "source", "agent_user", "agent_pass", "source_user");

  private static final Set<String> NAMES = Set.of("key", "name");

  /** Keys by which exports of tools hold the parameters that the address has, too. */
  private static final Set<String> QUERIES = Set.of("query", "queryString");

  private final List<SourceToken> tokens;
  private final Expressions expressions;
  private final int[] brackets;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final List<Draft> all = new ArrayList<>();

  /** Parameters of one call while they are collected. */
  private static final class Draft {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final int start;
    private final int literal;
    private boolean more;

    Draft(int start, int literal) {
      this.start = start;
      this.literal = literal;
    }
  }

  private Pairs(List<SourceToken> tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.brackets = brackets(tokens);
  }

  static List<Group> of(List<SourceToken> tokens, Expressions expressions) {
    Pairs pairs = new Pairs(tokens, expressions);
    for (int i = 0; i < tokens.size(); i++) {
      i = Math.max(i, pairs.pair(i) - 1);
    }
    return pairs.all.stream()
        .filter(d -> d.values.containsKey(FUNCTION))
        .filter(d -> d.values.keySet().stream().anyMatch(OURS::contains))
        .map(d -> new Group(d.values, d.more, d.start))
        .toList();
  }

  /**
   * Returns for each word the bracket that it stands in; a negative value when it stands in none.
   */
  private static int[] brackets(List<SourceToken> tokens) {
    int[] brackets = new int[tokens.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < brackets.length; i++) {
      String text = tokens.get(i).kind() == Kind.MARK ? tokens.get(i).text() : "";
      if (text.matches("[)\\]}]") && !open.isEmpty()) {
        open.pop();
      }
      brackets[i] = open.isEmpty() ? -1 : open.peek();
      if (text.matches("[(\\[{]")) {
        open.push(i);
      }
    }
    return brackets;
  }

  /** Takes the pair that begins here, if one does; returns the word behind it. */
  private int pair(int i) {
    SourceToken token = tokens.get(i);
    if (token.is("*") || token.is("**") || token.is("...") || token.is(".")) {
      spread(i);
      return i + 1;
    }
    boolean name = token.kind() == Kind.NAME && token.text().matches("[A-Za-z_]\\w*");
    boolean text = token.kind() == Kind.TEXT && token.text().matches("[A-Za-z_][\\w-]*");
    if (!name && !text) {
      return i + 1;
    }
    SourceToken sign = at(i + 1);
    if (text && sign.is(":") && item(i)) {
      return i + 3;
    }
    SourceToken before = at(i - 1);
    boolean inside = brackets[i] >= 0;
    if (inside && (sign.is("=>") || (sign.is(":") && !before.is("?")))) {
      return put(BRACKET + brackets[i], i, i + 2);
    }
    if (name && sign.is("=") && (before.is(".") || before.is("->"))) {
      return put("of:" + at(i - 2).text(), i, i + 2);
    }
    if (name && sign.is("=") && inside) {
      return put(BRACKET + brackets[i], i, i + 2);
    }
    if (sign.is("]") && before.is("[") && at(i + 2).is("=")) {
      return put("of:" + at(i - 2).text(), i, i + 3);
    }
    if (sign.is("]") && before.is(":") && at(i + 2).is("=")) {
      return put("of:" + at(i - 3).text(), i, i + 3);
    }
    if (text && sign.is(",") && inside) {
      return listed(i);
    }
    return name && inside ? shorthand(i) : i + 1;
  }

  /**
   * A parameter as tools export it: {@code {"key": "user", "value": "x"}}, in a list of them. The
   * query beside an address that has it is no other call.
   */
  private boolean item(int i) {
    int open = brackets[i];
    int list = open < 0 ? -1 : brackets[open];
    if (!NAMES.contains(tokens.get(i).text()) || !at(open).is("{") || !at(list).is("[")) {
      return false;
    }
    int close = expressions.close(open);
    int value = -1;
    boolean disabled = false;
    for (int at = open + 1; at < close; at++) {
      boolean key = brackets[at] == open && at(at + 1).is(":");
      value = key && at(at).text().equals("value") ? at + 2 : value;
      disabled |= key && at(at).text().equals("disabled") && at(at + 2).text().equals("true");
    }
    if (value < 0 || at(i + 2).kind() != Kind.TEXT) {
      return false;
    }
    if (!disabled && !QUERIES.contains(at(list - 2).text())) {
      put(BRACKET + list, i + 2, value);
    }
    return true;
  }

  /** A name and its value, one behind the other: {@code ("user", x)}, {@code {"user", x}}. */
  private int listed(int i) {
    int open = brackets[i];
    Value value = expressions.of(expressions.skip(i + 2));
    String of = at(open - 1).text();
    if (at(open).is("(") && of.equals("of")) {
      put(BRACKET + open, i, i + 2);
      return value.next();
    }
    boolean alone = open == i - 1 && expressions.skip(value.next()) == expressions.close(open);
    if (!alone) {
      return i + 1;
    }
    boolean call = at(open).is("(") && at(open - 1).kind() == Kind.NAME;
    boolean method = at(open - 2).is(".") || at(open - 2).is("->");
    String container = method ? "of:" + at(open - 3).text() : "call:" + of;
    return put(call ? container : BRACKET + brackets[open], i, i + 2);
  }

  /** {@code {user, pass}} of JavaScript: the variables are called like the parameters. */
  private int shorthand(int i) {
    int before = i - 1;
    while (at(before).kind() == Kind.LINE) {
      before--;
    }
    SourceToken after = at(expressions.skip(i + 1));
    boolean item = at(before).is("{") || at(before).is(",");
    if (item && at(brackets[i]).is("{") && (after.is(",") || after.is("}"))) {
      draft(BRACKET + brackets[i], tokens.get(i).text(), i)
          .values
          .put(tokens.get(i).text(), Hole.of(tokens.get(i).text()));
    }
    return i + 1;
  }

  /** Others that are mixed in: {@code ...defaults}, {@code **defaults}. */
  private void spread(int i) {
    boolean dots = at(i).is(".") && at(i - 1).is(".") && at(i - 2).is(".");
    boolean stars = at(i).is("**");
    if ((dots || stars) && brackets[i] >= 0 && at(i + 1).kind() == Kind.NAME) {
      draft(BRACKET + brackets[i], "", i).more = true;
    }
  }

  private int put(String container, int key, int from) {
    int first = expressions.skip(from);
    while (at(first).is("{") || at(first).is("[") || at(first).is("]")) {
      // Go and some libraries keep lists of values.
      boolean one = at(first + 1).kind() == Kind.NAME && at(first + 2).is("}");
      boolean list = one || at(first + 1).kind() == Kind.TEXT || at(first + 1).is("]");
      boolean typed = at(first).is("]") && at(first + 1).kind() == Kind.NAME;
      if (!list && !typed) {
        return key + 1;
      }
      first += typed ? 2 : 1;
    }
    Value value = expressions.of(first);
    if (value.next() == first) {
      return key + 1;
    }
    String name = tokens.get(key).text();
    Draft draft = draft(container, name, key);
    draft.values.put(name, value.text());
    if (container.startsWith(BRACKET) && merges(brackets[key])) {
      draft.more = true;
    }
    return key + 1;
  }

  /** Whether a function mixes what stands in this bracket with others. */
  private boolean merges(int open) {
    int call = open < 0 ? -1 : brackets[open];
    return call > 0 && at(call - 1).text().matches("(?i)array_merge|assign|merge|extend");
  }

  /**
   * The parameters that belong together.
   *
   * @param container what holds them: a bracket, a variable, or calls of one name
   */
  private Draft draft(String container, String name, int at) {
    boolean bracket = container.startsWith(BRACKET);
    int literal = bracket ? Integer.parseInt(container.substring(BRACKET.length())) : -1;
    String variable = bracket ? variable(literal) : "";
    String key = variable.isEmpty() ? container : "of:" + variable;
    Draft draft = drafts.get(key);
    boolean again =
        draft != null && (bracket ? draft.literal != literal : draft.values.containsKey(name));
    if (draft == null || again) {
      draft = new Draft(tokens.get(at).start(), literal);
      drafts.put(key, draft);
      all.add(draft);
    }
    return draft;
  }

  /** The variable that what stands in a bracket is given to; others may be set in it later. */
  private String variable(int open) {
    int sign = at(open - 1).kind() == Kind.NAME || at(open - 1).is("@") ? open - 2 : open - 1;
    boolean assigned = at(sign).is("=") || at(sign).is(":=");
    return assigned && at(sign - 1).kind() == Kind.NAME ? at(sign - 1).text() : "";
  }

  private SourceToken at(int i) {
    return expressions.at(i);
  }
}
