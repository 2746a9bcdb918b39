package org.vicilint.render.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;

/**
 * The permissions of an account, decided once for its card and its row of the matrix.
 *
 * @param verdicts by the evaluator's index of functions
 */
record GrantedPowers(AccessEvaluator access, List<Verdict> verdicts) {

  /**
   * The functions of one effect that an account can call.
   *
   * @param effect the effect of the functions
   * @param count the number of functions
   * @param categories the categories of the functions
   */
  public record Group(String effect, int count, List<Category> categories) {}

  /** Functions about one thing, by name. */
  public record Category(String name, List<String> functions) {}

  /** How many functions a gate refuses. */
  public record Stop(String gate, long count) {}

  static GrantedPowers of(Subject subject, AccessEvaluator access) {
    List<Verdict> verdicts = new ArrayList<>(access.functions().size());
    for (int i = 0; i < access.functions().size(); i++) {
      verdicts.add(access.decide(subject, i));
    }
    return new GrantedPowers(access, verdicts);
  }

  /** Returns the functions that it can call, the worst effect first. */
  List<Group> groups() {
    Map<Effect, Map<String, List<String>>> groups = new EnumMap<>(Effect.class);
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i) == Verdict.GRANTED) {
        Function function = access.functions().get(i);
        groups
            .computeIfAbsent(function.effect(), key -> new TreeMap<>())
            .computeIfAbsent(function.category(), key -> new ArrayList<>())
            .add(function.name());
      }
    }
    List<Group> shown = new ArrayList<>();
    groups.forEach(
        (effect, categories) -> {
          List<Category> inside = new ArrayList<>();
          categories.forEach((name, names) -> inside.add(new Category(name, names)));
          int count = categories.values().stream().mapToInt(List::size).sum();
          shown.add(0, new Group(effect.word(), count, inside));
        });
    return shown;
  }

  /** Returns the gates that refuse the others, in the server's order. */
  List<Stop> stops() {
    List<Stop> stops = new ArrayList<>();
    for (Verdict verdict :
        List.of(
            Verdict.LOGIN, Verdict.NO_GROUP, Verdict.NOT_ALLOWED_FUNCTION, Verdict.PERMISSION)) {
      long count = verdicts.stream().filter(v -> v == verdict).count();
      if (count > 0) {
        stops.add(new Stop(gate(verdict), count));
      }
    }
    return stops;
  }

  /** The letters of its row in the matrix. */
  List<String> letters() {
    List<String> letters = new ArrayList<>(verdicts.size());
    for (int i = 0; i < verdicts.size(); i++) {
      letters.add(
          switch (verdicts.get(i)) {
            case GRANTED ->
                access.functions().get(i).effect().word().substring(0, 1).toUpperCase(Locale.ROOT);
            case LOGIN -> "L";
            case NO_GROUP -> "G";
            case NOT_ALLOWED_FUNCTION -> "F";
            default -> "P";
          });
    }
    return letters;
  }

  private static String gate(Verdict verdict) {
    return switch (verdict) {
      case LOGIN -> "the login";
      case NO_GROUP -> "its group, which does not exist";
      case NOT_ALLOWED_FUNCTION -> "api_allowed_functions";
      default -> "level and flags";
    };
  }
}
