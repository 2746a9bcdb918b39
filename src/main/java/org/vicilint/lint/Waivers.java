package org.vicilint.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Status;
import org.vicilint.model.Estate;
import org.vicilint.model.Waiver;
import org.vicilint.profile.Glob;
import org.vicilint.rules.WaiverUse;

/** The waivers of a run, with the use of each. */
final class Waivers {
  private static final Set<String> NAME_FUNCTIONS = Set.of("api_allowed_functions", "functions");

  private final List<Waiver> waivers;
  private final Map<String, List<Integer>> byRule = new HashMap<>();
  private final LocalDate today;

  Waivers(List<Waiver> waivers, LocalDate today) {
    this.waivers = waivers.stream().sorted().toList();
    this.today = today;
    for (int i = 0; i < waivers.size(); i++) {
      byRule.computeIfAbsent(this.waivers.get(i).rule(), key -> new ArrayList<>(1)).add(i);
    }
  }

  /** Returns the number of waivers. */
  int size() {
    return waivers.size();
  }

  /**
   * Returns the finding, marked as waived if a waiver that has not expired covers it.
   *
   * @param matched counts the findings that each waiver covers
   */
  Finding apply(Finding finding, int[] matched) {
    Finding result = finding;
    for (int i : byRule.getOrDefault(finding.rule(), List.of())) {
      Waiver waiver = waivers.get(i);
      if (covers(waiver, finding)) {
        matched[i]++;
        if (!expired(waiver) && result.open()) {
          result = finding.with(Status.WAIVED, because(waiver));
        }
      }
    }
    return result;
  }

  /**
   * Returns the use of each waiver.
   *
   * @param matched how many findings each one covers
   * @param runs whether the rule of an id has run
   */
  List<WaiverUse> uses(Estate estate, int[] matched, Predicate<String> runs) {
    List<WaiverUse> uses = new ArrayList<>();
    for (int i = 0; i < matched.length; i++) {
      Waiver waiver = waivers.get(i);
      boolean account =
          estate.accounts().stream().anyMatch(a -> Glob.any(waiver.accounts(), a.user()));
      boolean judged = runs.test(waiver.rule());
      uses.add(new WaiverUse(waiver, expired(waiver), account, judged, matched[i]));
    }
    return uses;
  }

  private boolean expired(Waiver waiver) {
    return waiver.expires() != null && waiver.expires().isBefore(today);
  }

  private static boolean covers(Waiver waiver, Finding finding) {
    return Glob.any(waiver.accounts(), finding.user())
        && (waiver.functions().isEmpty() || waiver.functions().containsAll(functions(finding)))
        && (waiver.flags().isEmpty()
            || finding.evidence().stream().anyMatch(e -> waiver.flags().contains(e.column())));
  }

  /**
   * Returns the functions that a finding names; a waiver for one of several does not cover the
   * others.
   */
  private static List<String> functions(Finding finding) {
    for (Evidence evidence : finding.evidence()) {
      if (NAME_FUNCTIONS.contains(evidence.column())) {
        return Arrays.stream(evidence.value().split("[^-_0-9A-Za-z]+"))
            .filter(name -> !name.isEmpty())
            .toList();
      }
    }
    return List.of("");
  }

  private static String because(Waiver waiver) {
    String until = waiver.expires() == null ? "" : " until " + waiver.expires();
    return waiver.reason() + " (" + waiver.owner() + until + ")";
  }
}
