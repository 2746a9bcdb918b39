package org.vicilint.input.requests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vicilint.document.YamlReader;
import org.vicilint.model.Problem;
import org.vicilint.model.Request;
import org.vicilint.model.SourceLocation;
import org.vicilint.source.LeftOut;
import org.vicilint.source.Limits;
import org.vicilint.source.Packing;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.ReadingException;
import org.vicilint.source.Source;
import org.vicilint.source.SourceFinder;
import org.vicilint.source.Utf8Reader;

/**
 * Reads requests about accounts as people have them: URLs and curl lines, lists of new hires in
 * YAML, JSON, CSV or TSV, and JSON lines. Whatever is wrong becomes a {@link Problem}. A file of
 * requests holds passwords, so none of its lines is ever shown.
 */
public final class RequestReader {
  private static final Pattern COMMANDS =
      Pattern.compile(
          "(?s)(#!|(\\S*/)?(curl|wget)\\s|https?://|[^\\s'\"<>(]*non_agent_api\\.php).*");

  /** A document that holds a list, on one line or several. */
  private static final Pattern WRAPPED =
      Pattern.compile("\\{(?:\\s*\"\\w+\"\\s*:\\s*\"[^\"]*\"\\s*,)*\\s*\"requests\"\\s*:\\s*\\[");

  private static final Pattern API = Pattern.compile("(?i)(?:non_agent_api|agc/api)\\.php");

  private static final Pattern LIST = Pattern.compile("(?m)^requests:");

  /** A whole call: a cell of a table, say. */
  private static final Pattern ADDRESS = Pattern.compile("(?i)non_agent_api\\.php\\?\\w+=");

  /** Keys of a list's items, not of what stands deeper in another document. */
  private static final Pattern KEYS =
      Pattern.compile(
          "(?m)^(?:-[ \\t]{0,4}\\{?|[ ]{1,4})[ \\t]?(?:caller|function|params|agent_\\w+)\\s*:");

  /** An address whose parameters stand on lines of their own. */
  private static final Pattern OVER_LINES = Pattern.compile("(?m)^[ \\t]*[?&]\\w+=");

  private static final Pattern ANY_COMMAND = Pattern.compile("(?m)^\\s*(?:\\$ )?(?:curl|wget)\\s");

  /** A function of ours under its name, as maps of programs have it. */
  private static final Pattern OURS =
      Pattern.compile("function\\W{1,8}(?:add_user|copy_user|update_user)\\b|[?&]function=");

  private static final Pattern ANY_CALL =
      Pattern.compile("(?m)^\\s*(?:\\$ )?(?:curl|wget)\\s|non_agent_api\\.php\\?");

  /** Place of a request that is given instead of a file. */
  private static final String COMMAND_LINE = "(command line)";

  private final Collection<String> names;
  private final List<Problem> problems;

  /**
   * A reader for one run.
   *
   * @param names the names of parameters, which distinguish a table of requests from other tables
   * @param problems takes what cannot be read
   */
  public RequestReader(Collection<String> names, List<Problem> problems) {
    this.names = names;
    this.problems = problems;
  }

  /**
   * Reads all requests of a file, in their order.
   *
   * @param file a file; {@code -} is standard input
   */
  public List<Request> read(String file, InputStream stdin) {
    return read(file, new SourceFinder(problems, LeftOut.NOTHING).file(file, stdin));
  }

  /** Reads requests that are given in place of a file, each an address or a command line. */
  public List<Request> written(List<String> texts) {
    byte[] bytes = String.join("\n", texts).getBytes(StandardCharsets.UTF_8);
    return read(COMMAND_LINE, List.of(Source.of(COMMAND_LINE, bytes)));
  }

