package org.vicilint.calls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.model.Place;
import org.vicilint.model.Request;
import org.vicilint.source.ProblemLog;

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

  /** Another request begins; it has its number even if it turns out that it cannot be read. */
  void begin() {
    number++;
  }

  /**
   * A whole call, as it goes over the wire.
   *
   * @param open the parameters that a shell has yet to fill in
   */
  void call(Map<String, String> parameters, Set<String> open, int line, int column) {
    add(parameters, open, line, column, true);
  }

  /** What a call is to be made of. */
  void entry(Map<String, String> parameters, int line, int column) {
    add(parameters, Set.of(), line, column, false);
  }

  private void add(Map<String, String> all, Set<String> open, int line, int column, boolean whole) {
    Map<String, String> parameters = new LinkedHashMap<>(all);
    String caller = parameters.remove("caller");
    String user = parameters.remove("user");
    String function = parameters.remove("function");
    if (function == null && whole) {
      function = "";
    } else if (!whole && (function == null || function.isBlank())) {
      // A list of new hires says who, not how.
      function = parameters.containsKey("source_user") ? "copy_user" : "add_user";
    }
    requests.add(
        new Request(
            number,
            new Place(log.source(), line, column),
            caller != null ? caller : user != null ? user : "",
            function,
            parameters,
            open,
            whole));
  }
}
