package org.vicilint.input;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.Table;
import org.vicilint.model.Account;
import org.vicilint.model.Places;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.text.PasswordMask;

/**
 * Records that two exports have in common, word for word: nothing is lost when one of them is not
 * looked at, so they are noted and no more. In definitions a copy is a trap for a later change of
 * one of the two, and stays a problem.
 */
final class IdenticalRecords {
  private record Pair(String what, String source, String before) {}

  private final Map<Pair, Integer> counts =
      new TreeMap<>(
          Comparator.comparing(Pair::source).thenComparing(Pair::before).thenComparing(Pair::what));

  /** The records of a table share one sheet. */
  private final Map<Places.TableSource, Set<String>> columns = new IdentityHashMap<>();

  /** Whether two accounts come from tables with the same columns, and all values are the same. */
  boolean same(Account account, Account before) {
    return !account.declaration().definition()
        && !before.declaration().definition()
        && account.user().equals(before.user())
        && columns(account.sheet()).equals(columns(before.sheet()))
        && account.with().places(before.places()).build().equals(before);
  }

  /** Whether two groups are identical, while it is not known whether a definition gave them. */
  static boolean same(UserGroup group, UserGroup before) {
    return at(group, before.place()).equals(before);
  }

  private static UserGroup at(UserGroup group, SourceLocation place) {
    return new UserGroup(
        group.userGroup(),
        group.allowedCampaigns(),
        group.adminViewableGroups(),
        group.apiIpList(),
        group.adminIpList(),
        place,
        group.lacking());
  }

  /** The kept columns that the table has and that may be read. */
  private Set<String> columns(Places.TableSource sheet) {
    return columns.computeIfAbsent(
        sheet,
        each ->
            Table.USERS.kept().stream()
                .map(Column::name)
                .filter(name -> each.given().contains(name) && !each.withheld().contains(name))
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** Takes one that was left out. */
  void add(String what, SourceLocation place, SourceLocation before) {
    counts.merge(new Pair(what, place.source(), before.source()), 1, Integer::sum);
  }

  /** Says what was left out. */
  void addTo(List<String> notes) {
    counts.forEach(
        (pair, count) -> {
          String where = pair.source().equals(pair.before()) ? "this source" : pair.before();
          notes.add(
              PasswordMask.sentence(
                  "%s: %d %s%s here stand%s in %s too, with the same values, and count%s once",
                  pair.source(),
                  count,
                  pair.what(),
                  count == 1 ? "" : "s",
                  count == 1 ? "s" : "",
                  where,
                  count == 1 ? "s" : ""));
        });
  }
}
