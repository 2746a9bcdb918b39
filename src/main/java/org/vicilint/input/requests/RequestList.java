package org.vicilint.input.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.code.Hole;
import org.vicilint.code.Literal;
import org.vicilint.model.Request;
import org.vicilint.model.SourceLocation;
import org.vicilint.source.ProblemLog;
import org.vicilint.text.PasswordNames;

/** Collects the requests of one source, numbered over all of them. */
final class RequestList {
  private final ProblemLog log;
  private final List<Request> requests;
  private int number;

  RequestList(ProblemLog log, List<Request> requests) {
    this.log = log;
    this.requests = requests;
    this.number = requests.size();
  }

  /** Begins another request; it has its number even if it turns out to be unreadable. */
  void begin() {
    number++;
  }

  /** Adds a call with these parameters. */
  void entry(Map<String, String> parameters, int line, int column) {
    add(parameters, Map.of(), line, column, false);
  }

  /**
   * A call.
   *
   * @param filled the parameters that a shell or a program has yet to fill in, with words for it
   * @param whole whether it stands here as it goes over the wire
   */
  void add(
      Map<String, String> all, Map<String, String> filled, int line, int column, boolean whole) {
    Map<String, String> parameters = new LinkedHashMap<>(all);
    Map<String, String> open = new LinkedHashMap<>(filled);
    parameters.forEach(
        (name, value) -> {
          if (Literal.place(value)) {
            open.putIfAbsent(name, filled("a place to fill in", name, Literal.raw("=" + value)));
          }
        });
    String caller = parameters.remove("caller");
    String user = parameters.remove("user");
    String function = parameters.remove("function");
    if (open.containsKey("caller")) {
      open.put("user", open.remove("caller"));
    }
    if (function == null && whole) {
      function = "";
    } else if (!whole && (function == null || function.isBlank())) {
      // A list of new hires says who, not how.
      function = parameters.containsKey("source_user") ? "copy_user" : "add_user";
    }
    requests.add(
        new Request(
            number,
            new SourceLocation(log.source(), line, column),
            caller != null ? caller : user != null ? user : "",
            function,
            parameters,
            open,
            whole));
  }

  /**
   * Words for what fills in a value.
   *
   * @param name the parameter; that of a password says nothing more
   * @param value the value, with holes
   */
  static String filled(String what, String name, String value) {
    String names = Hole.names(value);
    return names.isEmpty() || PasswordNames.mayHold(name + "=") || PasswordNames.mayHold(names)
        ? what
        : what + " (" + names + ")";
  }
}
