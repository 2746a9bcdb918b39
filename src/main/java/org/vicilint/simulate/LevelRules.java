package org.vicilint.simulate;

import org.vicilint.api.Parameters;
import org.vicilint.api.Php;
import org.vicilint.api.RankStep;
import org.vicilint.api.Signature;
import org.vicilint.model.Build;

/** Ranks and grades, which update_user writes first, even if it refuses the rest. */
final class LevelRules {
  private static final String OPTIONAL = ", THIS IS AN OPTIONAL FIELD";
  private static final int HIGHEST_RANK = 9;
  private static final int HIGHEST_GRADE = 10;

  /** Before this build the answer did not speak of grades. */
  private static final Build GRADES = Build.parse("210701-2050").orElseThrow();

  private final Parameters parameters;

  LevelRules(Parameters parameters) {
    this.parameters = parameters;
  }

  void write(PredictionBuilder draft, SanitizedRequest sent) {
    Signature signature = parameters.functions().get("update_user");
    for (RankStep step : parameters.ranks()) {
      boolean asked = sent.has(step.rank()) || sent.has(step.grade());
      if (asked && signature.takes(step.rank(), sent.build()) && !draft.refused()) {
        write(draft, sent, step, signature.takes(step.only(), sent.build()));
      }
    }
  }

  private void write(
      PredictionBuilder draft, SanitizedRequest sent, RankStep step, boolean knowsOnly) {
    String rank = sent.get(step.rank());
    String grade = sent.get(step.grade());
    if (!rank.isEmpty()
        && (Php.compare(rank, HIGHEST_RANK) > 0 || Php.compare(rank, -HIGHEST_RANK) < 0)) {
      draft.error("update_user YOU MUST USE A VALID " + step.what() + " RANK" + OPTIONAL, rank);
    } else if (!grade.isEmpty()
        && (Php.compare(grade, HIGHEST_GRADE) > 0 || Php.compare(grade, 1) < 0)) {
      draft.error("update_user YOU MUST USE A VALID " + step.what() + " GRADE" + OPTIONAL, grade);
    } else {
      String only = sent.get(step.only());
      boolean one = knowsOnly && Php.equal(only, 1);
      draft.notice(
          "update_user USER %s RANKS%s HAVE BEEN UPDATED"
              .formatted(step.what(), sent.build().compareTo(GRADES) < 0 ? "" : "/GRADES"),
          "%s|%s|%s%s"
              .formatted(
                  sent.get("agent_user"),
                  rank,
                  grade,
                  one ? "|" + sent.get(step.id()) + "|" + only : ""));
      draft.note(
          "%s and %s are written %s, before anything else is"
              .formatted(
                  step.rank(), step.grade(), one ? "for " + sent.get(step.id()) : "for all"));
    }
  }
}
