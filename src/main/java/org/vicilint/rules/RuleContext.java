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

/** Facts of the whole estate that rules may query. */
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
   * @param today the date of the run, which decides whether accounts are stale
   * @param finder the finder of takeover summaries, made on first use since it reads all accounts
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

  /** Returns the evaluator, which decides every permission. */
  public AccessEvaluator access() {
    return access;
  }

  /** Returns all accounts, groups and duplicates. */
  public Estate estate() {
    return estate;
  }

  /** Returns the profile of the organisation. */
  public Profile profile() {
    return profile;
  }

  /** Prepares {@link #becoming}, which otherwise happens on its first call. */
  public void prepareBecoming() {
    finder.get();
  }

  /** Returns the summary of the accounts that an account can become by itself. */
  public TakeoverSummary becoming(Account account) {
    return finder.get().of(account);
  }

  /** Returns the date of the run. */
  public LocalDate today() {
    return today;
  }

  /** Returns the date before which a last login makes an account stale. */
  public LocalDate staleSince() {
    return staleSince;
  }

  /** Returns the calls of the account in the API log; none if there is no log. */
  public ObservedCalls called(Account account) {
    return new ObservedCalls(estate.usage().of(account).orElse(null), names, access);
  }

  /** Returns the further places that define the account, besides the one in effect. */
  public List<Duplicate> duplicates(Account account) {
    return duplicates.getOrDefault(account.user(), List.of());
  }

  /**
   * Returns the logins of the active accounts with this account's password, including itself;
   * mostly one.
   */
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