  private List<Request> read(String file, Collection<Source> sources) {
    List<Request> requests = new ArrayList<>();
    for (Source source : sources) {
      ProblemLog log = new ProblemLog(source.name(), Limits.DEFAULT.problems());
      try {
        Source plain = source.packing() == Packing.NONE ? source : source.held(log);
        read(plain, new RequestList(log, requests), log);
      } catch (IOException e) {
        ReadingException.report(e, log);
      }
      problems.addAll(log.all());
    }
    if (requests.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem(
              SourceLocation.of(file),
              "there is no request here",
              "give a URL or curl line of add_user, copy_user or update_user, or a list"));
    }
    return requests;
  }

  private void read(Source source, RequestList requests, ProblemLog log) throws IOException {
    if (source.size() > Limits.DEFAULT.definitionBytes()) {
      log.add("the file is too large", "split it");
      return;
    }
    read(source, text(source, log), requests, log);
  }

  private void read(Source source, String text, RequestList requests, ProblemLog log)
      throws IOException {
    String head = text.stripLeading();
    String first = firstLine(text);
    if (head.isEmpty()) {
      return;
    }
    if (head.startsWith("{") && first.strip().endsWith("}") && lines(head, first)) {
      new JsonRequests(requests, log).read(text);
    } else if (COMMANDS.matcher(first.strip().replaceFirst("^\\$ ", "")).matches()
        && calls(text, requests, log)) {
      return;
    } else if (!program(first) && !ADDRESS.matcher(text).find() && separator(first).isPresent()) {
      new TableRequests(requests, log).read(text, separator(first).get());
    } else if (!program(text, first) || !mixed(text, requests, log)) {
      document(source, requests, log);
    }
  }

  /** Whether each line is an object of its own. */
  private static boolean lines(String head, String first) {
    boolean address = API.matcher(first).find();
    return !(address && JsonRequests.other(first)) && !WRAPPED.matcher(head).lookingAt();
  }

  /** Reads command lines and addresses; false when there are none but in comments, say. */
  private static boolean calls(String text, RequestList requests, ProblemLog log) {
    boolean goesOn = OVER_LINES.matcher(text).find() && !ANY_COMMAND.matcher(text).find();
    if (!goesOn && (!text.startsWith("#!") || ANY_CALL.matcher(text).find())) {
      new ShellRequests(requests, log, 0).read(MixedRequests.joined(text));
      return true;
    }
    return mixed(text, requests, log);
  }

  private static boolean mixed(String text, RequestList requests, ProblemLog log) {
    List<Found> found = MixedRequests.in(text);
    MixedRequests.read(found, requests, log);
    return !found.isEmpty();
  }

  /** Whether the text may be a program or a page, and not a list in YAML or JSON. */
  private static boolean program(String text, String first) {
    if ((first.startsWith("-") && KEYS.matcher(text).find()) || LIST.matcher(text).find()) {
      return false;
    }
    boolean json = first.startsWith("{") || first.startsWith("[");
    return API.matcher(text).find() || (!json && OURS.matcher(text).find());
  }

  private static boolean program(String first) {
    return first.matches(".*[({=<>$].*");
  }

  private static void document(Source source, RequestList requests, ProblemLog log)
      throws IOException {
    DocumentRequests documents = new DocumentRequests(requests, log);
    YamlReader.documents(source, log, Limits.DEFAULT).forEach(documents::read);
  }

  private static String text(Source source, ProblemLog log) throws IOException {
    try (Utf8Reader decoder = new Utf8Reader(source.open());
        BufferedReader reader = new BufferedReader(decoder)) {
      String text = reader.lines().collect(Collectors.joining("\n"));
      decoder.report(log);
      return text;
    }
  }

  /** The first line that is neither empty nor a comment; a first line of a script counts. */
  private static String firstLine(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && (!line.startsWith("#") || line.startsWith("#!")))
        .findFirst()
        .orElse("");
  }

  /** Returns the separator of the columns, when the line names some of ours. */
  private Optional<Character> separator(String line) {
    if (names.contains(line.replace("\"", "").strip().toLowerCase(Locale.ROOT))) {
      return Optional.of(','); // a table of one column
    }
    for (char separator : new char[] {'\t', ',', ';'}) {
      List<String> cells =
          List.of(line.split(Pattern.quote(String.valueOf(separator)), -1)).stream()
              .map(cell -> cell.replace("\"", "").strip().toLowerCase(Locale.ROOT))
              .toList();
      if (cells.size() > 1 && cells.stream().anyMatch(names::contains)) {
        return Optional.of(separator);
      }
    }
    return Optional.empty();
  }
}
