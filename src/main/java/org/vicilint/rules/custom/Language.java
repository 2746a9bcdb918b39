package org.vicilint.rules.custom;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionResolver;
import dev.cel.runtime.CelLateFunctionBindings;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

/**
 * The subset of CEL for custom rules: typed variables, comparisons, whole numbers, texts, and
 * {@code all}, {@code exists}, {@code exists_one} and {@code filter} on lists. Nothing in it has a
 * side effect, and nothing makes texts or lists longer, so the length of an expression and the
 * number of its iterations bound its cost.
 *
 * <p>Loading these classes takes about as long as the rest of a run: only {@link Condition} may use
 * this class.
 */
final class Language {
  /** The most characters of an expression. */
  static final int LONGEST = 4000;

  private static final int ITERATIONS = 10_000;
  private static final int NESTING = 32;

  private static final String CAN = "can_function";
  private static final String CAN_OPERATION = "can_operation";
  private static final String DAYS_SINCE = "days_since_text";

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(NESTING)
          .comprehensionMaxIterations(ITERATIONS)
          .enableHeterogeneousNumericComparisons(true) // the CEL runtime supports no other setting
          .build();

  static final CelCompiler COMPILER = compiler();

  static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(OPTIONS)
          .addLateBoundFunctions(Vocabulary.FUNCTIONS)
          .build();

  private Language() {}

  /** Returns the functions for one account. */
  static CelFunctionResolver functions(Facts facts) {
    return CelLateFunctionBindings.from(
        CelFunctionBinding.from(CAN, String.class, facts::can),
        CelFunctionBinding.from(CAN_OPERATION, String.class, String.class, facts::can),
        CelFunctionBinding.from(DAYS_SINCE, String.class, text -> daysSince(facts, text)));
  }

  private static long daysSince(Facts facts, String text) throws CelEvaluationException {
    try {
      return facts.daysSince(text);
    } catch (RuleFailure e) {
      throw new CelEvaluationException(e.getMessage(), e);
    }
  }

  private static CelCompiler compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(declarations())
            .setStandardMacros(
                CelStandardMacro.ALL,
                CelStandardMacro.EXISTS,
                CelStandardMacro.EXISTS_ONE,
                CelStandardMacro.FILTER)
            .addFunctionDeclarations(
                CelFunctionDecl.newFunctionDeclaration(
                    "can",
                    CelOverloadDecl.newGlobalOverload(CAN, SimpleType.BOOL, SimpleType.STRING),
                    CelOverloadDecl.newGlobalOverload(
                        CAN_OPERATION, SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(
                    "days_since",
                    CelOverloadDecl.newGlobalOverload(
                        DAYS_SINCE, SimpleType.INT, SimpleType.STRING)))
            .setResultType(SimpleType.BOOL);
    Vocabulary.variables().values().forEach(v -> builder.addVar(v.name(), type(v.type())));
    return builder.build();
  }

  private static CelStandardDeclarations declarations() {
    return CelStandardDeclarations.newBuilder()
        .filterFunctions(
            (function, overload) ->
                switch (function) {
                  case CONDITIONAL, LOGICAL_AND, LOGICAL_NOT, LOGICAL_OR, NOT_STRICTLY_FALSE ->
                      true;
                  case EQUALS, NOT_EQUALS, IN, SIZE -> true;
                  case CONTAINS, ENDS_WITH, MATCHES, STARTS_WITH -> true;
                  case GREATER, GREATER_EQUALS, LESS, LESS_EQUALS ->
                      allAre(overload, SimpleType.INT) || allAre(overload, SimpleType.STRING);
                  // The macro filter appends to its list; Grammar refuses this function elsewhere.
                  case ADD ->
                      allAre(overload, SimpleType.INT) || overload == Overload.Arithmetic.ADD_LIST;
                  case DIVIDE, MODULO, MULTIPLY, NEGATE, SUBTRACT ->
                      allAre(overload, SimpleType.INT);
                  default -> false;
                })
        .build();
  }

  private static boolean allAre(StandardOverload overload, CelType type) {
    return overload.celOverloadDecl().parameterTypes().stream().allMatch(type::equals);
  }

  private static CelType type(Variable.Type type) {
    return switch (type) {
      case BOOL -> SimpleType.BOOL;
      case INT -> SimpleType.INT;
      case STRING -> SimpleType.STRING;
      case LIST -> ListType.create(SimpleType.STRING);
    };
  }
}
