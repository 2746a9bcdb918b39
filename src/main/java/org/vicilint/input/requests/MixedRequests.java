package org.vicilint.input.requests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.source.ProblemLog;

/**
 * Command lines of curl and what programs and documents hold, in one text: a page with examples,
 * say. Only the command lines are a shell's; a quote in the prose between them is none.
 */
final class MixedRequests {
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?m)(?:^|[;&|{]|\\b(?:if|then|do|else|while|sudo|time|exec)\\b"
              + "|[ \\t=:](?=(?:[\\w./~-]{0,100}/)?(?:curl|wget)[ \\t]+(?:-|[\"']?https?:)))"
              + "[ \\t]*(?:[$>#*-] +)?"
              + "((?:[A-Za-z_]\\w*=\"?)?(?:\\$?\\(|`)?(?:[\\w./~-]*/)?(?:curl|wget)[ \\t][^\\n]*)");

  private static final Pattern CALL =
      Pattern.compile("non_agent_api\\.php|agc/api\\.php|\\bfunction=");

  private static final int MOST_LINES = 60;

  private MixedRequests() {}

  /** Finds the requests in the text, in its order. */
  static List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    StringBuilder rest = new StringBuilder(text);
    Matcher matcher = COMMAND.matcher(text);
    int from = 0;
    while (from <= text.length() && matcher.find(from)) {
      int start = matcher.start(1);
      int end = end(text, start);
      from = Math.max(end, matcher.end());
      String command = joined(text.substring(start, end));
      if (!CALL.matcher(command).find() || !ShellWords.of(command).open().isEmpty()) {
        continue; // it calls something else, or it is no shell's but a program's
      }
      int line = line(text, start);
      found.add(
          new Found(
              line, (requests, log) -> new ShellRequests(requests, log, line - 1).read(command)));
      for (int i = start; i < end; i++) {
        rest.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
      }
    }
    found.addAll(new ProgramRequests(rest.toString()).find(found.isEmpty()));
    found.sort(Comparator.comparingInt(Found::line));
    return found;
  }

  /** Reads what was found. */
  static void read(List<Found> found, RequestList requests, ProblemLog log) {
    found.forEach(each -> each.reading().accept(requests, log));
  }

  /** Returns the end of the command: its line does not go on, and no quote is open. */
  private static int end(String text, int start) {
    int end = start;
    for (int lines = 0; lines < MOST_LINES; lines++) {
      int next = text.indexOf('\n', end);
      end = next < 0 ? text.length() : next;
      String command = joined(text.substring(start, end) + "\n").stripTrailing();
      boolean goesOn = command.endsWith("\\") || !ShellWords.of(command).open().isEmpty();
      if (!goesOn || next < 0) {
        return end;
      }
      end++;
    }
    int first = text.indexOf('\n', start);
    return first < 0 ? text.length() : first;
  }

  /** Lines that go on as Windows writes it, as a shell would write them. */
  static String joined(String command) {
    return command.replaceAll("(?<= )[\\^`] *\\n", "\\\\\n");
  }

  private static int line(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
