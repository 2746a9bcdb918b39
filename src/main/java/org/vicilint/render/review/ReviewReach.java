package org.vicilint.render.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vicilint.blastradius.BlastRadius;
import org.vicilint.blastradius.BlastRadiusAnalysis;
import org.vicilint.blastradius.Mitigation;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.Worst;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.render.chart.ChartWords;
import org.vicilint.render.chart.TakeoverPicture;
import org.vicilint.render.graph.PathsText;
import org.vicilint.render.review.Templates.Block;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.Takeover;
import org.vicilint.takeover.chart.Chart;
import org.vicilint.takeover.chart.ChartMaker;

/** How far credentials reach, for the review: the ranking, the picture, and a line on each card. */
final class ReviewReach {
  /** The most bars. */
  static final int BARS = 15;

  /** How wide the longest bar is. */
  private static final double LONGEST = 100;

  /**
   * The work budget of all cards together: the most accounts to analyze again after proposed
   * changes.
   */
  private static final long WORK = 300_000;

  /** The most accounts that can become others, and are ranked; fewer where they share much. */
  private static final long RANKED = 400;

  /** How many shared credentials are as much work as one account. */
  private static final long SHARED = 200;

  private final BlastRadiusAnalysis reaches;
  private final Worst<BlastRadius> worst =
      new Worst<>(
          BARS,
          Comparator.comparingLong((BlastRadius each) -> each.score().total())
              .reversed()
              .thenComparing(each -> each.account().user()));
  private final Map<String, Card> cards = new HashMap<>();
  private final Set<String> ranked = new HashSet<>();
  private final long all;
  private final long unranked;

  /**
   * The blast radius on a card.
   *
   * @param before the score
   * @param accounts how many accounts it can become
   * @param level the highest level among them
   * @param changes the change that shrinks the score most; empty when there is none
   * @param certain whether nothing says that the account needs what it loses
   * @param after the score afterwards
   * @param accountsAfter how many accounts it can become then
   * @param levelAfter the highest level among those
   * @param asked whether a change was looked for
   * @param once the score with a password that the login takes; 0 when today's does not stand in
   *     the way
   * @param accountsOnce how many accounts it can become with that
   * @param levelOnce the highest level among those
   */
  public record Card(
      long before,
      long accounts,
      int level,
      List<Change> changes,
      boolean certain,
      long after,
      long accountsAfter,
      int levelAfter,
      boolean asked,
      long once,
      long accountsOnce,
      int levelOnce) {}

  /**
   * A row of the ranking.
   *
   * @param id the address of its card; null when the page has none
   * @param own how long its bar is by itself
   * @param others how long the part is that comes from other accounts
   */
  public record Bar(
      String user,
      String id,
      int userLevel,
      long score,
      long itself,
      long accounts,
      int level,
      double own,
      double others) {}

  /** Where some accounts lead to, and how. */
  public record Arrow(String how, List<String> to) {}

  /** A box of the picture as a row. */
  public record Row(
      String who,
      String levels,
      String group,
      long accounts,
      String names,
      String steps,
      long reaches,
      List<Arrow> arrows) {}

  /** A path in words. */
  public record Told(Block chain, List<Block> steps, List<Block> cuts) {}

  /**
   * The section.
   *
   * @param accounts how many accounts there are
   * @param unranked how many of them can become others, and are not ranked
   * @param chart who can become whom
   * @param drawing its picture; null when nobody becomes anybody
   * @param pagesCertain whether what is said of pages was asked of a server of this build
   * @param pagesBasis how sure that is, in one sentence
   */
  public record Section(
      List<Bar> bars,
      long accounts,
      long unranked,
      Chart chart,
      TakeoverPicture drawing,
      List<Row> rows,
      List<Told> paths,
      boolean pagesCertain,
      String pagesBasis) {}

  /**
   * Looks at all accounts.
   *
   * @param shown those that have a card, the worst first
   */
  ReviewReach(LintResult result, List<RatedAccount> shown) {
    this.reaches =
        new BlastRadiusAnalysis(
            result.estate(),
            result.access(),
            account -> result.profile().kindOf(account).kind(),
            result.profile().weights());
    this.all = result.estate().accounts().size();
    Set<String> starts = starts();
    this.unranked = starts.size() - ranked.size();
    for (Account account : result.estate().accounts()) {
      if (!starts.contains(account.user())) {
        worst.add(reaches.of(account));
      }
    }
    long work = 0;
    for (RatedAccount rated : shown) {
      Account account = rated.audited().account();
      if (!starts.contains(account.user()) || ranked.contains(account.user())) {
        BlastRadius reach = reaches.of(account);
        work += reach.accounts() == 0 ? 1 : result.accounts().size();
        cards.put(rated.user(), card(reach, work <= WORK));
      }
    }
  }

