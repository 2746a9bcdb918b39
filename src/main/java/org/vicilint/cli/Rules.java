package org.vicilint.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.cli.CommandLine;
import org.vicilint.engine.RuleBook;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Usage;
import org.vicilint.model.Waiver;
import org.vicilint.profile.Profile;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RulePages;
import org.vicilint.rules.WaiverRule;

/**
 * The rules of a run: all that there are, without those that the profile switches off or the
 * command line leaves out.
 *
 * @param run those that run, by id
 * @param pages the pages of those that run, by id
 * @param skipped the ids of those that do not
 * @param waiting the ids of those among them that would run with more of the API's log, by reason
 */
record Rules(
    List<Rule> run,
    RulePages pages,
    List<String> skipped,
    SortedMap<String, List<String>> waiting) {
  static final String ONLY = "only";
  static final String SKIP = "skip";

  /** Chooses the rules; names in the profile that no rule has become problems. */
  static Rules choose(CommandLine line, Profile profile, RuleBook book, List<Problem> problems)
      throws UsageException {
    List<String> only = named(line, ONLY, book);
    List<String> skip = named(line, SKIP, book);
    profile.mentions().forEach(m -> book.checkName(m.rule(), m.place(), problems));
    profile.waivers().forEach(waiver -> refuseWaiverOfWaivers(waiver, book, problems));
    List<Rule> run = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (Rule rule : book.rules()) {
      // A rule that is asked for by name runs, whatever the profile says.
      boolean wanted = only.isEmpty() ? profile.setting(rule.id()).on() : only.contains(rule.id());
      if (wanted && !skip.contains(rule.id())) {
        run.add(rule);
      } else {
        skipped.add(rule.id());
      }
    }
    if (run.isEmpty() && book.whole()) {
      throw new UsageException("no rule is left to run; see --only, --skip and the profile");
    }
    RulePages pages = RulePages.of(run.stream().map(Rule::id).toList(), book::page);
    return new Rules(List.copyOf(run), pages, List.copyOf(skipped), new TreeMap<>());
  }

  /**
   * Returns the rules that can run on the facts of the API's log. A log without any facts is a
   * problem, and so is a choice of only such rules as wait for one.
   */
  Rules with(Usage usage, Profile profile, List<Problem> problems) {
    List<Rule> able = new ArrayList<>();
    SortedMap<String, List<String>> blind = new TreeMap<>();
    for (Rule rule : run) {
      Optional<String> reason = rule.blind(usage, profile);
      if (reason.isEmpty()) {
        able.add(rule);
      } else {
        blind.computeIfAbsent(reason.get(), key -> new ArrayList<>()).add(rule.id());
      }
    }
    if (blind.isEmpty()) {
      return this;
    }
    Set<String> all = new TreeSet<>(skipped);
    blind.values().forEach(all::addAll);
    Rules rules = new Rules(List.copyOf(able), pages.without(all), List.copyOf(all), blind);
    boolean none = able.stream().noneMatch(AccountRule.class::isInstance);
    if (usage.period() == null && (none || usage.known())) {
      problems.add(UsageCommand.missing(usage));
    } else if (none) {
      String reasons = String.join("; ", rules.notes());
      problems.add(
          new Problem(
              SourceLocation.of("vicidial_api_log"),
              reasons + ", and no other rule was to run",
              "give the whole log of a longer time, or ask for less: rules: {unused-function: {days: 30}}"));
    }
    return rules;
  }

  /** Returns the notes on rules that wait for more of the API's log, and for which part. */
  List<String> notes() {
    return waiting.entrySet().stream()
        .map(e -> e.getKey() + ": " + String.join(", ", e.getValue()) + " did not run")
        .toList();
  }

  /** Waivers in definitions are bound to the same terms as those in the profile. */
  static void checkWaivers(
      List<Waiver> waivers, Profile profile, RuleBook book, List<Problem> problems) {
    for (Waiver waiver : waivers) {
      book.checkName(waiver.rule(), waiver.place(), problems);
      refuseWaiverOfWaivers(waiver, book, problems);
      if (waiver.expires() == null && profile.waiversNeedExpiry()) {
        problems.add(
            new Problem(
                waiver.place(),
                "this waiver never ends",
                "write until and a day, as in: waive %s until 2027-01-31 -- owner: reason"
                    .formatted(waiver.rule())));
      }
    }
  }

  /** The estate without the waivers that must end, and do not. */
  static Estate withoutEndless(Estate estate, Profile profile) {
    List<Waiver> kept =
        estate.waivers().stream()
            .filter(waiver -> waiver.expires() != null || !profile.waiversNeedExpiry())
            .toList();
    return estate.withWaivers(kept);
  }

  private static void refuseWaiverOfWaivers(Waiver waiver, RuleBook book, List<Problem> problems) {
    boolean ofWaivers =
        book.rules().stream()
            .anyMatch(r -> r instanceof WaiverRule && r.id().equals(waiver.rule()));
    if (ofWaivers) {
      problems.add(
          new Problem(
              waiver.place(),
              "findings about waivers cannot be waived",
              "correct or remove the waiver that they are about"));
    }
  }

  private static List<String> named(CommandLine line, String option, RuleBook book)
      throws UsageException {
    TreeSet<String> named = new TreeSet<>();
    String[] values = line.getOptionValues(option);
    for (String value : values == null ? new String[0] : values) {
      Arrays.stream(value.split(",")).map(String::strip).forEach(named::add);
    }
    for (String name : named) {
      if (book.whole() && !book.ids().contains(name)) {
        throw new UsageException(
            "--%s: there is no rule '%s'%s"
                .formatted(option, name, Opts.didYouMean(name, book.ids())));
      }
    }
    return List.copyOf(named);
  }
}
