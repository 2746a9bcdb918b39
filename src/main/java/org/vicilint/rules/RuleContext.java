package org.vicilint.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.LoggedNames;
import org.vicilint.access.ObservedCalls;
import org.vicilint.model.Account;
import org.vicilint.model.Duplicate;
import org.vicilint.model.Estate;
import org.vicilint.model.Lazy;
import org.vicilint.profile.Profile;

/** What rules may ask of the whole estate. */
public final class RuleContext {
  private final Estate estate;
  private final AccessEvaluator access;
  private final Profile profile;
  private final LocalDate today;
  private final LocalDate staleSince;
  private final Map<String, List<Duplicate>> duplicates;
  private final LoggedNames names;
  private final Lazy<TakeoverSummary.Finder> finder;

  /**
   * @param today the day by which accounts are stale
   * @param finder made when the first rule asks what accounts become: it looks at all of them
   */
  public RuleContext(
      Estate estate,
      AccessEvaluator access,
      Profile profile,
      LocalDate today,
      Supplier<TakeoverSummary.Finder> finder) {
    this.estate = estate;
    this.access = access;
    this.profile = profile;
    this.today = today;
    this.staleSince = today.minusDays(profile.staleDays());
    this.names = new LoggedNames(access.functions());
    this.finder = new Lazy<>(finder);
    this.duplicates = estate.duplicates().stream().collect(Collectors.groupingBy(Duplicate::user));
  }

  /** The evaluator, for every question of permission. */
  public AccessEvaluator access() {
    return access;
  }

  /** All accounts, groups and duplicates. */
  public Estate estate() {
    return estate;
  }

  /** What the organisation decides for itself. */
  public Profile profile() {
    return profile;
  }

  /** Looks at the estate for {@link #becoming}, which else happens when the first rule asks. */
  public void prepareBecoming() {
    finder.get();
  }

  /** Whom an account becomes by itself. */
  public TakeoverSummary becoming(Account account) {
    return finder.get().of(account);
  }

  /** The day of the run. */
  public LocalDate today() {
    return today;
  }

  /** Who last logged in before this day is stale. */
  public LocalDate staleSince() {
    return staleSince;
  }

  /** What the account called, by the API's log; nothing when there is none. */
  public ObservedCalls called(Account account) {
    return new ObservedCalls(estate.usage().of(account).orElse(null), names, access);
  }

  /** Where the account is given again, beside the place that holds. */
  public List<Duplicate> duplicates(Account account) {
    return duplicates.getOrDefault(account.user(), List.of());
  }

  /** The active accounts with this account's password, itself too, by name; mostly one. */
  public List<String> holders(Account account) {
    List<Account> all =
        account.secret().known()
            ? estate.accounts().sharing().get(account.secret().fingerprint())
            : null;
    return all == null
        ? List.of(account.user())
        : all.stream().filter(Account::active).map(Account::user).sorted().toList();
  }
}
