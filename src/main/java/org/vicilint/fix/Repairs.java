package org.vicilint.fix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Administrators;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Findings;
import org.vicilint.lint.Audit;
import org.vicilint.lint.AuditResult;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Estate;
import org.vicilint.profile.Baseline;
import org.vicilint.rules.AuditedAccount;

/**
 * Computes the fixes of an estate. A fix may uncover another finding, so the rules run again until
 * they propose nothing more.
 *
 * @param repairs the fixes, by account
 * @param left the findings that remain, with the reason; by account
 */
public record Repairs(List<Repair> repairs, Map<Finding, String> left) {
  /** An upper bound of the runs: each one removes or opens something, so fewer suffice. */
  private static final int MOST_RUNS = 10;

  /** Thrown if there are more findings than fit in memory. */
  public static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long findings;

    private TooMany(long findings) {
      super(findings + " findings");
      this.findings = findings;
    }

    /** Returns the number of findings. */
    public long findings() {
      return findings;
    }
  }

  /**
   * Runs the rules, applies the changes, and runs the rules again. Findings that are waived or
   * known to the baseline are left alone.
   *
   * @param unsafe whether to apply changes that may break an integration
   * @param most the most findings to keep in memory
   * @throws TooMany if there are more findings
   */
  public static Repairs of(
      Audit audit,
      Estate estate,
      AccessEvaluator access,
      Baseline baseline,
      boolean unsafe,
      long most) {
    FixSafety caution = new FixSafety(access);
    Map<String, Account> now = new TreeMap<>();
    estate.accounts().forEach(account -> now.put(account.user(), account));
    Map<String, Set<Finding>> mended = new TreeMap<>();
    Map<Finding, String> left = new LinkedHashMap<>();
    boolean changed = true;
    for (int run = 0; changed && run < MOST_RUNS; run++) {
      changed = false;
      left.clear();
      // A change may alter the inferred kind of an account, and a later run would use the altered
      // kind.
      Administrators administrators = new Administrators(now.values(), audit::kindOf);
      AuditResult result = audit.run(with(estate, now), access, baseline);
      if (result.findings().tally().total() > most) {
        throw new TooMany(result.findings().tally().total());
      }
      Map<String, List<Finding>> chosen = new TreeMap<>();
      Map<String, AuditedAccount> audited = new TreeMap<>();
      result.accounts().forEach(account -> audited.put(account.account().user(), account));
      Set<String> kept = kept(result.findings());
      for (Finding finding : result.findings()) {
        if (finding.open()) {
          String why = why(finding, audited.get(finding.user()), caution, unsafe, kept);
          if (why == null) {
            chosen.computeIfAbsent(finding.user(), key -> new ArrayList<>()).add(finding);
          } else {
            left.put(finding, why);
          }
        }
      }
      for (Map.Entry<String, List<Finding>> entry : chosen.entrySet()) {
        Account before = now.get(entry.getKey());
        entry
            .getValue()
            .removeIf(
                finding -> {
                  Account without = ChangeApplier.mend(before, List.of(finding));
                  boolean last = administrators.ends(before, without);
                  if (last) {
                    left.put(finding, "it is the last administrator's");
                  }
                  return last;
                });
        Account after = ChangeApplier.mend(before, entry.getValue());
        administrators.made(before, after);
        mended
            .computeIfAbsent(entry.getKey(), key -> new LinkedHashSet<>())
            .addAll(entry.getValue());
        changed |= !after.equals(now.put(entry.getKey(), after));
      }
    }
    List<Repair> repairs = new ArrayList<>();
    for (Account before : estate.accounts()) {
      List<Finding> findings = List.copyOf(mended.getOrDefault(before.user(), Set.of()));
      List<Change> changes = changes(before, now.get(before.user()), findings);
      if (!changes.isEmpty()) {
        repairs.add(new Repair(before, changes, findings));
      }
    }
    return new Repairs(List.copyOf(repairs), left);
  }

  /** Returns the reason why a finding is not fixed; null if it is. */
  private static String why(
      Finding finding,
      AuditedAccount audited,
      FixSafety caution,
      boolean unsafe,
      Set<String> kept) {
    if (audited == null || !ChangeApplier.exact(finding)) {
      return "a person has to choose";
    }
    for (Change change : finding.changes()) {
      if (kept.contains(key(finding, change))) {
        return "a waiver or the baseline keeps " + change.column();
      }
    }
    String careful = unsafe ? null : caution.of(finding, audited);
    return careful == null ? null : careful + ": --unsafe does it";
  }

  /** Returns the columns of waived and known findings: no other rule may change these. */
  private static Set<String> kept(Findings findings) {
    Set<String> kept = new HashSet<>();
    for (Finding finding : findings) {
      if (!finding.open()) {
        finding.changes().stream()
            // Each rule removes other functions from this list.
            .filter(change -> !change.column().equals("api_allowed_functions"))
            .forEach(change -> kept.add(key(finding, change)));
      }
    }
    return kept;
  }

  private static String key(Finding finding, Change change) {
    return change.column() + " of " + finding.user();
  }

  private static Estate with(Estate estate, Map<String, Account> accounts) {
    return estate.withAccounts(
        estate.accounts().stream().map(account -> accounts.get(account.user())).toList());
  }

  /** Returns the changes in the order in which findings first name the columns. */
  private static List<Change> changes(Account before, Account after, List<Finding> findings) {
    Set<String> columns = new LinkedHashSet<>();
    findings.forEach(f -> f.changes().forEach(change -> columns.add(change.column())));
    return columns.stream()
        .filter(column -> !before.value(column).equals(after.value(column)))
        .map(column -> new Change(column, before.value(column), after.value(column)))
        .toList();
  }
}
