package org.vicilint.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Table;
import org.vicilint.model.Account;
import org.vicilint.model.Accounts;
import org.vicilint.model.Duplicate;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Integration;
import org.vicilint.model.IpLists;
import org.vicilint.model.Phones;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.SystemSettings;
import org.vicilint.model.UserGroup;
import org.vicilint.text.PasswordMask;

/** Makes one estate of what the sources gave; of duplicates the first by place holds. */
final class EstateAssembler {
  private static final Comparator<Account> BY_NAME =
      (a, b) -> {
        int byUser = Account.BY_LOGIN.compare(a, b);
        return byUser != 0 ? byUser : Account.BY_PLACE.compare(a, b);
      };

  private final List<Problem> problems;
  private final List<Duplicate> duplicates = new ArrayList<>();
  private final DuplicateRecords repetitions = new DuplicateRecords();
  private final IdenticalRecords copies = new IdenticalRecords();

  private EstateAssembler(List<Problem> problems) {
    this.problems = problems;
  }

  static Estate of(ParsedInput harvest, List<Problem> problems) {
    EstateAssembler merge = new EstateAssembler(problems);
    Collections.sort(harvest.integrations());
    merge.integrations(harvest.integrations());
    merge.reaching(harvest);
    List<Account> read = merge.accounts(harvest.accounts());
    SystemSettings settings = merge.settings(harvest);
    EffectivePasswords.settle(read, settings);
    List<Account> accounts = IntegrationBinding.by(harvest.integrations(), read);
    Groups groups = merge.groups(harvest);
    merge.repetitions.addTo(problems);
    merge.copies.addTo(harvest.notes());
    Collections.sort(problems);
    Collections.sort(harvest.waivers());
    boolean phones =
        harvest.tables().contains(Table.PHONES) || harvest.tables().contains(Table.PHONE_ALIASES);
    return new Estate(
        Accounts.of(accounts),
        groups,
        phones ? new Phones(harvest.logins(), harvest.aliases()) : Phones.UNKNOWN,
        settings,
        merge.duplicates,
        harvest.integrations(),
        harvest.waivers(),
        problems,
        harvest.checksums(),
        harvest.usage().usage(harvest.tables().contains(Table.API_LOG)),
        harvest.notes());
  }

  /**
   * A script is played on its own accounts; what it does to those of other sources is not known.
   */
  private void reaching(ParsedInput harvest) {
    for (Problem each : harvest.reaching()) {
      String script = each.place().source();
      if (harvest.accounts().stream().anyMatch(a -> !a.place("user").source().equals(script))) {
        problems.add(each);
      }
    }
  }

  /** VICIdial has one row of settings; of several that differ the first by place holds. */
  private SystemSettings settings(ParsedInput harvest) {
    harvest.settings().sort(Comparator.comparing(SystemSettings::place));
    SystemSettings first =
        harvest.settings().isEmpty() ? SystemSettings.UNKNOWN : harvest.settings().get(0);
    for (SystemSettings other : harvest.settings()) {
      if (!other.values().equals(first.values())) {
        problems.add(
            new Problem(
                other.place(),
                "system_settings is already at %s, which holds, and says otherwise"
                    .formatted(first.place()),
                "give the settings of the server that is asked about alone"));
      }
    }
    return harvest.tables().contains(Table.IP_ENTRIES)
        ? new SystemSettings(first.values(), first.place(), new IpLists(harvest.ipLists()))
        : first;
  }

  private List<Account> accounts(List<Account> all) {
    Account[] byName = all.toArray(Account[]::new);
    all.clear(); // a million of them need not be held twice
    Arrays.parallelSort(byName, BY_NAME);
    if (!plainAndDifferent(byName)) {
      int[] repeated = repeated(byName);
      byName = repeated.length == 0 ? byName : withoutDuplicates(byName, repeated);
    }
    return Arrays.asList(byName);
  }

  /** Whether every name is what the server compares it by, and no two are the same. */
  private static boolean plainAndDifferent(Account[] byName) {
    return IntStream.range(0, byName.length)
            .parallel()
            .filter(
                i ->
                    !byName[i].plainLogin()
                        || (i > 0 && Account.BY_LOGIN.compare(byName[i - 1], byName[i]) == 0))
            .count()
        == 0; // to stop at the first would take longer
  }

  /** Keeps the first by place of the accounts with one name. */
  private Account[] withoutDuplicates(Account[] accounts, int[] repeated) {
    Arrays.sort(accounts, Account.BY_PLACE);
    Map<String, Account> holding = new HashMap<>();
    int kept = 0;
    for (Account account : accounts) {
      String key = Groups.key(account.user());
      Account before =
          Arrays.binarySearch(repeated, key.hashCode()) < 0
              ? null
              : holding.putIfAbsent(key, account);
      SourceLocation place = account.place("user");
      if (before == null) {
        accounts[kept++] = account;
      } else if (copies.same(account, before)) {
        copies.add("account", place, before.place("user"));
      } else {
        repetitions.add("account", account.user(), place, before.place("user"));
        duplicates.add(new Duplicate(before.user(), place));
      }
    }
    Account[] byName = Arrays.copyOf(accounts, kept);
    Arrays.parallelSort(byName, BY_NAME);
    return byName;
  }

  /** The hash codes of names that stand more than once: only those need be looked at closely. */
  private static int[] repeated(Account[] accounts) {
    int[] hashes =
        Arrays.stream(accounts).parallel().mapToInt(a -> Groups.key(a.user()).hashCode()).toArray();
    Arrays.parallelSort(hashes);
    return IntStream.range(1, hashes.length)
        .filter(i -> hashes[i] == hashes[i - 1])
        .map(i -> hashes[i])
        .distinct()
        .toArray();
  }

  private Groups groups(ParsedInput harvest) {
    if (!harvest.tables().contains(Table.GROUPS)) {
      return Groups.UNKNOWN;
    }
    List<UserGroup> groups = groups(harvest.groups());
    return harvest.exported().contains(Table.GROUPS)
        ? new Groups(groups)
        : Groups.described(groups);
  }

  private List<UserGroup> groups(List<UserGroup> all) {
    all.sort(Comparator.comparing(UserGroup::place));
    // The server's unique key ignores case and blanks behind.
    Map<String, UserGroup> first = new LinkedHashMap<>();
    for (UserGroup group : all) {
      UserGroup before = first.putIfAbsent(Groups.key(group.userGroup()), group);
      if (before != null && IdenticalRecords.same(group, before)) {
        copies.add("group", group.place(), before.place());
      } else if (before != null) {
        repetitions.add("group", group.userGroup(), group.place(), before.place());
      }
    }
    return new ArrayList<>(first.values());
  }

  /**
   * Reports integrations that share a name: all of them count, but they could not be distinguished.
   */
  private void integrations(List<Integration> all) {
    Map<String, SourceLocation> places = new HashMap<>();
    for (Integration each : all) {
      SourceLocation before = places.putIfAbsent(each.name(), each.place("name"));
      if (before != null) {
        problems.add(
            new Problem(
                each.place("name"),
                PasswordMask.sentence("integration %s is already at %s", each.name(), before),
                "give each its own name"));
      }
    }
  }
}
