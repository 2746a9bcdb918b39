package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.FunctionList;
import org.vicilint.access.ObservedCalls;
import org.vicilint.access.Verdict;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.model.Period;
import org.vicilint.model.Usage;
import org.vicilint.profile.Profile;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** The API's log spans a long time, and functions that answer the account are not in it. */
final class UnusedFunction implements AccountRule {
  private static final String COLUMN = "api_allowed_functions";
  private static final String KEY = "functions";
  private static final String ONLY_LIKELY =
      "refused logins are not logged, and a rare job may lie outside it";

  @Override
  public String id() {
    return "unused-function";
  }

  @Override
  public Optional<String> blind(Usage usage, Profile profile) {
    return LogNeeds.days(usage, profile.unusedDays());
  }

  @Override
  public boolean concerns(AuditedAccount audited, RuleContext estate) {
    return audited.logsIn(estate) && usesTheApi(audited);
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    Period period = estate.estate().usage().period();
    if (blind(estate.estate().usage(), estate.profile()).isPresent()
        || !concerns(audited, estate)) {
      return List.of();
    }
    List<String> unused = new ArrayList<>();
    Set<String> kept = new TreeSet<>();
    sort(audited, estate, unused, kept);
    if (unused.isEmpty()) {
      return List.of();
    }
    boolean all = FunctionList.grantsAll(account.apiAllowedFunctions());
    return List.of(
        new Hit(
            null,
            true,
            message(unused, kept, all, period),
            List.of(
                new Evidence(
                    COLUMN,
                    all ? account.apiAllowedFunctions() : String.join(" ", unused),
                    account.place(COLUMN))),
            List.of(change(account, unused, kept))));
  }

  /** Of a person the screens are the tool; only who may use the API is looked at. */
  private static boolean usesTheApi(AuditedAccount audited) {
    return audited.kind() == Kind.SERVICE
        || (audited.kind() == Kind.PERSON && audited.account().has(Flag.VDC_AGENT_API_ACCESS));
  }

  /** Tells what answers the account, and could be taken from its list, by what the log has. */
  private static void sort(
      AuditedAccount audited, RuleContext estate, List<String> unused, Set<String> kept) {
    AccessEvaluator access = estate.access();
    ObservedCalls called = estate.called(audited.account());
    for (int i = 0; i < access.functions().size(); i++) {
      if (access.requirement(i).allowedFunctions()
          && access.decide(audited.subject(), i) == Verdict.GRANTED) {
        String name = access.functions().get(i).name();
        if (called.use(i) == ObservedCalls.Use.NONE) {
          unused.add(name);
        } else {
          kept.add(name);
        }
      }
    }
  }

  private static String message(List<String> unused, Set<String> kept, boolean all, Period period) {
    String log =
        "the API's log of %s (%s to %s)"
            .formatted(
                Phrases.count(period.days(), "day"),
                period.first().toLocalDate(),
                period.last().toLocalDate());
    if (!all) {
      return "may call %s, and did not in %s; %s".formatted(Phrases.list(unused), log, ONLY_LIKELY);
    }
    String called = kept.isEmpty() ? "none" : Phrases.list(kept);
    return "may call %s, and called %s of them in %s; %s"
        .formatted(
            Phrases.count(unused.size() + kept.size(), "function"), called, log, ONLY_LIKELY);
  }

  /** Returns the fix. It keeps declared functions, which only their owner can withdraw. */
  private static Change change(Account account, List<String> unused, Set<String> kept) {
    String text = account.apiAllowedFunctions();
    Set<String> declared = new TreeSet<>();
    account.declaration().need().orElse(List.of()).forEach(c -> declared.add(c.function()));
    List<String> cut = unused.stream().filter(name -> !declared.contains(name)).toList();
    if (cut.isEmpty()) {
      return new Change(
          KEY,
          String.join(
              ", ",
              account.declaration().need().orElse(List.of()).stream().map(Call::toString).toList()),
          "(without %s, if nothing calls it)".formatted(Phrases.choice(unused)));
    }
    if (!FunctionList.grantsAll(text)) {
      return new Change(COLUMN, text, FunctionList.without(text, cut));
    }
    Set<String> names = new TreeSet<>(kept);
    unused.stream().filter(declared::contains).forEach(names::add);
    return new Change(COLUMN, text, FunctionList.of(names));
  }
}
