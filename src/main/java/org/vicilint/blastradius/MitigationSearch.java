package org.vicilint.blastradius;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.LeastPrivilege;
import org.vicilint.access.Need;
import org.vicilint.access.PageCut;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.model.Kind;
import org.vicilint.model.Secret;
import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.takeover.Step;
import org.vicilint.takeover.Takeover;

/**
 * Finds the change that makes a blast radius smallest. The search computes the score of the estate
 * after each proposal, and compares it with the score before. No proposal closes a call of a
 * declared need.
 */
final class MitigationSearch {
  private static final String LIST = "api_allowed_functions";

  private final BlastRadiusAnalysis reaches;
  private final AccessEvaluator access;
  private final Takeover takeover;

  private record Proposal(Mitigation.By by, List<Change> changes, boolean certain, Account after) {}

  MitigationSearch(BlastRadiusAnalysis reaches, AccessEvaluator access, Takeover takeover) {
    this.reaches = reaches;
    this.access = access;
    this.takeover = takeover;
  }

  /**
   * Returns the best proposal: the one that removes most, then one that takes nothing that seems to
   * be needed, then the one with the fewest changes.
   */
  Optional<Mitigation> best(BlastRadius before) {
    Mitigation best = null;
    for (Proposal each : proposals(before)) {
      Mitigation shrink =
          new Mitigation(
              each.by,
              each.changes,
              each.certain,
              before,
              reaches.after(before.account(), each.after));
      if (shrink.removes() > 0 && (best == null || better(shrink, best))) {
        best = shrink;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean better(Mitigation one, Mitigation other) {
    if (one.removes() != other.removes()) {
      return one.removes() > other.removes();
    }
    return one.certain() != other.certain()
        ? one.certain()
        : one.changes().size() < other.changes().size();
  }

  private List<Proposal> proposals(BlastRadius before) {
    Account account = before.account();
    Need need = Need.of(account, access);
    boolean program = before.kind() == Kind.SERVICE;
    List<Proposal> proposals = new ArrayList<>();
    if (program && need.source() != Need.Source.EVERYTHING && need.unknown().isEmpty()) {
      List<Call> calls = calls(account, need);
      LeastPrivilege least = LeastPrivilege.ofProgram(account, calls, List.of(access));
      add(proposals, Mitigation.By.LEAST_PRIVILEGE, account, least.changes(), true);
    }
    if (program && !need.open()) {
      PageCut.best(account, need, access.prepare(account))
          .ifPresent(
              cut -> add(proposals, Mitigation.By.PAGES, account, List.of(cut.change()), true));
    }
    if (!program && access.looksAtFunctionLists()) {
      add(
          proposals,
          Mitigation.By.FUNCTIONS,
          account,
          List.of(new Change(LIST, account.apiAllowedFunctions(), "")),
          true);
    }
    ownCredential(before).ifPresent(proposals::add);
    if (before.accounts() > 0) {
      for (Step.Cut cut : takeover.breaks(account)) {
        add(proposals, Mitigation.By.TAKEOVER, account, List.of(cut.change()), cut.certain());
      }
    }
    return proposals;
  }

  /** Proposes a password, or an integration, that no other account shares. */
  private static Optional<Proposal> ownCredential(BlastRadius before) {
    Account account = before.account();
    List<Change> changes = new ArrayList<>();
    AccountBuilder own = account.with();
    List<String> usedBy = new ArrayList<>(account.declaration().usedBy());
    for (ReachableAccounts.Shared each : before.shared()) {
      if (!each.from().user().equals(account.user())) {
        continue;
      }
      if (each.kind() == Step.Kind.SAME_PASSWORD) {
        own.secret(Secret.UNKNOWN);
        changes.add(new Change("pass", "(shared)", "(a password of its own)"));
      } else if (usedBy.remove(each.integration())) {
        changes.add(new Change("used_by", each.integration(), "(an integration of its own)"));
      }
    }
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    Account after = own.declaration(account.declaration().heldBy(usedBy)).build();
    return Optional.of(
        new Proposal(
            Mitigation.By.OWN_CREDENTIAL, changes.stream().distinct().toList(), true, after));
  }

  private void add(
      List<Proposal> proposals,
      Mitigation.By by,
      Account account,
      List<Change> changes,
      boolean certain) {
    AccountBuilder changed = account.with();
    changes.forEach(change -> changed.column(change.column(), change.to()));
    Account after = changed.build();
    if (!changes.isEmpty() && keeps(account, after)) {
      proposals.add(new Proposal(by, changes, certain, after));
    }
  }

  /**
   * Returns the calls that it needs; where only its function list is known, with the operations
   * that are open today.
   */
  private List<Call> calls(Account account, Need need) {
    if (need.source() == Need.Source.DECLARED) {
      return account.declaration().need().orElse(List.of());
    }
    Subject subject = access.prepare(account);
    List<Call> calls = new ArrayList<>();
    for (String name : need.functions()) {
      calls.add(Call.of(name));
      Function function = access.functions().get(access.indexOf(name));
      for (Operation operation : access.operations(function)) {
        Call call = new Call(name, operation.name());
        if (open(subject, call)) {
          calls.add(call);
        }
      }
    }
    return calls;
  }

  /** Whether every declared call that is open before remains open. */
  private boolean keeps(Account before, Account after) {
    Subject one = access.prepare(before);
    Subject other = access.prepare(after);
    return declared(before).stream().noneMatch(call -> open(one, call) && !open(other, call));
  }

  private static List<Call> declared(Account account) {
    return account.declaration().need().orElse(List.of());
  }

  private boolean open(Subject subject, Call call) {
    int index = access.indexOf(call.function());
    if (index < 0) {
      return false;
    }
    Operation operation =
        call.operation() == null
            ? null
            : access.functions().get(index).operation(call.operation()).orElse(null);
    return (operation == null
            ? access.decide(subject, index)
            : access.decide(subject, index, operation))
        == Verdict.GRANTED;
  }
}
