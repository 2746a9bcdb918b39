package org.vicilint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.policy.Profile;
import org.vicilint.reach.Deed;
import org.vicilint.reach.ReachOf;
import org.vicilint.reach.Reaches;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.Reach;
import org.vicilint.takeover.Step;

/**
 * What an account becomes by itself, once its password is one that the API takes; what it shares is
 * left out.
 *
 * @param updates how many other accounts it sets the passwords of
 * @param copies how many it clones
 * @param count how many it reaches in all, whatever the number of steps
 * @param withClones how many more with clones only
 * @param highest the highest level among all of these; -1 when there are none
 * @param groups their groups, as {@link Groups#key} has them
 * @param path the logins of a shortest path to an account of level 9; empty when there is none
 * @param functions the functions that are opened, and that it cannot call itself
 * @param pages the administration pages, likewise
 */
public record Becoming(
    long updates,
    long copies,
    long count,
    long withClones,
    int highest,
    TreeSet<String> groups,
    List<String> path,
    List<String> functions,
    List<String> pages) {

  /** Finds it for the accounts of an estate, one at a time. */
  static final class Finder {
    private final Reaches reaches;

    Finder(Estate estate, AccessEvaluator access, Profile profile) {
      this.reaches =
          new Reaches(estate, access, account -> profile.kindOf(account).kind(), profile.weights());
    }

    synchronized Becoming of(Account account) {
      ReachOf reach = reaches.ofTaken(account);
      Reach takeover = reach.takeover();
      return new Becoming(
          takeover.direct(Step.Kind.UPDATE),
          takeover.direct(Step.Kind.COPY),
          reach.accounts(),
          takeover.withClones().count(),
          Math.max(reach.highestLevel(), takeover.withClones().highestLevel()),
          takeover.parts().stream()
              .map(part -> Groups.key(part.userGroup()))
              .collect(Collectors.toCollection(TreeSet::new)),
          logins(reaches.pathToHighest(reach)),
          gained(reach, Deed.Kind.FUNCTION),
          gained(reach, Deed.Kind.PAGE));
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

    private static List<String> gained(ReachOf reach, Deed.Kind kind) {
      List<String> own = reach.itself().list(kind).stream().map(Deed::name).toList();
      return reach.all().list(kind).stream()
          .map(Deed::name)
          .filter(name -> !own.contains(name))
          .toList();
    }
  }
}
