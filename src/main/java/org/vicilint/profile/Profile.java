package org.vicilint.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Kind;
import org.vicilint.model.Mention;
import org.vicilint.model.Waiver;

/**
 * Decisions of an organisation, those that it inherits included.
 *
 * @param name its name
 * @param failOn findings at this level or above fail a run; null for never
 * @param build the Non-Agent API's build as written; null for the newest known
 * @param agentBuild the Agent API's build as written; null to follow from the other
 * @param rules what it decides of rules, by id; a rule that is not here is as its page has it
 * @param serviceAccounts globs of logins that programs use
 * @param personAccounts globs of logins that people use
 * @param systemAccounts globs of logins that are VICIdial's own
 * @param staleDays after how many days without a login an account is stale; at least 1
 * @param unusedDays how many days a log must span before what is not in it counts as unused; at
 *     least 1
 * @param privilegedGroups user groups whose accounts count as much as level 9
 * @param waiversNeedExpiry whether a waiver must have a last day
 * @param waivers the waivers that stand in profiles
 * @param terms what integrations may have
 * @param weights what the parts of a reach count in its score
 * @param exclude what is left out of folders, in the order in which it counts
 * @param baseline the findings that are known; null for none
 * @param ownRules folders with rules of the organisation's own
 * @param mentions every rule id that the profile names, with its place
 * @param origins where each value comes from, by key ({@code rules.not-api-only})
 * @param files the files that it was read from; none for a profile that ships
 */
public record Profile(
    String name,
    Severity failOn,
    String build,
    String agentBuild,
    Map<String, Setting> rules,
    List<String> serviceAccounts,
    List<String> personAccounts,
    List<String> systemAccounts,
    int staleDays,
    int unusedDays,
    Set<String> privilegedGroups,
    boolean waiversNeedExpiry,
    List<Waiver> waivers,
    IntegrationPolicy terms,
    ReachWeights weights,
    List<Exclude> exclude,
    String baseline,
    List<String> ownRules,
    List<Mention> mentions,
    SortedMap<String, Origin> origins,
    List<String> files) {

  /**
   * A pattern of files and folders.
   *
   * @param pattern as a line of {@code .gitignore}
   * @param folder that of the profile that says it, from which it is seen
   */
  public record Exclude(String pattern, String folder) {}

  /** Returns the profile's setting for a rule. */
  public Setting setting(String rule) {
    return rules.getOrDefault(rule, Setting.PLAIN);
  }

  /**
   * Returns the kind of an account and its basis. Where the account does not declare it, the
   * profile's patterns decide; where none matches, {@link KindSigns} do.
   */
  public KindBasis kindOf(Account account) {
    Kind declared = account.declaration().kind();
    if (declared != null) {
      return KindBasis.declared(declared);
    }
    String user = account.user();
    if (Glob.any(systemAccounts, user)) {
      return KindBasis.NAMED_SYSTEM;
    }
    if (Glob.any(serviceAccounts, user)) {
      return KindBasis.NAMED_SERVICE;
    }
    if (Glob.any(personAccounts, user)) {
      return KindBasis.NAMED_PERSON;
    }
    return KindSigns.of(account);
  }
}
