package org.vicilint.engine;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.text.PasswordMask;

/**
 * Problems and notes about columns that a table of groups lacks. Missing IP lists are not reported:
 * an older VICIdial has none, and an estate without them counts as unrestricted.
 */
public final class GroupColumns {
  private GroupColumns() {}

  /**
   * Returns a problem for each table without campaigns, if any account depends on them: an account
   * that is restricted to the campaigns of its group would seem to reach no list, or to need no
   * other group.
   */
  public static List<Problem> missing(Estate estate) {
    List<Problem> lacking =
        lacking(
            estate,
            UserGroup.CAMPAIGNS,
            source ->
                new Problem(
                    SourceLocation.of(source),
                    "this table of groups lacks %s: which lists the accounts with api_list_restrict reach is not known"
                        .formatted(UserGroup.CAMPAIGNS),
                    "export the whole table (SELECT * FROM vicidial_user_groups)"));
    boolean decide =
        !lacking.isEmpty() && estate.accounts().stream().anyMatch(GroupColumns::restricted);
    return decide ? lacking : List.of();
  }

  /** Returns notes on the assumption for tables without viewable groups. */
  public static List<String> notes(Estate estate) {
    return lacking(
        estate,
        UserGroup.VIEWABLE,
        source ->
            PasswordMask.sentence(
                "%s: this table of groups lacks %s: its members are taken to see every group",
                source, UserGroup.VIEWABLE));
  }

  private static boolean restricted(Account account) {
    return account.has(Flag.API_LIST_RESTRICT);
  }

  private static <T> List<T> lacking(Estate estate, String column, Function<String, T> told) {
    Stream<UserGroup> groups = estate.groups().all().stream();
    return groups
        .filter(group -> group.lacking().contains(column))
        .map(group -> group.place().source())
        .distinct()
        .sorted()
        .map(told)
        .toList();
  }
}
