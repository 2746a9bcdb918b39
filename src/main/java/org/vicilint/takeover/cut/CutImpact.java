package org.vicilint.takeover.cut;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.model.Account;
import org.vicilint.takeover.AccountClass;
import org.vicilint.takeover.CapabilityGraph;
import org.vicilint.takeover.EscalationGraph;

/** What a change makes of openings: only those that it touches are explored anew. */
final class CutImpact {
  private static final int NONE = -1;

  private final CandidateCut attempt;
  private final EscalationGraph after;
  private final CapabilityGraph powers;
  private final Set<String> touched;
  private final int old;
  private final int now;
  private final boolean gone;
  private final boolean moved;

  /**
   * @param after the estate after the attempt, and perhaps after others
   */
  CutImpact(CandidateCut attempt, EscalationGraph after) {
    this.attempt = attempt;
    this.after = after;
    this.powers = after.powers();
    this.touched = new HashSet<>(attempt.users());
    Account from = attempt.from();
    this.old = from == null ? NONE : powers.number(after.key(from));
    this.now = from == null ? NONE : powers.number(after.key(attempt.to()));
    this.gone = old != now && few(after.at(old));
    this.moved = from != null && from.userLevel() != attempt.to().userLevel();
  }

  /** One account cannot take itself, two that are alike can take each other. */
  private static boolean few(AccountClass fold) {
    return fold == null || fold.count() == 1;
  }

  /**
   * Whether too few are left of the accounts that the changed one was like for those that need them
   * on their way.
   */
  boolean gone() {
    return gone;
  }

  /** What becomes of an opening; the same object alone where nothing does. */
  List<ReachOfClass> on(ReachOfClass opening) {
    boolean before = moved && opening.reaches(old, powers);
    if (touches(opening) || (moved && opening.reaches(now, powers) != before)) {
      return again(opening);
    }
    return List.of(before ? opening.counted(after) : opening);
  }

  /** What becomes of openings; the same ones where nothing does. */
  List<ReachOfClass> on(List<ReachOfClass> openings) {
    if (openings.size() == 1) {
      return on(openings.get(0));
    }
    List<ReachOfClass> result = new ArrayList<>(openings.size() + 1);
    openings.forEach(opening -> result.addAll(on(opening)));
    return result;
  }

  private boolean touches(ReachOfClass opening) {
    return (gone && opening.uses(old))
        || any(opening.users())
        || opening.members().stream().anyMatch(member -> touched.contains(member.user()));
  }

  private boolean any(Collection<String> users) {
    for (String user : touched) {
      if (users.contains(user)) {
        return true;
      }
    }
    return false;
  }

  /** An account that is changed is told apart from the others. */
  private List<ReachOfClass> again(ReachOfClass opening) {
    String alone = touched.size() == 1 ? attempt.users().get(0) : null;
    List<Account> others = new ArrayList<>();
    List<ReachOfClass> openings = new ArrayList<>();
    for (Account member : opening.members()) {
      if (member.user().equals(alone)) {
        Account as = attempt.to() == null ? member : attempt.to();
        openings.add(ReachOfClass.of(List.of(as), after));
      } else {
        others.add(member);
      }
    }
    if (!others.isEmpty()) {
      openings.add(0, ReachOfClass.of(others, after));
    }
    return openings;
  }
}
