package org.vicilint.input.requests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vicilint.code.Group;
import org.vicilint.code.Hole;
import org.vicilint.code.Program;
import org.vicilint.code.QueryTemplate;
import org.vicilint.model.Request;
import org.vicilint.source.ProblemLog;

/** Requests as they stand in programs, pages and documents, with variables and all. */
final class ProgramRequests {
  static final String AGENT_API =
      "this calls the Agent API (agc/api.php), which makes no accounts and changes no rights";
  static final String AGENT_HINT =
      "accounts are made and changed by add_user, copy_user and update_user of non_agent_api.php";

  private static final String FUNCTION = "function";

  /** One of our functions as a value, in any language. */
  private static final Pattern BESIDE =
      Pattern.compile("\\bfunction[\"']?\\s?(?:=>?|:|,)\\s?[\"']?(?:add|copy|update)_user\\b");

  /** Distance behind an address within which its parameters may stand. */
  private static final int NEAR = 600;

  private static final String FILLED = "what the program fills in";

  private final String text;
  private final Program program;
  private final Set<QueryTemplate> used = new HashSet<>();

  /**
   * @param text the text; what other readers have taken of it is blank
   */
  ProgramRequests(String text) {
    this.text = text;
    this.program = Program.of(text);
  }

  /** One call while it is put together. */
  private static final class Call {
    private final int at;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> open = new LinkedHashMap<>();
    private boolean agent;

    Call(int at) {
      this.at = at;
    }

    void query(QueryTemplate query) {
      agent |= query.agent();
      QueryText.parse(query.parameters()).forEach(this::put);
    }

    void put(String name, String value) {
      if (Hole.in(name)) {
        open.put(Request.REST, RequestList.filled("what the program adds", "", name));
        return;
      }
      values.put(name, Hole.written(value));
      open.remove(name);
      if (Hole.in(value)) {
        open.put(name, RequestList.filled(FILLED, name, value));
      }
    }
  }

  /**
   * Finds the requests, by the line on which each begins.
   *
   * @param alone whether nothing else was found in the text
   */
  List<Found> find(boolean alone) {
    List<Call> calls = groups();
    for (QueryTemplate query : program.queries()) {
      if (calls(query) && !query.named()) {
        Call call = new Call(query.start());
        boolean based = address(call);
        call.query(query);
        if (based && Hole.in(query.text().substring(0, 1))) {
          call.open.remove(Request.REST); // that is the address
        }
        calls.add(call);
      }
    }
    for (QueryTemplate query : program.queries()) {
      Call call = new Call(query.start());
      call.query(query);
      boolean says = calls(query) || calls.isEmpty();
      boolean empty = call.values.isEmpty() && call.open.isEmpty();
      if (query.named() && !used.contains(query) && says && !empty) {
        calls.add(call);
      }
    }
    calls.sort(Comparator.comparingInt(call -> call.at));
    List<Found> found = new ArrayList<>();
    calls.forEach(call -> found.add(found(call)));
    if (alone && calls.isEmpty() && !program.queries().isEmpty()) {
      int at = program.queries().get(0).start();
      found.add(new Found(line(at), (requests, log) -> unread(log, at)));
    } else {
      program.queries().stream()
          .filter(query -> unread(query, calls))
          .forEach(
              query ->
                  found.add(
                      new Found(line(query.start()), (reqs, log) -> unread(log, query.start()))));
    }
    return found;
  }

  /** The calls that can be no shell's, by line: a function takes a map, or a whole address. */
  List<Found> collected() {
    List<Call> calls = groups();
    for (QueryTemplate query : program.queries()) {
      if (passed(query)) {
        Call call = new Call(query.start());
        call.query(query);
        calls.add(call);
      }
    }
    calls.sort(Comparator.comparingInt(call -> call.at));
    return calls.stream().map(this::found).toList();
  }

  private boolean passed(QueryTemplate query) {
    int before = query.start() - 1;
    return query.named() && calls(query) && before >= 0 && text.charAt(before) == '(';
  }

  /** Whether such a call begins on the line, or has its address there. */
  boolean takes(int line) {
    Stream<Integer> addresses =
        program.queries().stream().filter(q -> passed(q) || addresses(q)).map(QueryTemplate::start);
    return Stream.concat(program.groups().stream().map(Group::start), addresses)
        .anyMatch(at -> line(at) == line);
  }

  /** Whether parameters stand behind the address, before the bracket around it closes. */
  private boolean addresses(QueryTemplate query) {
    return used.contains(query)
        && program.groups().stream()
            .filter(group -> group.start() > query.end())
            .anyMatch(group -> !closes(text.substring(query.end(), group.start())));
  }

  private static boolean closes(String between) {
    int depth = 0;
    for (char c : between.toCharArray()) {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  private List<Call> groups() {
    List<Call> calls = new ArrayList<>();
    for (Group group : program.groups()) {
      Call call = new Call(group.start());
      address(call);
      group.values().forEach(call::put);
      if (group.more()) {
        call.open.put(Request.REST, "what the program adds");
      }
      calls.add(call);
    }
    return calls;
  }

  /** Whether an address has its parameters beside it, written in a way that is not read. */
  private boolean unread(QueryTemplate query, List<Call> calls) {
    int from = query.end();
    Matcher beside = BESIDE.matcher(text).region(from, Math.min(text.length(), from + NEAR));
    return query.named()
        && !used.contains(query)
        && query.text().contains("/")
        && QueryText.parse(query.parameters()).isEmpty()
        && beside.find()
        && calls.stream().noneMatch(call -> call.at >= from && call.at <= beside.start());
  }

  private static boolean calls(QueryTemplate query) {
    return QueryText.parse(query.parameters()).containsKey(FUNCTION);
  }

  /** Adds what stands in the address to which parameters are sent; false when there is none. */
  private boolean address(Call call) {
    QueryTemplate address = nearest(call.at);
    if (address == null) {
      return false;
    }
    used.add(address);
    call.query(address);
    call.open.remove(Request.REST);
    return true;
  }

  /** The address around the parameters, or the nearest one that names no function itself. */
  private QueryTemplate nearest(int at) {
    QueryTemplate nearest = null;
    for (QueryTemplate query : program.queries()) {
      if (query.named() && query.start() <= at && at <= query.end()) {
        return query;
      }
      boolean nearer = nearest == null || distance(query, at) < distance(nearest, at);
      if (query.named() && !calls(query) && nearer) {
        nearest = query;
      }
    }
    return nearest;
  }

  private static int distance(QueryTemplate query, int at) {
    return Math.abs(query.start() - at);
  }

  private Found found(Call call) {
    return new Found(
        line(call.at),
        (requests, log) -> {
          requests.begin();
          int column = call.at - text.lastIndexOf('\n', Math.max(0, call.at - 1));
          if (call.agent) {
            log.add(line(call.at), Math.max(1, column), AGENT_API, AGENT_HINT);
          } else {
            boolean whole =
                Stream.of("pass", "user").anyMatch(call.values::containsKey)
                    || !call.values.containsKey(FUNCTION);
            requests.add(call.values, call.open, line(call.at), Math.max(1, column), whole);
          }
        });
  }

  private void unread(ProblemLog log, int at) {
    log.add(
        line(at),
        1,
        "this names the API, but with which parameters it calls is not read",
        "write the call as one URL, or as a curl line");
  }

  private int line(int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
