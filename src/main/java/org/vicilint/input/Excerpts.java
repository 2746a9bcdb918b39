package org.vicilint.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.model.Problem;

/**
 * Adds to problems the lines in which they stand, unless the source may hold a password anywhere:
 * who looks at a broken file cannot be sure where in it the password stands.
 */
final class Excerpts {
  private static final int WIDTH = 160;
  private static final int LONGEST_SEARCHED = 4096;
  private static final Pattern PASS = Pattern.compile("pass", Pattern.CASE_INSENSITIVE);

  /** What stands before a colon, or behind the question mark of YAML's long keys. */
  private static final Pattern KEY = Pattern.compile("([^\\s{}\\[\\],:\"']*)[\"']?\\s*:|^\\s*\\?");

  private Excerpts() {}

  /** The same problems, with excerpts where they may be shown. */
  static List<Problem> add(Source source, ProblemLog log, Limits limits) throws IOException {
    List<Problem> problems = log.all();
    Set<Integer> wanted = new TreeSet<>();
    problems.forEach(p -> wanted.add(p.place().line()));
    if (log.secretive()
        || wanted.stream().allMatch(line -> line == 0)
        || source.size() > limits.definitionBytes()) {
      return problems;
    }
    Set<String> known = log.broken() ? Keys.all() : null;
    boolean anyKey = known == null;
    Map<Integer, String> lines = new HashMap<>();
    try (BufferedReader reader = new BufferedReader(new Utf8Reader(source.open()))) {
      int number = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
        if (PASS.matcher(line).find() || (known != null && !onlyKnownKeys(line, known))) {
          return problems;
        }
        anyKey = anyKey || KEY.matcher(line).find();
        if (wanted.contains(number)) {
          lines.put(number, line);
        }
      }
    }
    if (!anyKey) {
      return problems; // broken, and not even like a file of ours
    }
    return problems.stream().map(p -> with(p, lines.get(p.place().line()))).toList();
  }

  private static Problem with(Problem problem, String line) {
    if (line == null) {
      return problem;
    }
    // The part around the place: the line's beginning where that reaches far enough.
    int column = Math.min(Math.max(1, problem.place().column()) - 1, line.length());
    int start =
        column < WIDTH ? 0 : Math.min(column - WIDTH / 2, Math.max(0, line.length() - WIDTH));
    String part = line.substring(start, Math.min(line.length(), start + WIDTH));
    return new Problem(problem.place(), problem.reason(), problem.hint(), part, column - start);
  }

  private static boolean onlyKnownKeys(String line, Set<String> known) {
    if (line.length() > LONGEST_SEARCHED) {
      return false; // the pattern takes its time with a long line
    }
    Matcher m = KEY.matcher(line);
    while (m.find()) {
      if (m.group(1) == null || !known.contains(m.group(1))) {
        return false;
      }
    }
    return true;
  }
}
