package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Administrators;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Need;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.model.Lazy;

/** Finds the changes of one column that take power over others from an account. */
public final class CutCandidates {
  private static final String LIST = "api_allowed_functions";
  private static final String LEVEL = "user_level";

  /** Columns that the screens do not read, so that no person needs them. */
  private static final Set<String> FOR_PROGRAMS = Set.of(LIST, Flag.VDC_AGENT_API_ACCESS.column());

  private final AccessEvaluator access;
  private final Function<Account, Kind> kinds;
  private final Supplier<? extends Collection<Account>> estate;
  private final Lazy<Administrators> administrators;

  CutCandidates(AccessEvaluator access, Function<Account, Kind> kinds) {
    this(access, kinds, List::of);
  }

  /**
   * @param estate all accounts, so that no change removes the last administrator
   */
  CutCandidates(
      AccessEvaluator access,
      Function<Account, Kind> kinds,
      Supplier<? extends Collection<Account>> estate) {
    this.access = access;
    this.kinds = kinds;
    this.estate = estate;
    this.administrators = new Lazy<>(this::administrators);
  }

  /**
   * Returns the accounts that people administer with, before any change; the caller may change the
   * result.
   */
  public Administrators administrators() {
    return new Administrators(estate.get(), kinds);
  }

  /**
   * Returns the changes that keep every declared call of the account open, smallest first. Changes
   * that take nothing the account seems to need come before those whose effect on its need is
   * unknown.
   */
  public List<Step.Cut> of(Account account) {
    Need need = Need.of(account, access);
    List<Step.Cut> certain = new ArrayList<>();
    List<Step.Cut> asked = new ArrayList<>();
    for (Change change : changes(account, need)) {
      Account after = account.with().column(change.column(), change.to()).build();
      // The scan of all accounts is needed only when the change demotes an administrator.
      boolean last =
          Administrators.demotes(account, after) && administrators.get().ends(account, after);
      if (!last && keeps(account, after, account.declaration().need().orElse(List.of()))) {
        boolean harmless =
            kinds.apply(account) == Kind.SERVICE
                ? keeps(account, after, need.functions().stream().map(Call::of).toList())
                : FOR_PROGRAMS.contains(change.column());
        (harmless ? certain : asked).add(new Step.Cut(account.user(), change, harmless));
      }
    }
    certain.addAll(asked);
    return certain;
  }

  private List<Change> changes(Account account, Need need) {
    List<Change> changes = new ArrayList<>();
    boolean program = kinds.apply(account) == Kind.SERVICE;
    if (account.has(Flag.MODIFY_SAME_USER_LEVEL)) {
      changes.add(off(Flag.MODIFY_SAME_USER_LEVEL));
    }
    int level = account.userLevel();
    int least = Math.max(need.level(), 1);
    // The needs of a person's screens are unknown. One level down is the smallest step, the needed
    // level the last.
    if (program && least < level) {
      changes.add(new Change(LEVEL, Integer.toString(level), Integer.toString(level - 1)));
      if (least < level - 1) {
        changes.add(new Change(LEVEL, Integer.toString(level), Integer.toString(least)));
      }
    }
    String list = account.apiAllowedFunctions();
    if (access.looksAtFunctionLists()) {
      for (List<String> names :
          List.of(
              List.of(LatentRightsIndex.COPY),
              List.of(LatentRightsIndex.UPDATE),
              List.of(LatentRightsIndex.COPY, LatentRightsIndex.UPDATE))) {
        String without = without(list, names, need);
        if (without != null && !without.equals(list)) {
          changes.add(new Change(LIST, list, without));
        }
      }
    }
    for (Flag flag : Flag.values()) {
      if (account.has(flag) && (flags() & flag.bit()) != 0) {
        changes.add(off(flag));
      }
    }
    return changes;
  }

  /** Returns the list without these names; null if the names that must remain in it are unknown. */
  private static String without(String list, List<String> names, Need need) {
    if (!FunctionList.grantsAll(list)) {
      return FunctionList.without(list, names);
    }
    return need.source() == Need.Source.DECLARED && need.unknown().isEmpty()
        ? FunctionList.of(need.functions().stream().filter(name -> !names.contains(name)).toList())
        : null;
  }

  private static Change off(Flag flag) {
    return new Change(flag.column(), "1", "0");
  }

  private long flags() {
    long flags = 0;
    for (String function : List.of(LatentRightsIndex.UPDATE, LatentRightsIndex.COPY)) {
      int index = access.indexOf(function);
      flags |= index < 0 ? 0 : access.requirement(index).flags();
    }
    return flags;
  }

  /** Whether every call that is open before remains open. */
  private boolean keeps(Account before, Account after, List<Call> calls) {
    Subject one = access.prepare(before);
    Subject other = access.prepare(after);
    for (Call call : calls) {
      int index = access.indexOf(call.function());
      if (index >= 0
          && granted(one, index, call.operation())
          && !granted(other, index, call.operation())) {
        return false;
      }
    }
    return true;
  }

  private boolean granted(Subject subject, int function, String operation) {
    Operation asked =
        operation == null
            ? null
            : access.functions().get(function).operation(operation).orElse(null);
    return (asked == null
            ? access.decide(subject, function)
            : access.decide(subject, function, asked))
        == Verdict.GRANTED;
  }
}
