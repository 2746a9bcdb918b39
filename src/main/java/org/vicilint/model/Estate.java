package org.vicilint.model;

import java.util.List;
import java.util.Map;

/**
 * Everything that was read for a run, in an order that does not depend on the order of the sources.
 *
 * @param accounts the accounts, by login
 * @param groups the user groups
 * @param phones the phones that accounts may log in to
 * @param settings what is set for the whole server
 * @param duplicates accounts that are given more than once, by place
 * @param integrations what manifests say, by name; the accounts that they name already know it
 * @param waivers the waivers that stand in definitions, by place
 * @param problems what could not be read, by place
 * @param checksums the CRC-32C of each definition file in YAML, by name: a later write compares
 *     them to see whether the file is still the one that was read
 * @param usage what the API's log says of the accounts
 * @param notes what must be known of how the sources were read
 */
public record Estate(
    Accounts accounts,
    Groups groups,
    Phones phones,
    SystemSettings settings,
    List<Duplicate> duplicates,
    List<Integration> integrations,
    List<Waiver> waivers,
    List<Problem> problems,
    Map<String, Long> checksums,
    Usage usage,
    List<String> notes) {
  public Estate {
    duplicates = List.copyOf(duplicates);
    integrations = List.copyOf(integrations);
    waivers = List.copyOf(waivers);
    problems = List.copyOf(problems);
    checksums = Map.copyOf(checksums);
    notes = List.copyOf(notes);
  }

  /** Returns an estate of accounts and groups, and nothing else. */
  public static Estate of(List<Account> accounts, Groups groups) {
    return new Estate(
        Accounts.of(accounts),
        groups,
        Phones.UNKNOWN,
        SystemSettings.UNKNOWN,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Usage.UNKNOWN,
        List.of());
  }

  /** Returns a copy with other accounts. */
  public Estate withAccounts(List<Account> all) {
    return new Estate(
        Accounts.of(all),
        groups,
        phones,
        settings,
        duplicates,
        integrations,
        waivers,
        problems,
        checksums,
        usage,
        notes);
  }

  /** Returns a copy with these waivers instead. */
  public Estate withWaivers(List<Waiver> others) {
    return new Estate(
        accounts,
        groups,
        phones,
        settings,
        duplicates,
        integrations,
        others,
        problems,
        checksums,
        usage,
        notes);
  }

  /** Returns a copy without usage, as if no log of the API had been read. */
  public Estate withoutLog() {
    return new Estate(
        accounts,
        groups,
        phones,
        settings,
        duplicates,
        integrations,
        waivers,
        problems,
        checksums,
        Usage.UNKNOWN,
        notes);
  }

  /** Returns a copy with these problems instead. */
  public Estate with(List<Problem> others) {
    return new Estate(
        accounts,
        groups,
        phones,
        settings,
        duplicates,
        integrations,
        waivers,
        others,
        checksums,
        usage,
        notes);
  }
}
