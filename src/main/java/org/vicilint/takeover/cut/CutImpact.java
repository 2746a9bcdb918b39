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

/**
 * The effect of a cut on the reach of start classes. Only classes whose reach the cut can change
 * are explored again.
 *
 * <p>Why an unchanged class keeps its reach: a cut removes power over others, or ends sharing, and
 * adds neither. So the recorded reach holds after the cut if
 *
 * <ol>
 *   <li>no member of the class, and no account whose credential is known with a member's, is
 *       changed: the search then starts from the same credentials;
 *   <li>the changed account stays in its class, or leaves at least two accounts there, or the reach
 *       does not need that class as a holder: every recorded step then remains possible, see the
 *       lemma of {@link org.vicilint.takeover.ReachableSet}, and nothing is lost;
 *   <li>the changed account keeps its level, or the reach takes both its old and its new class, or
 *       neither: a lower level is the only change that makes an account easier to take. In its new
 *       class the account can do nothing that it could not do in the old one, so nothing is gained.
 * </ol>
 *
 * <p>Where the level changes and both classes are taken, the reach stays and the totals are counted
 * again, since they weigh accounts by level. Tests compare the result with a full search.
 */
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
   * @param after the estate after the cut, and perhaps after others
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

  /**
   * Whether a class has at most one account: one cannot take itself, two of one equivalence class
   * can take each other.
   */
  private static boolean few(AccountClass fold) {
    return fold == null || fold.count() == 1;
  }

  /**
   * Whether at most one account is left in the old class of the changed account, which is too few
   * for a reach that needs the class.
   */
  boolean gone() {
    return gone;
  }

  /**
   * Returns the reach of a start class after the cut; a list of this same object if it is
   * unchanged.
   */
  List<ReachOfClass> on(ReachOfClass opening) {
    boolean before = moved && opening.reaches(old, powers);
    if (touches(opening) || (moved && opening.reaches(now, powers) != before)) {
      return again(opening);
    }
    return List.of(before ? opening.counted(after) : opening);
  }

  /** Returns the reach of start classes after the cut; unchanged ones are the same objects. */
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

  /** Explores a start class again; a changed account becomes a class of its own. */
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
