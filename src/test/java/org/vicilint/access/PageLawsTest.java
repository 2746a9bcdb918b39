package org.vicilint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Page;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Change;
import org.vicilint.model.Characters;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.Secret;

/** Laws of the decisions on pages, over random accounts. */
@Tag("slow")
class PageLawsTest {
  private static final Catalog CATALOG = Catalog.load();
  private static final LocalDateTime NOW = LocalDateTime.of(2025, 7, 20, 18, 41);
  private static final AccessEvaluator ACCESS =
      new AccessEvaluator(CATALOG, Builds.choose(CATALOG, null, null), new Groups(List.of()), NOW);
  private static final PageEvaluator PAGES = ACCESS.pages();

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theFastDecisionTheExplanationAndAPlainRestatementAgree(@ForAll("accounts") Account account) {
    Subject subject = ACCESS.prepare(account);
    BitSet open = PAGES.open(subject);
    List<Optional<Gate.Kind>> refusals = PAGES.refusals(subject);
    for (int i = 0; i < PAGES.pages().size(); i++) {
      Page page = PAGES.pages().get(i);
      PageDecision decision = PAGES.explain(account, page);
      assertThat(open.get(i)).as(page.name()).isEqualTo(restated(account, page));
      assertThat(decision.open()).as(page.name()).isEqualTo(open.get(i));
      assertThat(decision.refusal()).as(page.name()).isEqualTo(refusals.get(i));
      assertThat(refusals.get(i).isEmpty()).isEqualTo(open.get(i));
    }
  }

  /** The facts in plain words; NOW is the time on the server. */
  private static boolean restated(Account account, Page page) {
    boolean locked =
        account.failedLoginCount() >= 10
            && account.lastLoginDate().compareTo("2025-07-20 18:26:00") >= 0;
    boolean password =
        !account.secret().known()
            || account.secret().characters().within(Characters.DASHES)
            || (page.name().equals("whiteboard_reports.php")
                && account.secret().characters().within(Characters.PUNCTUATED));
    boolean name = account.user().matches("[-_0-9A-Za-z]*");
    boolean box = page.apiOnlyCloses() && account.has(Flag.API_ONLY_USER);
    boolean way =
        page.opens().stream()
            .anyMatch(
                each ->
                    account.userLevel() >= each.demand().userLevel()
                        && (account.flags() | ~each.demand().flags()) == -1L
                        && (each.demand().modifyLeads() == 0 || account.modifyLeads() > 0));
    return account.active() && !locked && password && name && !box && way;
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void takingALevelOrAFlagAwayNeverOpensAPage(
      @ForAll("accounts") Account account, @ForAll @IntRange(max = 70) int which) {
    BitSet before = PAGES.open(ACCESS.prepare(account));
    List<Change> cuts = PageCut.candidates(account);
    if (cuts.isEmpty()) {
      return;
    }
    BitSet after = PAGES.open(ACCESS.prepare(with(account, cuts.get(which % cuts.size()))));
    after.andNot(before);
    assertThat(after.isEmpty()).isTrue();
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void whatIsSaidToOpenOrCloseAPageDoes(@ForAll("accounts") Account account) {
    for (Page page : PAGES.pages()) {
      PageDecision decision = PAGES.explain(account, page);
      Account changed = account;
      if (decision.open()) {
        assertThat(decision.opening()).isEmpty();
        changed = with(account, decision.closing());
      } else {
        assertThat(decision.closing()).isNull();
        for (Change change : decision.opening()) {
          if (change.exact()) {
            changed = with(changed, change);
          } else if (change.column().equals("user")) {
            changed = changed.with("renamed").build();
          } else {
            changed = changed.with().secret(Secret.UNKNOWN).build();
          }
        }
      }
      assertThat(PAGES.explain(changed, page).open())
          .as(page.name() + " of " + account)
          .isNotEqualTo(decision.open());
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theBestCutClosesWhatItSaysAndNoNeededCall(@ForAll("accounts") Account account) {
    Need need = Need.of(account, ACCESS);
    Subject subject = ACCESS.prepare(account);
    Optional<PageCut> best = PageCut.best(account, need, subject);
    BitSet open = PAGES.open(subject);
    BitSet avoidable = (BitSet) open.clone();
    avoidable.andNot(PAGES.openByNeed(subject, need));
    best.ifPresent(
        cut -> {
          Subject after = ACCESS.prepare(with(account, cut.change()));
          BitSet closed = (BitSet) open.clone();
          closed.andNot(PAGES.open(after));
          assertThat(closed).isEqualTo(cut.closed());
          closed.andNot(avoidable);
          assertThat(closed.isEmpty()).as("only what nothing needs is closed").isTrue();
          for (String name : need.functions()) {
            int function = ACCESS.indexOf(name);
            assertThat(ACCESS.decide(after, function))
                .as(name)
                .isEqualTo(ACCESS.decide(subject, function));
          }
        });
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whatTheNeedOpensIsOpen(@ForAll("accounts") Account account) {
    Subject subject = ACCESS.prepare(account);
    BitSet byNeed = PAGES.openByNeed(subject, Need.of(account, ACCESS));
    byNeed.andNot(PAGES.open(subject));
    assertThat(byNeed.isEmpty()).isTrue();
  }

  private static Account with(Account account, Change change) {
    return account.with().column(change.column(), change.to()).build();
  }

  @Provide
  Arbitrary<Account> accounts() {
    List<String> flags = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      flags.add(flag.column());
    }
    Arbitrary<Map<String, String>> flagValues =
        Arbitraries.of(flags).set().ofMinSize(0).ofMaxSize(flags.size()).map(PageLawsTest::all);
    return Combinators.combine(
            Arbitraries.of("crm_api", "svc-1", "a b", "dot.name"),
            Arbitraries.integers().between(0, 9),
            flagValues,
            Arbitraries.integers().between(0, 6),
            Arbitraries.frequency(Tuple.of(6, "Y"), Tuple.of(1, "N")),
            Arbitraries.of("0", "9", "10", "12"),
            Arbitraries.of("2025-07-20 18:40:00", "2025-07-20 18:20:00", "0000-00-00 00:00:00"),
            Arbitraries.of(" ALL_FUNCTIONS ", " add_lead logged_in_agents ", ""))
        .as(
            (user, level, values, leads, active, failed, last, functions) -> {
              AccountBuilder builder = Account.builder(user);
              values.forEach(builder::column);
              return builder
                  .column("user_level", Integer.toString(level))
                  .column("modify_leads", Integer.toString(leads))
                  .column("active", active)
                  .column("failed_login_count", failed)
                  .column("last_login_date", last)
                  .column("api_allowed_functions", functions)
                  .build();
            })
        .flatMap(
            account ->
                Arbitraries.of(Characters.values())
                    .map(each -> account.with().secret(secret(each)).build()));
  }

  private static Map<String, String> all(Iterable<String> names) {
    Map<String, String> values = new HashMap<>();
    names.forEach(name -> values.put(name, "1"));
    return values;
  }

  private static Secret secret(Characters characters) {
    return new Secret(true, false, 1, 2, characters, false, false, null);
  }
}
