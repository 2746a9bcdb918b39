package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vicilint.access.ObservedCalls;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Change;
import org.vicilint.model.Outcome;
import org.vicilint.model.Period;
import org.vicilint.model.Usage;
import org.vicilint.profile.Profile;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** Something calls with this account again and again, and is refused each time. */
final class FailingIntegration implements AccountRule {
  /** One refusal is a slip, two may be a test. */
  private static final int AGAIN_AND_AGAIN = 3;

  private static final String USER = "user";

  @Override
  public String id() {
    return "failing-integration";
  }

  @Override
  public Optional<String> blind(Usage usage, Profile profile) {
    return LogNeeds.calls(usage);
  }

  @Override
  public boolean concerns(AuditedAccount audited, RuleContext estate) {
    return !estate.estate().usage().accounts().isEmpty();
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    if (estate.estate().usage().of(audited.account()).isEmpty()) {
      return List.of();
    }
    // Calls that fail at one gate have one cause and make one finding.
    Map<Outcome, List<ObservedCalls.Row>> byGate = new TreeMap<>();
    for (ObservedCalls.Row row : estate.called(audited.account()).rows()) {
      for (Outcome outcome : row.logged().counts().keySet()) {
        if (outcome.refused()
            && row.logged().count(outcome) >= AGAIN_AND_AGAIN
            && row.candidates().size() == 1
            && stillFails(audited, estate, row, outcome)) {
          byGate.computeIfAbsent(outcome, key -> new ArrayList<>()).add(row);
        }
      }
    }
    List<Hit> hits = new ArrayList<>();
    byGate.forEach((gate, rows) -> hits.add(hit(audited, estate, gate, rows)));
    return hits;
  }

  /**
   * Whether the call would be refused today, too. The log holds neither the password of a login nor
   * the parameter of an operation, so these count as still failing.
   */
  private static boolean stillFails(
      AuditedAccount audited, RuleContext estate, ObservedCalls.Row row, Outcome outcome) {
    return outcome == Outcome.LOGIN
        || outcome == Outcome.OPERATION
        || !estate.access().explain(audited.account(), row.candidates().get(0), null).granted();
  }

  private static Hit hit(
      AuditedAccount audited, RuleContext estate, Outcome gate, List<ObservedCalls.Row> rows) {
    Account account = audited.account();
    List<String> names = names(rows);
    long calls = rows.stream().mapToLong(row -> row.logged().count(gate)).sum();
    Period period =
        rows.stream().map(row -> row.logged().period()).reduce(Period::with).orElseThrow();
    List<Change> changes = changes(audited, estate, rows);
    List<Evidence> evidence = new ArrayList<>();
    for (Change change : changes) {
      String column = change.column();
      evidence.add(new Evidence(column, change.from(), account.place(column)));
    }
    evidence.add(new Evidence("result_reason", gate.word(), account.place(USER)));
    evidence.add(new Evidence("function", String.join(" ", names), account.place(USER)));
    return new Hit(
        gate == Outcome.LOGIN ? "login" : null,
        changes.isEmpty(),
        "%d calls of %s were refused by %s, the last one on %s; %s"
            .formatted(
                calls,
                Phrases.list(names),
                gate.word(),
                period.last().toLocalDate(),
                changes.isEmpty()
                    ? "what the account has now does not explain it"
                    : "today they would be refused, too"),
        evidence,
        changes);
  }

  /** Returns the fix: a declared call is opened; a person decides about any other. */
  private static List<Change> changes(
      AuditedAccount audited, RuleContext estate, List<ObservedCalls.Row> rows) {
    Account account = audited.account();
    Account opened = account;
    Map<String, Change> changes = new LinkedHashMap<>();
    for (ObservedCalls.Row row : rows) {
      Function function = row.candidates().get(0);
      for (Change change : estate.access().explain(opened, function, null).opening()) {
        AccountBuilder next = opened.with();
        boolean set = change.exact() && next.set(change.column(), change.to());
        opened = set ? next.build() : opened;
        changes.put(
            change.column(),
            set
                ? new Change(change.column(), account.value(change.column()), change.to())
                : change);
      }
    }
    boolean declared =
        Calls.declared(audited) && audited.need().functions().containsAll(names(rows));
    return changes.values().stream()
        .map(change -> declared || !change.exact() ? change : asked(change))
        .toList();
  }

  /** Blanks at the ends of a list of functions are what it is about, so they must be seen. */
  private static Change asked(Change change) {
    String to = change.to().equals(change.to().strip()) ? change.to() : '"' + change.to() + '"';
    return new Change(
        change.column(),
        change.from(),
        "(%s, if the calls are to work; else stop what makes them)".formatted(to));
  }

  private static List<String> names(List<ObservedCalls.Row> rows) {
    return rows.stream().map(row -> row.candidates().get(0).name()).sorted().toList();
  }
}
