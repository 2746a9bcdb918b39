package org.vicilint.simulate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.api.Parameters;
import org.vicilint.catalog.Function;
import org.vicilint.model.Suggestions;
import org.vicilint.text.PasswordNames;

/**
 * Names of the functions that create and change accounts: those of the server, and those that
 * people use by mistake.
 */
public final class FunctionNames {
  private static final String PLAIN = "[A-Za-z][A-Za-z_]{0,39}";

  private final Parameters parameters;
  private final Map<String, String> summaries;
  private final Set<String> known;

  /**
   * @param functions every function that the server may be asked for
   */
  public FunctionNames(Parameters parameters, List<Function> functions) {
    this.parameters = parameters;
    this.summaries =
        functions.stream()
            .collect(Collectors.toMap(Function::name, Function::summary, (a, b) -> a));
    this.known = summaries.keySet();
  }

  /**
   * Returns a summary of the function as the beginning of a hint; empty if there is no such
   * function.
   */
  public String summary(String function) {
    String summary = summaries.get(function);
    return summary == null ? "" : "it does this: " + summary.replaceFirst("\\.$", "") + "; ";
  }

  /** Whether there is such a function. */
  public boolean known(String function) {
    return known.contains(function);
  }

  /** Returns the name if it cannot be a password; otherwise a word for it. */
  public String shown(String function) {
    boolean harmless =
        known.contains(function)
            || parameters.calls().containsKey(function)
            || (function.matches(PLAIN) && !PasswordNames.mayHold(function));
    return harmless ? function : "this function";
  }

  /** Returns the function that a wrong name probably means; empty if that is unknown. */
  public Optional<String> meant(String function) {
    if (known.contains(function)) {
      return Optional.empty();
    }
    String lower = function.strip().toLowerCase(Locale.ROOT);
    if (known.contains(lower) && !lower.equals(function)) {
      return Optional.of("did you mean " + lower + "? Upper and lower case count");
    }
    String call = parameters.calls().get(lower.replace('-', '_'));
    if (call != null) {
      return Optional.of("use " + call);
    }
    if (parameters.byName().containsKey(lower)) {
      return Optional.of(lower + " is a parameter, not a function: use " + takers(lower));
    }
    return Suggestions.closest(function, parameters.functionNames())
        .or(() -> Suggestions.closest(function, known))
        .map(name -> "did you mean " + name + "?");
  }

  private String takers(String parameter) {
    return String.join(
        " or ",
        parameters.functionNames().stream()
            .filter(
                f ->
                    parameters.functions().get(f).required().containsKey(parameter)
                        || parameters.functions().get(f).optional().values().stream()
                            .anyMatch(l -> l.contains(parameter)))
            .toList());
  }
}
