package org.vicilint.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Integration;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Suggestions;

/**
 * Checks that the declared calls of accounts are known functions. A misspelt name would count as no
 * need at all, so it must not pass silently.
 */
public final class DeclaredCallCheck {
  /** The most names in a hint. */
  private static final int NEAR = 3;

  private DeclaredCallCheck() {}

  /** Returns the estate with a problem for each name that no build of either API has. */
  public static Estate check(Estate estate, Catalog catalog) {
    List<Problem> problems = new ArrayList<>(estate.problems());
    Set<String> told = new HashSet<>();
    for (Integration each : estate.integrations()) {
      for (Call call : each.calls()) {
        told.add(key(each.account(), call));
        problem(each.place("functions"), call, catalog, problems);
      }
    }
    for (Account account :
        estate.accounts().anyDeclared() ? estate.accounts() : List.<Account>of()) {
      for (Call call : account.declaration().need().orElse(List.of())) {
        if (!told.contains(key(account.user(), call))) {
          problem(account.place("functions"), call, catalog, problems);
        }
      }
    }
    Collections.sort(problems);
    return estate.with(problems);
  }

  private static String key(String user, Call call) {
    return Groups.key(user) + '\0' + call;
  }

  private static void problem(
      SourceLocation place, Call call, Catalog catalog, List<Problem> problems) {
    Function function = catalog.function(call.function()).orElse(null);
    if (function == null) {
      problems.add(
          new Problem(
              place,
              call.function() + " is not a function of any build of either API",
              hint(call.function(), catalog.names(), near(call.function(), catalog.names()))));
    } else if (call.operation() != null && function.operation(call.operation()).isEmpty()) {
      List<String> known = function.operations().stream().map(Operation::name).toList();
      String all =
          known.isEmpty()
              ? "write the function alone"
              : "write the function alone, or one of " + String.join(", ", known);
      problems.add(
          new Problem(
              place,
              "%s needs nothing more for %s".formatted(call.function(), call.operation()),
              hint(call.operation(), known, all)));
    }
  }

  /** Returns known names that share a word with it, or else where to find all names. */
  private static String near(String name, List<String> known) {
    List<String> near = Suggestions.sharing(name, known, NEAR);
    return near.isEmpty()
        ? "'vicilint catalog' lists them"
        : "alike in name: %s; 'vicilint catalog' lists all".formatted(String.join(", ", near));
  }

  private static String hint(String name, List<String> known, String otherwise) {
    return Suggestions.closest(name, known).map(n -> "did you mean " + n + "?").orElse(otherwise);
  }
}
