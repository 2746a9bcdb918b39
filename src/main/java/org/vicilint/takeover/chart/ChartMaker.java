package org.vicilint.takeover.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;
import org.vicilint.takeover.AccountClass;
import org.vicilint.takeover.EscalationGraph;
import org.vicilint.takeover.Foothold;
import org.vicilint.takeover.LatentRightsIndex;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.takeover.SharedCredentials;
import org.vicilint.takeover.Step;
import org.vicilint.takeover.Takeover;
import org.vicilint.takeover.Target;
import org.vicilint.takeover.chart.ChartBoxes.Item;

/** Makes the {@link Chart} of an estate: every arrow is a step that some account can make. */
public final class ChartMaker {
  /** The most start classes to explore: more make a picture no clearer. */
  private static final int STARTS = 200;

  /** With more start classes than this that lead to the goal, one path of each is drawn. */
  private static final int FEW = 20;

  private static final int PATHS = 4;

  private final Takeover takeover;
  private final EscalationGraph land;
  private final ChartBoxes boxes = new ChartBoxes();
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Source> byUser = new HashMap<>();
  private final Map<AccountClass, List<Source>> byFold = new HashMap<>();
  private final Map<AccountClass, Object> onTheWay = new HashMap<>();
  private final Set<AccountClass> reached = new HashSet<>();
  private final List<Hop> hops = new ArrayList<>();
  private int goal;

  /** A start class: credentials with the same reach. */
  private record Source(
      Takeover.Start start, ReachableAccounts reach, int steps, List<Path> paths) {
    Account account() {
      return start.account();
    }

    /** Returns the first path, which stands for every credential of the class. */
    Path told() {
      List<Step> steps = new ArrayList<>(paths.get(0).steps());
      Step.Held from = steps.get(0).from();
      steps.set(
          0,
          steps
              .get(0)
              .from(new Step.Held(from.user(), from.level(), from.userGroup(), start.alike())));
      return new Path(steps);
    }

    /** Returns its key among those of boxes. */
    Object key() {
      return account().user();
    }
  }

  /** An account after a step has changed it. */
  private record Changed(String user, int level, String group, int steps) {}

  /** A step of a path, between the keys of two boxes. */
  private record Hop(Object from, Object to, Step.Kind kind) {}

  private record Ends(int from, int to) {}

  private ChartMaker(Takeover takeover) {
    this.takeover = takeover;
    this.land = takeover.land();
  }

  /**
   * Makes the chart of all credentials.
   *
   * @param level the level to which paths are shown; 0 for the highest that anybody reaches
   */
  public static Chart of(Takeover takeover, int level) {
    return new ChartMaker(takeover).make(takeover.starts(), level);
  }

  /**
   * Makes the chart of the reach of one account's credential.
   *
   * @param level as in {@link #of(Takeover, int)}
   */
  public static Chart of(Takeover takeover, Account account, int level) {
    return new ChartMaker(takeover).make(List.of(new Takeover.Start(List.of(account))), level);
  }

  /**
   * Makes the chart.
   *
   * @param from the credentials that may leak
   * @param level the goal; 0 for the highest level that they reach
   */
  private Chart make(Collection<Takeover.Start> from, int level) {
    List<Takeover.Start> starts = new ArrayList<>(from);
    starts.sort(
        Comparator.comparing((Takeover.Start start) -> !land.own(start.account()).acts())
            .thenComparing(start -> -start.account().userLevel())
            .thenComparing(start -> start.account().user()));
    int left = Math.max(0, starts.size() - STARTS);
    List<ReachableAccounts> reaches =
        starts.stream().limit(STARTS).map(start -> takeover.reach(start.account())).toList();
    goal = level > 0 ? level : Math.min(LatentRightsIndex.HIGHEST, highest(reaches));
    long leading = reaches.stream().filter(reach -> reach.contains(Target.level(goal))).count();
    for (int i = 0; i < reaches.size(); i++) {
      if (reaches.get(i).highestLevel() >= 0) {
        source(starts.get(i), reaches.get(i), leading > FEW ? 1 : PATHS);
      }
    }
    sources.forEach(this::paths);
    others();
    List<Chart.Box> drawn = boxes.fold();
    List<Chart.Arrow> arrows = arrows();
    return new Chart(Math.max(0, goal), drawn, arrows, told(), boxes.folded(), left);
  }

  private List<Path> told() {
    return sources.stream()
        .filter(source -> !source.paths.isEmpty())
        .map(Source::told)
        .sorted(Comparator.comparingInt(path -> path.steps().size()))
        .limit(Chart.PATHS)
        .toList();
  }

  private static int highest(List<ReachableAccounts> reaches) {
    return reaches.stream().mapToInt(ReachableAccounts::highestLevel).max().orElse(-1);
  }

  private void source(Takeover.Start start, ReachableAccounts reach, int limit) {
    List<Path> paths =
        reach.contains(Target.level(goal))
            ? takeover.paths(reach, Target.level(goal), limit)
            : List.of();
    Account account = start.account();
    int steps = paths.isEmpty() ? Item.ASTRAY : Math.min(Chart.FAR, paths.get(0).steps().size());
    Source source = new Source(start, reach, account.userLevel() >= goal ? 0 : steps, paths);
    sources.add(source);
    start.accounts().forEach(each -> byUser.put(each.user(), source));
    byFold.computeIfAbsent(land.fold(account), key -> new ArrayList<>()).add(source);
    boxes.add(
        new Item(
            source.key(),
            source.steps,
            account.userLevel(),
            account.userGroup(),
            start.accounts().stream().map(Account::user).limit(AccountClass.NAMED).toList(),
            start.alike(),
            false,
            reach.count()));
  }

