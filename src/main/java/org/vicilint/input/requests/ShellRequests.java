package org.vicilint.input.requests;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vicilint.code.Hole;
import org.vicilint.code.Literal;
import org.vicilint.model.Request;
import org.vicilint.source.ProblemLog;

/** URLs, and curl or wget lines, one after the other or within a script. */
final class ShellRequests {
  static final String SCRIPT = "non_agent_api.php";
  static final String AGENT = "agc/api.php";
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*", Pattern.DOTALL);

  private static final Pattern FUNCTION = Pattern.compile("[?&]function=");

  private static final Pattern ADDRESS = Pattern.compile("[^(]*(?:non_agent_api|agc/api)\\.php");

  /** Words of a shell that stand before a command. */
  private static final Set<String> BEFORE =
      Set.of("$", "then", "do", "else", "if", "while", "!", "sudo", "time", "exec", "{", "(");

  private final RequestList requests;
  private final ProblemLog log;
  private final int before;

  /**
   * @param before how many lines stand before the text that is read
   */
  ShellRequests(RequestList requests, ProblemLog log, int before) {
    this.requests = requests;
    this.log = log;
    this.before = before;
  }

  void read(String text) {
    ShellWords words = ShellWords.of(text);
    for (int line : words.open()) {
      log.add(
          before + line,
          1,
          "a quote is not closed",
          "close it; the shell would wait for its end, too");
    }
    ProgramRequests programs = new ProgramRequests(withoutCommands(text, words.lines()));
    Deque<Found> collected = new ArrayDeque<>(programs.collected());
    for (ShellWords.Line line : words.lines()) {
      while (!collected.isEmpty() && collected.peek().line() <= line.number()) {
        collected.poll().reading().accept(requests, log);
      }
      if (!programs.takes(line.number())) {
        command(new ShellWords.Line(before + line.number(), line.words()));
      }
    }
    collected.forEach(each -> each.reading().accept(requests, log));
  }

  /** The text without what a shell's commands say, so that calls of other languages are left. */
  private static String withoutCommands(String text, List<ShellWords.Line> lines) {
    String[] rest = text.split("\n", -1);
    int next = rest.length + 1;
    for (int i = lines.size() - 1; i >= 0; i--) {
      ShellWords.Line line = lines.get(i);
      List<String> words = command(line.words());
      if (!words.isEmpty() && (curls(words) || address(words.get(0)))) {
        Arrays.fill(rest, line.number() - 1, Math.max(line.number(), next - 1), "");
      }
      boolean first = i == 0 || lines.get(i - 1).number() != line.number();
      next = first ? line.number() : next;
    }
    return String.join("\n", rest);
  }

  /** The words from the name of the command on. */
  private static List<String> command(List<String> words) {
    int first = 0;
    while (first < words.size()
        && (BEFORE.contains(words.get(first)) || assigns(words.get(first)))) {
      first++;
    }
    return words.subList(first, words.size());
  }

  private static boolean curls(List<String> command) {
    String name =
        ShellWords.written(command.get(0)).replaceFirst("^(.*[(`])", "").replaceFirst("^.*/", "");
    return name.equals("curl") || name.equals("wget");
  }

  /** Whether the word is an address, and not the beginning of a program's call. */
  private static boolean address(String word) {
    return ADDRESS.matcher(word).lookingAt();
  }

  private void command(ShellWords.Line line) {
    List<String> words = command(line.words());
    if (words.isEmpty()) {
      return;
    }
    if (curls(words)) {
      curl(CurlLine.of(words.subList(1, words.size())), line.number());
    } else if (address(words.get(0))) {
      words.forEach(url -> url(url, line.number()));
    } else if (words.stream().anyMatch(word -> word.contains(SCRIPT) || word.contains(AGENT))) {
      log.add(
          line.number(), 1, "this calls the API in a way that is not read", "write it with curl");
    }
  }

  private static boolean assigns(String word) {
    return ASSIGNMENT.matcher(word).matches() && !word.contains(SCRIPT + "?");
  }

  private void curl(CurlLine curl, int line) {
    if (curl.unread() != null) {
      requests.begin();
      log.add(
          line,
          1,
          "this calls with " + curl.unread() + ", which is not read",
          "write the parameters out, with --data or in the URL");
      return;
    }
    // The value of an unknown option is no address of the API.
    List<String> urls = curl.urls().stream().filter(url -> ours(url, curl.body())).toList();
    if (urls.isEmpty()) {
      List<String> agent = curl.urls().stream().filter(url -> url.contains(AGENT)).toList();
      agent.forEach(url -> url(url, line));
      if (agent.isEmpty()) {
        log.add(line, 1, "this does not call " + SCRIPT, "leave it out");
      }
    }
    for (String url : urls) {
      Map<String, String> parameters = new LinkedHashMap<>(QueryText.parse(curl.body()));
      // PHP looks at the address first.
      parameters.putAll(QueryText.parse(QueryText.of(url)));
      call(parameters, line);
    }
  }

  /** Whether the API is called; its address may stand in a variable. */
  private static boolean ours(String url, String body) {
    boolean varies = ShellWords.varies(url.replaceFirst("[?].*", ""));
    return url.contains(SCRIPT) || (varies && FUNCTION.matcher(url + "&" + body).find());
  }

  private void url(String url, int line) {
    if (url.contains(SCRIPT)) {
      call(QueryText.parse(QueryText.of(url)), line);
    } else if (url.contains(AGENT)) {
      requests.begin();
      log.add(line, 1, ProgramRequests.AGENT_API, ProgramRequests.AGENT_HINT);
    }
  }

  private void call(Map<String, String> parameters, int line) {
    requests.begin();
    boolean unnamed = parameters.keySet().stream().anyMatch(ShellWords::varies);
    if (unnamed && !parameters.containsKey("function")) {
      log.add(
          line,
          1,
          "the name of a parameter stands in a variable, which is not read",
          "write the parameters out, with --data or in the URL");
      return;
    }
    Map<String, String> written = new LinkedHashMap<>();
    Map<String, String> open = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (ShellWords.varies(name) || Hole.in(name)) {
            open.put(Request.REST, "what a shell fills in");
            return;
          }
          written.put(name, Hole.written(ShellWords.written(value)));
          if (ShellWords.varies(value)) {
            String names = Literal.raw("=" + ShellWords.written(value));
            open.put(name, RequestList.filled("what a shell fills in", name, names));
          } else if (Hole.in(value)) {
            open.put(name, RequestList.filled("a place to fill in", name, value));
          }
        });
    requests.add(written, open, line, 1, true);
  }
}
