package org.vicilint.rules.custom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vicilint.access.FunctionList;
import org.vicilint.catalog.Catalog;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Suggestions;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The fix of a rule, its key {@code fix}: columns and their new values. */
final class Remedy {
  private static final String FUNCTIONS = "api_allowed_functions";
  private static final Set<String> ON = Set.of("1", "y", "yes", "true");
  private static final Set<String> OFF = Set.of("0", "n", "no", "false");

  /** The numeric columns, each with its maximum. */
  private static final Map<String, Integer> NUMBERS =
      Map.of("failed_login_count", 99, "modify_leads", 6, "user_level", 9);

  private final Map<String, String> values = new LinkedHashMap<>();

  private Remedy() {}

  /** Reads the values; one that its column cannot hold becomes a problem. */
  static Remedy read(FrontMatter front, Catalog catalog) {
    Remedy remedy = new Remedy();
    front
        .mapping("fix")
        .forEach(
            (column, value) -> {
              if (!mendable(column.text())) {
                column.problem(
                    "fix cannot set " + column.text(),
                    Suggestions.closest(column.text(), Vocabulary.variables().keySet())
                        .filter(Remedy::mendable)
                        .map(meant -> "did you mean " + meant + "?")
                        .orElse("name a column that an account keeps, other than user"));
              } else if (column.text().equals(FUNCTIONS) && value instanceof SequenceNode) {
                remedy.values.put(FUNCTIONS, functions(front.list(FUNCTIONS, value), catalog));
              } else {
                remedy.put(front, column.text(), value);
              }
            });
    return remedy;
  }

  private void put(FrontMatter front, String column, Node value) {
    Optional<Scalar> scalar = front.scalar(column, value);
    scalar
        .flatMap(s -> value(column, s.text().strip()))
        .ifPresentOrElse(
            text -> values.put(column, text),
            () ->
                scalar.ifPresent(
                    s ->
                        s.problem(
                            column + " cannot be set to this",
                            hint(column) + ", or in parentheses what a person has to choose")));
  }

  private static boolean mendable(String column) {
    return Vocabulary.isColumn(column)
        && !column.equals("user")
        && !column.equals("last_login_date");
  }

  /** Returns the value as the column stores it; empty if the column cannot hold it. */
  private static Optional<String> value(String column, String text) {
    if (text.startsWith("(") && text.endsWith(")")) {
      return Optional.of(text);
    }
    String word = text.toLowerCase(Locale.ROOT);
    boolean flag = Flag.of(column).isPresent();
    if (flag || column.equals("active")) {
      String on = flag ? "1" : "Y";
      String off = flag ? "0" : "N";
      return ON.contains(word) ? Optional.of(on) : Optional.of(off).filter(v -> OFF.contains(word));
    }
    if (NUMBERS.containsKey(column)) {
      return Optional.of(text)
          .filter(t -> t.matches("0|[1-9]\\d?"))
          .filter(t -> Integer.parseInt(t) <= NUMBERS.get(column));
    }
    return Optional.of(text).filter(t -> !column.equals(FUNCTIONS));
  }

  private static String hint(String column) {
    if (NUMBERS.containsKey(column)) {
      return "write a number from 0 to " + NUMBERS.get(column);
    }
    if (column.equals(FUNCTIONS)) {
      return "write a list of functions";
    }
    return column.equals("active") ? "write Y or N" : "write 1 or 0";
  }

  private static String functions(List<Scalar> names, Catalog catalog) {
    List<String> known = new ArrayList<>();
    for (Scalar name : names) {
      if (catalog.function(name.text()).isPresent()) {
        known.add(name.text());
      } else {
        name.problem(
            "no build of VICIdial has a function '" + name.text() + "'",
            Grammar.didYouMean(name.text(), catalog.names()));
      }
    }
    return FunctionList.of(known);
  }

  /** Returns the columns that it sets. */
  Set<String> columns() {
    return values.keySet();
  }

  /** Returns the changes for an account: the columns that do not yet have the value. */
  List<Change> of(Account account) {
    return values.entrySet().stream()
        .map(each -> new Change(each.getKey(), account.value(each.getKey()), each.getValue()))
        .filter(change -> !change.from().equals(change.to()))
        .toList();
  }
}
