package org.vicilint.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vicilint.model.Problem;

/**
 * Adds to problems the lines in which they stand, unless the source may hold a password anywhere:
 * who looks at a broken file cannot be sure where in it the password stands.
 */
public final class Excerpts {
  private static final int WIDTH = 160;
  private static final int LONGEST_SEARCHED = 4096;
  private static final Pattern PASS = Pattern.compile("pass", Pattern.CASE_INSENSITIVE);

  /** The rules about passwords: profiles and baselines name them, and no password beside. */
  private static final Pattern PASSWORD_RULE =
      Pattern.compile(
          "(?<![\\w-])((shared|default|unusable)-password|password-in-definition)(?![\\w-])");

  /** Form of a rule's id, which no other word has. */
  private static final Pattern RULE = Pattern.compile("[a-z]+(-[a-z]+)+");

  /** Text before a colon, or behind the question mark of YAML's long keys. */
  private static final Pattern KEY = Pattern.compile("([^\\s{}\\[\\],:\"']*)[\"']?\\s*:|^\\s*\\?");

  private Excerpts() {}

  /**
   * Returns the problems of a file of accounts, with excerpts where they may be shown.
   *
   * @param keys the keys that such a file has
   */
  public static List<Problem> add(Source source, ProblemLog log, Limits limits, Set<String> keys)
      throws IOException {
    return add(source, log, limits, keys, false);
  }

  /** {@link #add} for a file of other keys, which names rules and no passwords. */
  public static List<Problem> addNamingRules(
      Source source, ProblemLog log, Limits limits, Set<String> keys) throws IOException {
    return add(source, log, limits, keys, true);
  }

  private static List<Problem> add(
      Source source, ProblemLog log, Limits limits, Set<String> keys, boolean rules)
      throws IOException {
    List<Problem> problems = log.all();
    Set<Integer> wanted = new TreeSet<>();
    problems.forEach(p -> wanted.add(p.place().line()));
    if (log.secretive()
        || wanted.stream().allMatch(line -> line == 0)
        || source.size() > limits.definitionBytes()) {
      return problems;
    }
    boolean anyKey = !log.broken();
    Map<Integer, String> lines = new HashMap<>();
    try (BufferedReader reader = new BufferedReader(new Utf8Reader(source.open()))) {
      int number = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
        if (PASS.matcher(rules ? PASSWORD_RULE.matcher(line).replaceAll("") : line).find()) {
          return problems;
        }
        boolean shown = true;
        if (log.broken()) {
          Set<String> names = keys(line);
          if (!names.stream().allMatch(k -> keys.contains(k) || (rules && rule(k)))) {
            return problems;
          }
          anyKey |= names.stream().anyMatch(keys::contains);
          // A line without a key may be a word that lost its own, and that may be a password.
          shown = !names.isEmpty();
          if (shown && !rules && LostWords.in(line)) {
            return problems;
          }
        }
        if (shown && wanted.contains(number)) {
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

  private static boolean rule(String key) {
    return RULE.matcher(key).matches();
  }

  /** Texts before colons in the line; one that is no word, or hard to find, is an empty text. */
  private static Set<String> keys(String line) {
    if (line.length() > LONGEST_SEARCHED) {
      return Set.of(""); // the pattern takes its time with a long line
    }
    return KEY.matcher(line)
        .results()
        .map(m -> m.group(1) == null ? "" : m.group(1))
        .collect(Collectors.toSet());
  }
}
