package org.vicilint.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.blastradius.BlastRadius;
import org.vicilint.blastradius.BlastRadiusAnalysis;
import org.vicilint.blastradius.Permission;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.profile.Profile;
import org.vicilint.rules.TakeoverSummary;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.takeover.Step;

/** Finds the takeover summaries of accounts on the graph of their estate. Calls are serialized. */
public final class TakeoverSummaries implements TakeoverSummary.Finder {
  private final BlastRadiusAnalysis reaches;

  public TakeoverSummaries(Estate estate, AccessEvaluator access, Profile profile) {
    this.reaches =
        new BlastRadiusAnalysis(
            estate, access, account -> profile.kindOf(account).kind(), profile.weights());
  }

  @Override
  public synchronized TakeoverSummary of(Account account) {
    BlastRadius reach = reaches.ofTaken(account);
    ReachableAccounts takeover = reach.takeover();
    return new TakeoverSummary(
        takeover.direct(Step.Kind.UPDATE),
        takeover.direct(Step.Kind.COPY),
        reach.accounts(),
        takeover.withClones().count(),
        Math.max(reach.highestLevel(), takeover.withClones().highestLevel()),
        takeover.parts().stream()
            .map(part -> Groups.key(part.userGroup()))
            .collect(Collectors.toCollection(TreeSet::new)),
        logins(reaches.pathToHighest(reach)),
        gained(reach, Permission.Kind.FUNCTION),
        gained(reach, Permission.Kind.PAGE));
  }

  private static List<String> logins(Optional<Path> path) {
    List<String> logins = new ArrayList<>();
    path.ifPresent(
        found -> {
          logins.add(found.from().user());
          found.steps().stream()
              .filter(step -> step.kind() != Step.Kind.MOVE)
              .forEach(step -> logins.add(step.to().user()));
        });
    return logins;
  }

  private static List<String> gained(BlastRadius reach, Permission.Kind kind) {
    List<String> own = reach.itself().list(kind).stream().map(Permission::name).toList();
    return reach.all().list(kind).stream()
        .map(Permission::name)
        .filter(name -> !own.contains(name))
        .toList();
  }
}
