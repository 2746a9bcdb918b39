package org.vicilint.access;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.PageEffect;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Flag;

/**
 * The columns that keep one account from what another can do with a page.
 *
 * @param less the account that cannot do it
 * @param more the account that can
 */
record PageGap(PageSubject less, PageSubject more) {

  /**
   * Returns the names of the columns, by the alternative that misses the fewest.
   *
   * @param effect what the other account can do with the page
   * @param ways the page's alternatives; the other account meets one with this effect
   */
  Set<String> columns(Page page, PageEffect effect, List<Page.Way> ways) {
    Set<String> columns = new TreeSet<>(login(page.login()));
    if (page.apiOnlyCloses() && less.apiOnly()) {
      columns.add(Flag.API_ONLY_USER.column());
    }
    columns.addAll(
        ways.stream()
            .filter(way -> way.effect() == effect && more.meets(way.demand()))
            .map(way -> missing(way.demand()))
            .min(Comparator.comparingInt(Set::size))
            .orElseThrow());
    return columns;
  }

  private Set<String> login(LoginRequirement login) {
    Set<String> columns = new TreeSet<>();
    add(columns, "user", !less.user().within(login.userCharacters()));
    add(columns, "pass", !less.password().within(login.passwordCharacters()));
    add(columns, "user_level", less.level() < login.userLevel());
    add(columns, "active", login.active() && !less.active());
    add(columns, "failed_login_count", login.lock() && less.locked());
    return columns;
  }

  private Set<String> missing(Requirement demand) {
    Set<String> columns = new TreeSet<>();
    add(columns, "user_level", less.level() < demand.userLevel());
    add(
        columns,
        "modify_leads",
        demand.modifyLeads() != 0 && (demand.modifyLeads() >> less.modifyLeads() & 1) == 0);
    for (long left = demand.flags() & ~less.flags(); left != 0; left &= left - 1) {
      columns.add(Flag.ofBit(Long.numberOfTrailingZeros(left)).column());
    }
    return columns;
  }

  private static void add(Set<String> columns, String column, boolean missed) {
    if (missed) {
      columns.add(column);
    }
  }
}
