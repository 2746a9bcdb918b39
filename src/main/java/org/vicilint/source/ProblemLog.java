package org.vicilint.source;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;

/** Collects the problems of one source, and what decides whether its lines may be shown. */
public final class ProblemLog {
  private final String source;
  private final int most;
  private final List<Problem> problems = new ArrayList<>();
  private int beyond;
  private boolean secretive;
  private boolean broken;
  private boolean zoned;

  public ProblemLog(String source, int most) {
    this.source = source;
    this.most = most;
  }

  /** A problem with a value; both numbers are 0 when the whole source is meant. */
  public void add(int line, int column, String reason, String hint) {
    if (problems.size() < most) {
      problems.add(new Problem(new SourceLocation(source, line, column), reason, hint));
    } else {
      beyond++;
    }
  }

  /** A log of the same source, for a part of it. */
  public ProblemLog part() {
    return new ProblemLog(source, most);
  }

  /**
   * Takes what the log of a part holds; parts come in the order of the source.
   *
   * @param before how many lines stand before the first that the part has counted
   */
  public void add(ProblemLog part, int before) {
    for (Problem each : part.problems) {
      int line = each.place().line();
      add(line == 0 ? 0 : before + line, each.place().column(), each.reason(), each.hint());
    }
    beyond += part.beyond;
    secretive |= part.secretive;
    broken |= part.broken;
    zoned |= part.zoned;
  }

  /** A problem with the whole source. */
  public void add(String reason, String hint) {
    add(0, 0, reason, hint);
  }

  /** Whether further problems are only counted, so that no work need go into their words. */
  public boolean full() {
    return problems.size() >= most;
  }

  /**
   * Records that a text here is a password, or may be one: a value under a key that nobody knows.
   */
  public void secretSeen() {
    secretive = true;
  }

  /** Records that the text does not parse, so that any of its words may be a password. */
  public void syntaxBroken() {
    broken = true;
  }

  /** A time of VICIdial's names a zone here, which is not applied. */
  public void zoneSeen() {
    zoned = true;
  }

  public boolean zoned() {
    return zoned;
  }

  /** Adds what must be known of the times of the source. */
  public void noteZone(List<String> notes) {
    if (zoned) {
      notes.add(
          source
              + ": times name a zone, which is not applied: each is read as the server's own clock, so it may be hours off");
    }
  }

  public boolean secretive() {
    return secretive;
  }

  public boolean broken() {
    return broken;
  }

  public String source() {
    return source;
  }

  /** The problems in the order of reading, and at last how many more there were. */
  public List<Problem> all() {
    if (beyond == 0) {
      return problems;
    }
    List<Problem> all = new ArrayList<>(problems);
    String reason = beyond + " more problems were found here than are listed";
    all.add(new Problem(SourceLocation.of(source), reason, "fix the listed ones first"));
    return all;
  }
}
