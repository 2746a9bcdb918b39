package org.vicilint.render.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicilint.access.ListScope;
import org.vicilint.blastradius.BlastRadius;
import org.vicilint.blastradius.EffectivePermissions;
import org.vicilint.blastradius.Mitigation;
import org.vicilint.blastradius.Permission;
import org.vicilint.blastradius.Score;
import org.vicilint.engine.ReachResult;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.takeover.Step;
import org.vicilint.text.Text;

/** A blast radius in words, shared by the text and the page. Names are as they were read. */
public final class ReachView {
  /** How many names stand in one line; JSON has all. */
  private static final int NAMED = 8;

  private static final Map<String, String> PARTS =
      Map.of(
          "read", "reads data",
          "write", "changes data",
          "control", "drives calls or agents",
          "delete", "deletes, or administers",
          "logins", "hands out logins",
          "lists", "every list in scope",
          "accounts", "of 100 other accounts",
          "level", "highest level there");

  private final ReachResult result;
  private final BlastRadius reach;

  public ReachView(ReachResult result) {
    this.result = result;
    this.reach = result.reach();
  }

  /**
   * Things of one kind and effect.
   *
   * @param what the effect
   * @param count the number of permissions
   * @param names the first of them
   * @param others the others
   */
  public record Line(String what, int count, List<String> names, List<String> others) {
    /** Returns the number of permissions that are not in {@code names}. */
    public int more() {
      return others.size();
    }
  }

  /** Things of one kind, the worst effect first. */
  public record Block(String title, int count, List<Line> lines) {}

  /** The account in a few words. */
  public String who() {
    return "%s (level %d, %s)"
        .formatted(
            reach.account().user(),
            reach.account().userLevel(),
            group(reach.account().userGroup()));
  }

  /** The score in one sentence. */
  public String verdict() {
    Score score = reach.score();
    return reach.accounts() == 0
        ? "The reach is %d, all of it by itself.".formatted(score.total())
        : "The reach is %d: %d by itself, %d through %s."
            .formatted(
                score.total(),
                score.itself(),
                score.throughOthers(),
                Text.plural(reach.accounts(), "account"));
  }

  /**
   * Returns the reason why the blast radius is small, if a new password would open more; empty
   * otherwise.
   */
  public String once() {
    return result
        .once()
        .map(
            once ->
                "The password does not let it in today: an API deletes some of its characters. With another one the reach would be %d, %s."
                    .formatted(
                        once.score().total(),
                        once.accounts() == 0
                            ? "all of it by itself"
                            : "%d of that through %s"
                                .formatted(
                                    once.score().throughOthers(),
                                    Text.plural(once.accounts(), "account"))))
        .orElse("");
  }

  /** The parts of the score. */
  public List<Score.Part> parts() {
    return reach.score().parts();
  }

  /** Returns the objects that a part of the score counts, in words. */
  public String part(String name) {
    return PARTS.get(name);
  }

  /** Returns the permissions of the account by itself. */
  public List<Block> itself() {
    return blocks(reach.itself(), null);
  }

  /** Returns the permissions that only the accounts that it can become add. */
  public List<Block> through() {
    return blocks(reach.all(), reach.itself());
  }

  private List<Block> blocks(EffectivePermissions abilities, EffectivePermissions without) {
    List<Block> blocks = new ArrayList<>();
    for (Permission.Kind kind : Permission.Kind.values()) {
      SortedMap<Integer, List<String>> byEffect = new TreeMap<>(Comparator.reverseOrder());
      Map<Integer, String> words = new HashMap<>();
      List<Permission> had = without == null ? List.of() : without.list(kind);
      List<Permission> all =
          abilities.list(kind).stream().filter(deed -> !had.contains(deed)).toList();
      for (Permission deed : all) {
        boolean page = kind == Permission.Kind.PAGE;
        int effect = page ? deed.pageEffect().ordinal() : deed.effect().ordinal();
        words.put(effect, page ? deed.pageEffect().word() : deed.effect().word());
        byEffect.computeIfAbsent(effect, key -> new ArrayList<>()).add(deed.name());
      }
      List<Line> lines = new ArrayList<>();
      byEffect.forEach(
          (effect, names) ->
              lines.add(
                  new Line(
                      words.get(effect),
                      names.size(),
                      names.stream().limit(NAMED).toList(),
                      names.stream().skip(NAMED).toList())));
      blocks.add(new Block(title(kind), all.size(), lines));
    }
    return blocks;
  }

