package org.vicilint.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.Change;

/**
 * Whether an account may make a call, and gate by gate why.
 *
 * @param account who calls
 * @param function what it calls
 * @param operation the parameter asked about; null for the plain function
 * @param gates what the server looks at, in its order
 * @param answer the server's refusal, the password masked and what depends on the request in angle
 *     brackets; empty when granted, or when the server says nothing
 */
public record Decision(
    Account account, Function function, Operation operation, List<Gate> gates, String answer) {

  public Decision {
    gates = List.copyOf(gates);
  }

  /** Returns how the server answers. */
  public Verdict verdict() {
    return failed().map(gate -> gate.kind().refusal()).orElse(Verdict.GRANTED);
  }

  /** Whether every gate is open. */
  public boolean granted() {
    return failed().isEmpty();
  }

  /** The first gate that fails; it is the one that answers. */
  public Optional<Gate> failed() {
    return gates.stream().filter(gate -> !gate.passed()).findFirst();
  }

  /**
   * The smallest change that opens the call: one for each column that stands in the way, and no
   * more. Empty when it is open.
   */
  public List<Change> opening() {
    Map<String, Change> byColumn = new LinkedHashMap<>();
    for (Gate gate : gates) {
      if (!gate.passed() && gate.opening() != null) {
        // Two gates may ask for a level; the later one asks for at least as much.
        byColumn.put(gate.column(), gate.opening());
      }
    }
    return List.copyOf(byColumn.values());
  }
}
