package org.vicilint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Call;
import org.vicilint.text.Printable;

/** Calls as a command line writes them: {@code function}, {@code function:param=value}. */
final class CallNames {
  private CallNames() {}

  /** Calls between commas, each with the operation as the catalog names it. */
  static List<Call> of(String text, Catalog catalog) throws UsageException {
    List<Call> calls = new ArrayList<>();
    for (String each : text.split(",")) {
      if (!each.isBlank()) {
        Call asked = of(each.strip());
        Operation operation = operation(function(asked, catalog), asked);
        calls.add(new Call(asked.function(), operation == null ? null : operation.name()));
      }
    }
    if (calls.isEmpty()) {
      throw new UsageException("no function is named; write, for example, add_lead,update_lead");
    }
    return calls;
  }

  /** A call as it is written, without a look at the catalog. */
  static Call of(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? Call.of(text)
        : new Call(text.substring(0, colon), text.substring(colon + 1));
  }

  /** The function of a call. */
  static Function function(Call call, Catalog catalog) throws UsageException {
    Optional<Function> found = catalog.function(call.function());
    if (found.isEmpty()) {
      throw new UsageException(
          "no build of either API has a function '%s'%s"
                  .formatted(
                      Printable.of(call.function()),
                      Opts.didYouMean(call.function(), catalog.names()))
              + PageNames.hint(call));
    }
    return found.get();
  }

  /** The operation of a call; null when there is none. */
  static Operation operation(Function function, Call call) throws UsageException {
    String asked = call.operation();
    if (asked == null) {
      return null;
    }
    String name = asked.split("=", 2)[0];
    Optional<Operation> found = function.operation(asked).or(() -> function.operation(name));
    if (found.isEmpty()) {
      List<String> known = function.operations().stream().map(Operation::name).toList();
      throw new UsageException(
          "%s has no parameter '%s' that needs more than the function%s; it has %s"
              .formatted(
                  function.name(),
                  Printable.of(asked),
                  Opts.didYouMean(asked, known),
                  known.isEmpty() ? "none: ask for the function alone" : String.join(", ", known)));
    }
    return found.get();
  }
}
