package org.vicilint.input;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.model.Place;
import org.vicilint.model.Problem;

/** Collects the problems of one source, and what decides whether its lines may be shown. */
final class ProblemLog {
  private final String source;
  private final int most;
  private final List<Problem> problems = new ArrayList<>();
  private int beyond;
  private boolean secretive;
  private boolean broken;

  ProblemLog(String source, int most) {
    this.source = source;
    this.most = most;
  }

  /** A problem with a value; both numbers are 0 when the whole source is meant. */
  void add(int line, int column, String reason, String hint) {
    if (problems.size() < most) {
      problems.add(new Problem(new Place(source, line, column), reason, hint));
    } else {
      beyond++;
    }
  }

  /** A log of the same source, for a part of it. */
  ProblemLog part() {
    return new ProblemLog(source, most);
  }

  /** Takes what the log of a part holds; parts come in the order of the source. */
  void add(ProblemLog part) {
    for (Problem each : part.problems) {
      add(each.place().line(), each.place().column(), each.reason(), each.hint());
    }
    beyond += part.beyond;
    secretive |= part.secretive;
    broken |= part.broken;
  }

  /** A problem with the whole source. */
  void add(String reason, String hint) {
    add(0, 0, reason, hint);
  }

  /** Whether further problems are only counted, so that no work need go into their words. */
  boolean full() {
    return problems.size() >= most;
  }

  /** Something here is a password, or may be one: a value under a key that nobody knows. */
  void secretSeen() {
    secretive = true;
  }

  /** The text does not parse, so that nobody can say which of its words are passwords. */
  void syntaxBroken() {
    broken = true;
  }

  boolean secretive() {
    return secretive;
  }

  boolean broken() {
    return broken;
  }

  String source() {
    return source;
  }

  /** The problems in the order of reading, and at last how many more there were. */
  List<Problem> all() {
    if (beyond == 0) {
      return problems;
    }
    List<Problem> all = new ArrayList<>(problems);
    String reason = beyond + " more problems were found here than are listed";
    all.add(new Problem(Place.of(source), reason, "mend the listed ones first"));
    return all;
  }
}
