package org.vicilint.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Requirement;

/**
 * The functions that some builds have and that ask for a login, by index, with what each demands.
 * Sets of functions are bits over the index.
 */
final class FunctionTable {
  private final Builds builds;
  private final List<Function> functions = new ArrayList<>();
  private final Map<String, Integer> index = new HashMap<>();
  private final Requirement[] requirements;

  FunctionTable(Catalog catalog, Builds builds) {
    this.builds = builds;
    for (Function function : catalog.functions()) {
      if (function.needsLogin() && function.at(builds.of(function.api())).isPresent()) {
        index.put(function.name(), functions.size());
        functions.add(function);
      }
    }
    this.requirements =
        functions.stream()
            .map(f -> f.at(builds.of(f.api())).orElseThrow())
            .toArray(Requirement[]::new);
  }

  List<Function> functions() {
    return functions;
  }

  /** The index of a function; -1 when the builds do not have it. */
  int indexOf(String function) {
    return index.getOrDefault(function, -1);
  }

  /** Requirements of the functions, by index; not to be changed. */
  Requirement[] requirements() {
    return requirements;
  }

  /** Requirement of an operation of a function; null when the build does not know the operation. */
  Requirement requirement(int function, Operation operation) {
    return operation.at(builds.of(functions.get(function).api())).orElse(null);
  }

  /** The operations of a function that its build knows. */
  List<Operation> operations(Function function) {
    return function.operations().stream()
        .filter(o -> o.at(builds.of(function.api())).isPresent())
        .toList();
  }

  /** The flags that any function or operation looks at, as bits. */
  long flags() {
    long flags = 0;
    for (int i = 0; i < requirements.length; i++) {
      flags |= requirements[i].flags();
      for (Operation operation : operations(functions.get(i))) {
        flags |= requirement(i, operation).flags();
      }
    }
    return flags;
  }

  /** The functions that a text grants: the names in it that have a blank on both sides. */
  long[] granted(String text) {
    long[] bits = new long[(functions.size() + 63) / 64];
    if (FunctionList.grantsAll(text)) {
      Arrays.fill(bits, -1L);
      return bits;
    }
    int start = text.indexOf(' ');
    while (start >= 0) {
      int end = text.indexOf(' ', start + 1);
      if (end > start + 1) {
        int function = indexOf(text.substring(start + 1, end));
        if (function >= 0) {
          bits[function >> 6] |= 1L << (function & 63);
        }
      }
      start = end;
    }
    return bits;
  }
}
