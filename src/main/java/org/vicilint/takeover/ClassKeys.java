package org.vicilint.takeover;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.vicilint.api.AddressableNames;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;

/**
 * Computes the key of an account's equivalence class. Optimized for a million accounts that nearly
 * all have no power.
 */
final class ClassKeys {
  private static final int LEVELS = 16;
  private static final int KINDS = 8;
  private static final int UNKNOWN = -1;

  private final LatentRightsIndex editors;
  private final AddressableNames naming;
  private final Groups groups;
  private final ToIntFunction<AccountClass.Key> numbers;
  private final Map<String, Members> members = new HashMap<>();

  /** Facts of a {@code user_group}, and the cached class indexes of its members without power. */
  private record Members(String key, boolean exists, int[] numbers) {}

  /**
   * @param numbers assigns an index to each key
   */
  ClassKeys(
      LatentRightsIndex editors,
      AddressableNames naming,
      Groups groups,
      ToIntFunction<AccountClass.Key> numbers) {
    this.editors = editors;
    this.naming = naming;
    this.groups = groups;
    this.numbers = numbers;
  }

  /** Returns the key of the account's class. */
  AccountClass.Key of(Account account) {
    return key(account, members(account), editors.of(account));
  }

  /** Returns the index of the account's class. */
  int number(Account account) {
    Members of = members(account);
    LatentRights editor = editors.of(account);
    if (editor.any() || account.userLevel() >= LEVELS) {
      return numbers.applyAsInt(key(account, of, editor));
    }
    int index =
        account.userLevel() * KINDS
            + (account.active() ? 1 : 0)
            + (naming.byUpdate(account) ? 2 : 0)
            + (copyable(account, of) ? 4 : 0);
    if (of.numbers[index] == UNKNOWN) {
      of.numbers[index] = numbers.applyAsInt(key(account, of, editor));
    }
    return of.numbers[index];
  }

  private AccountClass.Key key(Account account, Members of, LatentRights editor) {
    return new AccountClass.Key(
        account.userLevel(),
        of.key,
        account.active(),
        naming.byUpdate(account),
        copyable(account, of),
        editor);
  }

  /**
   * Whether {@code copy_user} can clone the account. An account whose source has no column for the
   * group counts as being in a group that exists.
   */
  private boolean copyable(Account account, Members of) {
    return naming.byCopy(account)
        && (of.exists
            || (account.userGroup().isEmpty() && !account.places().mentions("user_group")));
  }

  private Members members(Account account) {
    String group = account.userGroup();
    Members known = members.get(group);
    if (known == null) {
      int[] none = new int[LEVELS * KINDS];
      Arrays.fill(none, UNKNOWN);
      known = new Members(Groups.key(group), groups.exists(group), none);
      members.put(group, known);
    }
    return known;
  }
}