  /** Ranks accounts that can become others, as many as a page may take time for; says which are. */
  private Set<String> starts() {
    Set<String> users = new HashSet<>();
    List<Account> accounts = new ArrayList<>();
    for (Takeover.Start start : reaches.takeover().starts()) {
      accounts.addAll(start.accounts());
    }
    accounts.sort(
        Comparator.comparingInt(Account::userLevel).reversed().thenComparing(Account::user));
    long work = 0;
    for (Account account : accounts) {
      users.add(account.user());
      if (work < RANKED * SHARED) {
        BlastRadius reach = reaches.of(account);
        work += SHARED + reach.shared().size();
        ranked.add(account.user());
        worst.add(reach);
      }
    }
    return users;
  }

  /**
   * Returns the blast radius for the card of an account; null if the computation would take too
   * long.
   */
  Card card(String user) {
    return cards.get(user);
  }

  private Card card(BlastRadius reach, boolean asked) {
    Optional<Mitigation> shrink = asked ? reaches.shrink(reach) : Optional.empty();
    BlastRadius after = shrink.map(Mitigation::after).orElse(reach);
    Account account = reach.account();
    boolean nothing = account.active() && !account.mayBeLocked() && reach.score().total() == 0;
    BlastRadius once = nothing ? reaches.ofTaken(account) : reach;
    return new Card(
        reach.score().total(),
        reach.accounts(),
        reach.highestLevel(),
        shrink.map(Mitigation::changes).orElse(List.of()),
        shrink.map(Mitigation::certain).orElse(true),
        after.score().total(),
        after.accounts(),
        after.highestLevel(),
        asked,
        nothing ? once.score().total() : 0,
        once.accounts(),
        once.highestLevel());
  }

  /**
   * The section.
   *
   * @param ids the addresses of cards, by account
   */
  Section section(Map<String, String> ids) {
    Chart chart = ChartMaker.of(reaches.takeover(), 0);
    List<BlastRadius> first = worst.all();
    long most = first.stream().mapToLong(each -> each.score().total()).max().orElse(0);
    return new Section(
        first.stream()
            .filter(each -> each.score().total() > 0)
            .map(each -> bar(each, ids.get(each.account().user()), most))
            .toList(),
        all,
        unranked,
        chart,
        chart.empty() ? null : TakeoverPicture.of(chart),
        rows(chart),
        chart.paths().stream().map(ReviewReach::told).toList(),
        reaches.deeds().pagesCertain(),
        reaches.deeds().pagesBasis());
  }

  private static Bar bar(BlastRadius each, String id, long most) {
    return new Bar(
        each.account().user(),
        id,
        each.account().userLevel(),
        each.score().total(),
        each.score().itself(),
        each.accounts(),
        each.highestLevel(),
        length(each.score().itself(), most),
        length(each.score().throughOthers(), most));
  }

  private static double length(long score, long most) {
    return Math.round(LONGEST * 10 * score / most) / 10.0;
  }

  private static List<Row> rows(Chart chart) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < chart.boxes().size(); i++) {
      Chart.Box box = chart.boxes().get(i);
      rows.add(
          new Row(
              ChartWords.who(box),
              ChartWords.levels(box),
              ChartWords.group(box),
              box.accounts(),
              ChartWords.names(box),
              box.steps() == Chart.NONE ? "–" : String.valueOf(box.steps()),
              box.changed() ? 0 : box.reaches(),
              arrows(chart, i)));
    }
    return rows;
  }

  private static List<Arrow> arrows(Chart chart, int from) {
    Map<String, List<String>> to = new TreeMap<>();
    for (Chart.Arrow arrow : chart.arrows()) {
      if (arrow.from() == from) {
        to.computeIfAbsent(ChartWords.how(arrow), key -> new ArrayList<>())
            .add(arrow.to() == from ? "each other" : ChartWords.who(chart.boxes().get(arrow.to())));
      }
    }
    List<Arrow> arrows = new ArrayList<>();
    to.forEach((how, whom) -> arrows.add(new Arrow(how, whom)));
    return arrows;
  }

  /** Texts that are visible already. */
  private static Told told(Path path) {
    return new Told(
        new Block(PathsText.chain(path)),
        path.steps().stream().map(step -> new Block(PathsText.sentence(step))).toList(),
        path.steps().stream()
            .map(step -> PathsText.cut(step.cut()))
            .distinct()
            .map(Block::new)
            .toList());
  }
}
