package org.vicilint.rules.custom;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.ListType;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Suggestions;

/**
 * Checks of an expression beyond CEL's own types: the functions that it names exist, its patterns
 * are valid, no value in it can grow with every iteration, and its cost is low.
 */
final class Grammar {
  private static final Set<CelConstant.Kind> CONSTANTS =
      Set.of(
          CelConstant.Kind.BOOLEAN_VALUE,
          CelConstant.Kind.INT64_VALUE,
          CelConstant.Kind.STRING_VALUE);

  /** The internal variable of macros. */
  private static final String RESULT = "@result";

  private final String expression;
  private final CelAbstractSyntaxTree tree;
  private final Catalog catalog;
  private final Faults faults;
  private final Set<String> mentioned = new LinkedHashSet<>();
  private boolean keeps = true;

  Grammar(String expression, CelAbstractSyntaxTree tree, Catalog catalog, Faults faults) {
    this.expression = expression;
    this.tree = tree;
    this.catalog = catalog;
    this.faults = faults;
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .sorted(Comparator.comparingInt(this::at))
        .forEach(this::look);
    if (!Cost.affordable(tree)) {
      fault(tree.getExpr(), "this would take too long", "ask with in; avoid loops in loops");
    }
  }

  /** Whether the expression passes all checks. */
  boolean keeps() {
    return keeps;
  }

  /** Returns the variables that the expression mentions, in its order. */
  List<String> mentioned() {
    return List.copyOf(mentioned);
  }

  private void look(CelExpr expr) {
    switch (expr.getKind()) {
      case IDENT -> {
        if (Vocabulary.variables().containsKey(expr.ident().name())) {
          mentioned.add(expr.ident().name());
        }
      }
      case CONSTANT -> {
        if (!CONSTANTS.contains(expr.constant().getKind())) {
          fault(expr, "this kind of value has no use here", "write a text or a whole number");
        }
      }
      case LIST -> items(expr.list().elements());
      case MAP, STRUCT ->
          fault(expr, "a mapping has no use here", "compare the variables one by one");
      case CALL -> call(expr, expr.call());
      default -> {}
    }
  }

  /** Refuses lists in lists, which make a comparison longer with every level. */
  private void items(List<CelExpr> items) {
    for (CelExpr item : items) {
      if (isList(item)) {
        fault(item, "a list cannot stand in a list", "write the items of one list");
      } else if (!tree.getType(item.id()).equals(tree.getType(items.get(0).id()))) {
        fault(item, "the items of a list are of one kind", "write texts alone, or numbers alone");
      }
    }
  }

  private boolean isList(CelExpr expr) {
    return tree.getType(expr.id()).filter(ListType.class::isInstance).isPresent();
  }

  private void call(CelExpr expr, CelCall call) {
    switch (call.function()) {
      case "_+_" -> {
        CelExpr first = call.args().get(0);
        if (isList(expr) && !(isIdent(first) && first.ident().name().equals(RESULT))) {
          fault(expr, "lists cannot be added", "ask each list on its own, with ||");
        }
      }
      case "matches" -> pattern(call.args().get(call.args().size() - 1));
      case "can" -> can(call.args());
      default -> {}
    }
  }

  private static boolean isIdent(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.IDENT;
  }

  private void pattern(CelExpr argument) {
    Optional<String> pattern = literal(argument);
    if (pattern.isEmpty()) {
      fault(argument, "matches() needs a pattern in quotes", "write the pattern itself here");
    } else {
      Patterns.fault(pattern.get())
          .ifPresent(
              reason -> fault(argument, reason, "see the syntax of RE2; nest and repeat little"));
    }
  }

  private void can(List<CelExpr> arguments) {
    Optional<String> name = literal(arguments.get(0));
    if (name.isEmpty()) {
      return;
    }
    Optional<Function> function = catalog.function(name.get());
    if (function.isEmpty()) {
      fault(
          arguments.get(0),
          "no build of VICIdial has a function " + quoted(name.get()),
          didYouMean(name.get(), catalog.names()));
    } else if (arguments.size() > 1) {
      operation(function.get(), arguments.get(1));
    }
  }

  private void operation(Function function, CelExpr argument) {
    Optional<String> name = literal(argument);
    List<String> known = function.operations().stream().map(Operation::name).toList();
    if (name.isPresent() && !known.contains(name.get())) {
      fault(
          argument,
          function.name() + " has no operation " + quoted(name.get()),
          known.isEmpty()
              ? "it has none: write can('" + function.name() + "')"
              : "it has " + String.join(", ", known));
    }
  }

  /** Returns a hint with the nearest known word. */
  static String didYouMean(String word, Collection<String> known) {
    return Suggestions.closest(word, known)
        .map(meant -> "did you mean " + meant + "?")
        .orElse("vicilint catalog lists them");
  }

  private static String quoted(String word) {
    return "'" + word + "'";
  }

  private static Optional<String> literal(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(expr.constant().stringValue())
        : Optional.empty();
  }

  private void fault(CelExpr expr, String reason, String hint) {
    keeps = false;
    int codePoints = Math.min(at(expr), expression.codePointCount(0, expression.length()));
    faults.add(expression.offsetByCodePoints(0, codePoints), reason, hint);
  }

  private int at(CelExpr expr) {
    return tree.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
  }
}
