package org.vicilint.input.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.log.LogReading;
import org.vicilint.log.UsageTally;
import org.vicilint.model.Account;
import org.vicilint.model.Integration;
import org.vicilint.model.Meter;
import org.vicilint.model.Problem;
import org.vicilint.model.SystemSettings;
import org.vicilint.model.UserGroup;
import org.vicilint.model.Waiver;

/**
 * Records that the sources of a run gave so far, duplicates and all.
 *
 * @param accounts the accounts in the order of reading
 * @param groups the groups in the order of reading
 * @param logins the logins of phones
 * @param aliases the aliases of phones
 * @param settings rows of system_settings in the order of reading
 * @param ipLists the IP lists that hold an address
 * @param integrations the manifests in the order of reading
 * @param waivers the waivers in the order of reading
 * @param tables the tables that a source gave, even without a single record
 * @param exported those of them that an export gave, and not a definition
 * @param checksums of each definition file in YAML, by name
 * @param usage the counts of the API's log so far
 * @param notes what must be known of how the sources were read
 * @param reaching statements of scripts that concern the accounts of other sources, if there are
 *     any
 * @param meter receives how many rows of tables were read
 */
public record ParsedInput(
    List<Account> accounts,
    List<UserGroup> groups,
    List<String> logins,
    List<String> aliases,
    List<SystemSettings> settings,
    Set<String> ipLists,
    List<Integration> integrations,
    List<Waiver> waivers,
    Set<Table> tables,
    Set<Table> exported,
    Map<String, Long> checksums,
    UsageTally usage,
    List<String> notes,
    List<Problem> reaching,
    Meter meter) {
  public ParsedInput(LogReading reading) {
    this(reading, Meter.NONE);
  }

  public ParsedInput(LogReading reading, Meter meter) {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new HashSet<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new HashSet<>(),
        new HashSet<>(),
        new HashMap<>(),
        new UsageTally(reading),
        new ArrayList<>(),
        new ArrayList<>(),
        meter);
  }

  /** Returns an empty input for a part that is read apart, by a reader that counts its rows. */
  public ParsedInput part() {
    return new ParsedInput(usage.reading());
  }

  /** Takes what was read apart; the order in which parts come does not matter. */
  public void add(ParsedInput part) {
    accounts.addAll(part.accounts);
    groups.addAll(part.groups);
    logins.addAll(part.logins);
    aliases.addAll(part.aliases);
    settings.addAll(part.settings);
    ipLists.addAll(part.ipLists);
    integrations.addAll(part.integrations);
    waivers.addAll(part.waivers);
    tables.addAll(part.tables);
    exported.addAll(part.exported);
    checksums.putAll(part.checksums);
    usage.add(part.usage);
    notes.addAll(part.notes);
    reaching.addAll(part.reaching);
  }

  /** Notes that an export or a database gave a table. */
  public void export(Table table) {
    tables.add(table);
    exported.add(table);
  }

  /** Returns the values that one of the two tables of phones gave. */
  List<String> phones(Table table) {
    return table == Table.PHONES ? logins : aliases;
  }
}
