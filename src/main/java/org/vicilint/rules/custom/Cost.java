package org.vicilint.rules.custom;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.types.ListType;
import java.util.List;

/**
 * An upper bound of an expression's cost: its steps if every list has as many items as VICIdial has
 * functions. A step takes about a tenth of a microsecond.
 */
final class Cost {
  private static final long MOST = 2_000_000;
  private static final int ITEMS = 100;

  private final CelAbstractSyntaxTree tree;

  private Cost(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  /** Whether the expression is cheap enough for every account. */
  static boolean affordable(CelAbstractSyntaxTree tree) {
    return new Cost(tree).of(tree.getExpr()) <= MOST;
  }

  private long of(CelExpr expr) {
    return switch (expr.getKind()) {
      case CALL -> call(expr.call());
      case LIST -> 1 + sum(expr.list().elements());
      case SELECT -> 1 + of(expr.select().operand());
      case COMPREHENSION -> loop(expr.comprehension());
      default -> 1;
    };
  }

  private long call(CelCall call) {
    long operands = sum(call.args()) + call.target().map(this::of).orElse(0L);
    boolean all =
        switch (call.function()) {
          case "matches", "@in" -> true;
          case "_==_", "_!=_" -> isList(call.args().get(0));
          default -> false;
        };
    return operands + (all ? ITEMS : 1);
  }

  private long loop(CelComprehension loop) {
    long each = of(loop.loopCondition()) + of(loop.loopStep());
    // The amount beyond the limit does not matter, and a product of many factors would overflow.
    long inside = Math.min(each, MOST) * ITEMS;
    return of(loop.iterRange()) + of(loop.accuInit()) + inside + of(loop.result());
  }

  private long sum(List<CelExpr> all) {
    return all.stream().mapToLong(this::of).sum();
  }

  private boolean isList(CelExpr expr) {
    return tree.getType(expr.id()).filter(ListType.class::isInstance).isPresent();
  }
}
