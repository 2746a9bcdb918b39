package org.vicilint.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.access.ColumnEffects;
import org.vicilint.access.FunctionList;
import org.vicilint.catalog.Effect;
import org.vicilint.diff.ReachChange.Reach;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;

/**
 * Finds powers that an account gains or loses without a difference in any known call or page: a
 * level, a flag, a grant. They are reported because a later change may use them, and because {@code
 * admin.php} checks flags for its parts.
 */
final class PowerComparison {
  private static final String LEVEL = "user_level";
  private static final String ACTIVE = "active";
  private static final String MODIFY_LEADS = "modify_leads";
  private static final String FUNCTIONS = "api_allowed_functions";

  /** The level that the login of the Non-Agent API and of most pages requires. */
  private static final int LEAST_LEVEL = 7;

  /** Flags that open something other than parts of administration pages. */
  private static final long NOT_OF_PAGES =
      Flag.VDC_AGENT_API_ACCESS.bit() | Flag.IGNORE_IP_LIST.bit();

  private final ColumnEffects effects;

  PowerComparison(Side after) {
    this.effects = new ColumnEffects(after.access());
  }

  /**
   * Returns the powers that no other change shows.
   *
   * @param pages the differences in pages
   * @param others all other changes of the account
   */
  List<ReachChange> of(
      Both both, List<CallChange> calls, PageDifference pages, List<ReachChange> others) {
    List<ReachChange> changes = new ArrayList<>();
    boolean open = !pages.common().isEmpty();
    for (boolean wider : new boolean[] {true, false}) {
      Account less = wider ? both.before() : both.after();
      Account more = wider ? both.after() : both.before();
      List<String> given = given(less, more);
      if (!given.isEmpty()) {
        given.removeAll(shown(wider, calls, others));
        given.removeAll(wider ? pages.opened() : pages.closed());
        boolean onPages = open || pages.changes().stream().anyMatch(c -> c.gained() == wider);
        add(changes, wider, both.before(), both.after(), given, onPages);
      }
    }
    return changes;
  }

  /** Returns the powers of an account that is on one side only and has no access there. */
  List<ReachChange> ofOne(Account account, boolean added) {
    Account nothing = Account.builder(account.user()).build();
    List<String> given = given(nothing, account);
    given.removeIf(column -> column.equals(LEVEL) && account.userLevel() < LEAST_LEVEL);
    List<ReachChange> changes = new ArrayList<>();
    add(changes, added, added ? nothing : account, added ? account : nothing, given, false);
    return changes;
  }

  /**
   * Returns the columns that give one account more than another, as VICIdial's server reads them.
   */
  private static List<String> given(Account less, Account more) {
    List<String> given = new ArrayList<>();
    add(given, LEVEL, more.userLevel() > less.userLevel());
    add(given, ACTIVE, more.active() && !less.active());
    for (long left = more.flags() ^ less.flags(); left != 0; left &= left - 1) {
      Flag flag = Flag.ofBit(Long.numberOfTrailingZeros(left));
      boolean restricts = flag == Flag.API_ONLY_USER || flag == Flag.API_LIST_RESTRICT;
      boolean matters = flag != Flag.MODIFY_SAME_USER_LEVEL || more.has(Flag.MODIFY_USERS);
      add(given, flag.column(), matters && more.has(flag) != restricts);
    }
    add(given, MODIFY_LEADS, more.modifyLeads() != 0 && less.modifyLeads() == 0);
    add(given, FUNCTIONS, grantsMore(less.apiAllowedFunctions(), more.apiAllowedFunctions()));
    return given;
  }

  private static boolean grantsMore(String less, String more) {
    return !less.equals(more)
        && !FunctionList.grantsAll(less)
        && (FunctionList.grantsAll(more)
            || FunctionList.granted(more).stream()
                .anyMatch(name -> !FunctionList.grants(less, name)));
  }

  private static void add(List<String> columns, String column, boolean given) {
    if (given) {
      columns.add(column);
    }
  }

  /** Returns the columns that another change in this direction already names. */
  private static Set<String> shown(
      boolean wider, Collection<CallChange> calls, Collection<ReachChange> others) {
    CallChange.Kind kind = wider ? CallChange.Kind.GAINED : CallChange.Kind.LOST;
    Set<String> shown = new LinkedHashSet<>();
    for (CallChange call : calls) {
      if (call.kind() == kind && call.refusedBefore() != null && call.refusedAfter() != null) {
        shown.addAll(
            (wider
                    ? call.refusedBefore().without(call.refusedAfter())
                    : call.refusedAfter().without(call.refusedBefore()))
                .accountColumns());
      }
    }
    others.stream()
        .filter(other -> other.wider() == wider)
        .flatMap(other -> other.columns().stream())
        .map(Change::column)
        .forEach(shown::add);
    return shown;
  }

  /**
   * @param onPages whether the account opens pages, whose parts check flags
   */
  private void add(
      List<ReachChange> changes,
      boolean wider,
      Account earlier,
      Account account,
      List<String> given,
      boolean onPages) {
    List<String> parts = given.stream().filter(column -> onPages && ofPages(column)).toList();
    List<String> powers = given.stream().filter(column -> !parts.contains(column)).toList();
    if (!parts.isEmpty()) {
      String some = "parts of admin pages that need " + String.join(", ", parts);
      String none = "nothing that needs " + String.join(", ", parts);
      changes.add(
          new ReachChange(
              Reach.SCREENS,
              wider,
              List.of(),
              wider ? none : some,
              wider ? some : none,
              Both.differing(earlier, account, parts),
              "",
              effects(parts, earlier, account),
              Severity.MEDIUM));
    }
    if (!powers.isEmpty()) {
      Set<Effect> possible = effects(powers, earlier, account);
      changes.add(
          new ReachChange(
              Reach.POWERS,
              wider,
              List.of(),
              values(earlier, powers),
              values(account, powers),
              Both.differing(earlier, account, powers),
              "",
              possible,
              GainScale.ofPower(possible)));
    }
  }

  private static boolean ofPages(String column) {
    return Flag.of(column).filter(f -> f.opens() && (f.bit() & NOT_OF_PAGES) == 0).isPresent();
  }

  private static String values(Account account, List<String> columns) {
    return columns.stream()
        .map(column -> column.equals(FUNCTIONS) ? column : column + " " + account.value(column))
        .collect(Collectors.joining(", "));
  }

  private Set<Effect> effects(List<String> columns, Account earlier, Account account) {
    Set<Effect> all = EnumSet.noneOf(Effect.class);
    for (String column : columns) {
      all.addAll(
          switch (column) {
            case LEVEL -> {
              int one = earlier.userLevel();
              int two = account.userLevel();
              yield effects.ofLevels(Math.min(one, two), Math.max(one, two));
            }
            case ACTIVE -> Set.of();
            case MODIFY_LEADS -> effects.ofModifyLeads();
            case FUNCTIONS ->
                effects.ofGrants(earlier.apiAllowedFunctions(), account.apiAllowedFunctions());
            default -> effects.of(Flag.of(column).orElseThrow());
          });
    }
    return all;
  }
}