  private void paths(Source source) {
    for (Path path : source.paths) {
      Object from = source.key();
      for (int i = 0; i < path.steps().size(); i++) {
        Step step = path.steps().get(i);
        Object to = held(step.to(), path.steps().size() - 1 - i);
        hops.add(new Hop(from, to, step.kind()));
        from = to;
      }
    }
  }

  /**
   * Returns the key of an account on a path.
   *
   * @param left the number of steps from there to the goal
   */
  private Object held(Step.Held held, int left) {
    Source same = byUser.get(held.user());
    if (same != null
        && same.steps == Math.min(Chart.FAR, left)
        && same.account().userLevel() == held.level()
        && Groups.key(same.account().userGroup()).equals(Groups.key(held.userGroup()))) {
      return same.key();
    }
    if (left == 0) {
      return same != null ? same.key() : ChartOthers.key(held.level(), held.userGroup());
    }
    Changed key =
        new Changed(
            held.user(), held.level(), Groups.key(held.userGroup()), Math.min(Chart.FAR, left));
    Account today = takeover.account(held.user());
    boolean changed = // its own credential leads elsewhere, or does not let it in
        same != null
            || today.userLevel() != key.level
            || !Groups.key(today.userGroup()).equals(key.group);
    if (!changed) {
      onTheWay.putIfAbsent(land.fold(today), key);
    }
    boxes.add(
        new Item(
            key,
            key.steps,
            held.level(),
            held.userGroup(),
            List.of(held.user()),
            held.alike(),
            changed,
            0));
    return key;
  }

  /** Adds the reached accounts that open no others. */
  private void others() {
    ChartOthers others = new ChartOthers(goal, byUser.keySet());
    for (AccountClass fold : land.folds()) {
      long own =
          byFold.getOrDefault(fold, List.of()).stream().mapToLong(s -> s.start.alike()).sum();
      if (fold.count() > own
          && !onTheWay.containsKey(fold)
          && sources.stream().anyMatch(s -> s.reach.contains(fold))) {
        others.add(fold, fold.count() - own);
        reached.add(fold);
      }
    }
    shared().forEach(others::add);
    others.items().forEach(boxes::add);
  }

  /**
   * Returns the accounts that are reached only through shared credentials and are in no box yet.
   */
  private Collection<Account> shared() {
    Map<String, Account> shared = new TreeMap<>();
    for (Source source : sources) {
      for (SharedCredentials.Known known : source.reach.known()) {
        AccountClass fold = land.fold(known.account());
        if (!byUser.containsKey(known.account().user())
            && !onTheWay.containsKey(fold)
            && sources.stream().noneMatch(s -> s.reach.contains(fold))) {
          shared.put(known.account().user(), known.account());
        }
      }
    }
    return shared.values();
  }

  private List<Chart.Arrow> arrows() {
    Map<Ends, Set<Step.Kind>> kinds =
        new TreeMap<>(Comparator.comparingInt(Ends::from).thenComparingInt(Ends::to));
    Set<Ends> paths = new HashSet<>();
    for (Hop hop : hops) {
      paths.add(arrow(kinds, hop.from, hop.to, hop.kind));
    }
    for (Source source : sources) {
      direct(source, kinds, paths);
    }
    List<Chart.Arrow> arrows = new ArrayList<>();
    kinds.forEach(
        (ends, how) -> arrows.add(new Chart.Arrow(ends.from, ends.to, how, paths.contains(ends))));
    return arrows;
  }

  /** Adds the accounts that a credential opens in one step today. */
  private void direct(Source source, Map<Ends, Set<Step.Kind>> kinds, Set<Ends> paths) {
    boolean one = !source.paths.isEmpty() && source.paths.get(0).steps().size() == 1;
    for (SharedCredentials.Known known : source.reach.known()) {
      Source other = byUser.get(known.account().user());
      AccountClass fold = land.fold(known.account());
      Object to = other != null ? other.key() : onTheWay.getOrDefault(fold, ChartOthers.key(fold));
      if (known.depth() == 1) {
        Ends ends = arrow(kinds, source.key(), to, known.kind());
        if (one && known.account().userLevel() >= goal) {
          paths.add(ends);
        }
      }
    }
    Foothold hold = land.own(source.account());
    if (!hold.acts()) {
      return;
    }
    for (AccountClass fold : land.folds()) {
      for (Step.Kind kind : EnumSet.of(Step.Kind.UPDATE, Step.Kind.COPY)) {
        if (kind == Step.Kind.UPDATE ? hold.updates(fold.key()) : hold.clones(fold.key())) {
          for (Object to : members(fold)) {
            if (!to.equals(source.key()) || source.start.alike() > 1) {
              Ends ends = arrow(kinds, source.key(), to, kind);
              if (one && fold.level() >= goal) {
                paths.add(ends);
              }
            }
          }
        }
      }
    }
  }

  /** Returns the keys of the accounts of one equivalence class. */
  private List<Object> members(AccountClass fold) {
    List<Object> keys = new ArrayList<>();
    byFold.getOrDefault(fold, List.of()).forEach(source -> keys.add(source.key()));
    if (onTheWay.containsKey(fold)) {
      keys.add(onTheWay.get(fold));
    } else if (reached.contains(fold)) {
      keys.add(ChartOthers.key(fold));
    }
    return keys;
  }

  private Ends arrow(Map<Ends, Set<Step.Kind>> kinds, Object from, Object to, Step.Kind kind) {
    Ends ends = new Ends(boxes.number(from), boxes.number(to));
    kinds.computeIfAbsent(ends, key -> EnumSet.noneOf(Step.Kind.class)).add(kind);
    return ends;
  }
}
