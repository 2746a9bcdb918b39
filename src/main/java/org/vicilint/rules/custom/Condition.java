package org.vicilint.rules.custom;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.List;
import java.util.Optional;
import org.vicilint.catalog.Catalog;

/** The compiled condition of a rule, its key {@code when}. */
final class Condition {
  private final Program program;
  private final List<String> mentioned;

  private Condition(Program program, List<String> mentioned) {
    this.program = program;
    this.mentioned = mentioned;
  }

  /**
   * Compiles an expression.
   *
   * @param catalog the functions that the expression may name
   * @param faults receives the faults of the expression; if there is any, the result is empty
   */
  static Optional<Condition> compile(String expression, Catalog catalog, Faults faults) {
    if (expression.length() > Language.LONGEST) {
      faults.add(
          Language.LONGEST,
          "the expression has more than " + Language.LONGEST + " characters",
          "make several rules of it");
      return Optional.empty();
    }
    CelErrors errors = new CelErrors(expression, faults);
    CelValidationResult parsed = Language.COMPILER.parse(expression);
    if (parsed.hasError()) {
      errors.first(parsed.getErrors());
      return Optional.empty();
    }
    try {
      CelValidationResult checked = Language.COMPILER.check(parsed.getAst());
      if (checked.hasError()) {
        errors.all(checked.getErrors());
        return Optional.empty();
      }
      CelAbstractSyntaxTree tree = checked.getAst();
      Grammar grammar = new Grammar(expression, tree, catalog, faults);
      return grammar.keeps()
          ? Optional.of(new Condition(Language.RUNTIME.createProgram(tree), grammar.mentioned()))
          : Optional.empty();
    } catch (CelValidationException | CelEvaluationException e) {
      faults.add(0, "this cannot be evaluated: " + e.getMessage(), "write it more simply");
      return Optional.empty();
    }
  }

  /** Returns the variables that it mentions, in the order of the expression. */
  List<String> mentioned() {
    return mentioned;
  }

  /**
   * Evaluates the condition for an account.
   *
   * @throws RuleFailure if the evaluation fails
   */
  boolean holds(Facts facts) throws RuleFailure {
    try {
      Object result =
          program.eval(
              name ->
                  Optional.ofNullable(Vocabulary.variables().get(name))
                      .map(variable -> variable.value().of(facts)),
              Language.functions(facts));
      return Boolean.TRUE.equals(result);
    } catch (CelEvaluationException e) {
      throw new RuleFailure(reason(e));
    }
  }

  private static String reason(CelEvaluationException e) {
    if (e.getCause() instanceof RuleFailure failure) {
      return failure.getMessage();
    }
    if (e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED) {
      return "it goes through its lists too often";
    }
    return e.getErrorCode() == CelErrorCode.DIVIDE_BY_ZERO
        ? "it divides by zero"
        : e.getMessage().replaceFirst("^evaluation error.*?: ", "");
  }
}