  private static String title(Permission.Kind kind) {
    return switch (kind) {
      case FUNCTION -> "Functions";
      case OPERATION -> "Operations";
      case PAGE -> "Admin pages";
    };
  }

  /** The lists in scope, by itself. */
  public String lists() {
    return lists(reach.itself());
  }

  /** The lists in scope with the accounts that it can become. */
  public String listsThrough() {
    return lists(reach.all());
  }

  private String lists(EffectivePermissions abilities) {
    if (!abilities.usesLists()) {
      return "none: no function that looks at lists can be called";
    }
    ListScope lists = abilities.lists();
    return lists.everyList()
        ? "every list"
        : lists.campaigns().isEmpty()
            ? "no list"
            : "those of " + String.join(", ", campaigns(lists.campaigns(), result.groups()));
  }

  /** Campaigns as groups write them. */
  static List<String> campaigns(Collection<String> keys, Groups groups) {
    Map<String, String> written = new TreeMap<>();
    for (UserGroup group : groups.all()) {
      for (String name : group.allowedCampaigns().split(" ")) {
        written.merge(Groups.key(name), name, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    return new TreeSet<>(keys).stream().map(key -> written.getOrDefault(key, key)).toList();
  }

  /** The accounts that it can become, by level and group. */
  public List<String> becomes() {
    return reach.takeover().parts().stream()
        .filter(part -> part.count() > 0)
        .map(this::becomes)
        .toList();
  }

  private String becomes(ReachableAccounts.Part part) {
    String more =
        part.count() > part.users().size()
            ? " and %d more".formatted(part.count() - part.users().size())
            : "";
    return "level %d %s: %s in %s (%s%s)"
        .formatted(
            part.level(),
            group(part.userGroup()),
            Text.plural(part.count(), "account"),
            Text.plural(part.steps(), "step"),
            String.join(", ", part.users()),
            more);
  }

  /**
   * Returns the accounts that it can become only with clones, in words; empty if there are none.
   */
  public String withClones() {
    return ClonesText.sentence(reach.takeover());
  }

  /** Returns the path to level 9, or a sentence that there is none. */
  public String highest() {
    return result
        .highest()
        .map(
            path ->
                "A path to level 9, %s: %s"
                    .formatted(Text.plural(path.steps().size(), "step"), chain(path)))
        .orElse("No path to level 9.");
  }

  private static String chain(Path path) {
    return path.from().user()
        + path.steps().stream()
            .map(
                step ->
                    step.kind() == Step.Kind.MOVE
                        ? " → (group %s)".formatted(step.to().userGroup())
                        : " → %s (%s)".formatted(step.to().user(), step.kind().by()))
            .collect(Collectors.joining());
  }

  /** Returns the accounts that share the credential, one line each. */
  public List<String> shared() {
    return reach.shared().stream()
        .map(
            each ->
                each.kind() == Step.Kind.SAME_PASSWORD
                    ? "%s has the password of %s"
                        .formatted(each.account().user(), each.from().user())
                    : "%s is held with %s by the integration %s"
                        .formatted(each.account().user(), each.from().user(), each.integration()))
        .toList();
  }

  /** Returns the source of the best proposal, as the end of a heading; empty if there is none. */
  public String by() {
    return result.shrink().map(shrink -> " (" + shrink.by().word() + ")").orElse("");
  }

  /** Returns the effect of the best change, in one sentence. */
  public String shrink() {
    return result
        .shrink()
        .map(
            shrink ->
                "Takes away %d of %d: the reach is %d afterwards%s."
                    .formatted(
                        shrink.removes(),
                        shrink.before().score().total(),
                        shrink.after().score().total(),
                        became(shrink)))
        .orElse("No change that keeps what is declared to be needed shrinks it.");
  }

  private static String became(Mitigation shrink) {
    return shrink.before().accounts() == 0
        ? ""
        : ", and it can become %s"
            .formatted(
                shrink.after().accounts() == 0
                    ? "no other account"
                    : Text.plural(shrink.after().accounts(), "account"));
  }

  static String group(String userGroup) {
    return userGroup.isBlank() ? "no group" : userGroup;
  }
}
