package org.vicilint.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vicilint.catalog.Catalog;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Suggestions;
import org.vicilint.profile.Profile;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RulePage;
import org.vicilint.rules.builtin.Checks;
import org.vicilint.rules.custom.OwnRule;
import org.vicilint.rules.custom.OwnRules;

/** All rules for a profile: the built-in ones, and the custom rules of the organisation. */
public final class RuleBook {
  private final List<Rule> rules = new ArrayList<>(Checks.all());
  private final Map<String, RulePage> ownPages = new TreeMap<>();
  private final boolean whole;

  private RuleBook(List<OwnRule> own, boolean whole) {
    this.whole = whole;
    for (OwnRule rule : own) {
      rules.add(rule);
      ownPages.put(rule.id(), rule.page());
    }
    rules.sort(Comparator.comparing(Rule::id));
  }

  /**
   * Loads the rules of a profile.
   *
   * @param catalog loaded only if the profile has custom rules
   * @param problems receives the problems of custom rules, now and while they run
   */
  public static RuleBook of(Profile profile, Supplier<Catalog> catalog, List<Problem> problems) {
    if (profile.ownRules().isEmpty()) {
      return new RuleBook(List.of(), true);
    }
    int before = problems.size();
    Set<String> builtIn = Checks.all().stream().map(Rule::id).collect(Collectors.toSet());
    List<OwnRule> own = OwnRules.load(profile.ownRules(), builtIn, catalog.get(), problems);
    return new RuleBook(own, problems.size() == before);
  }

  /** Whether every custom rule could be loaded. */
  public boolean whole() {
    return whole;
  }

  /** All rules, by id. */
  public List<Rule> rules() {
    return rules;
  }

  /** The ids of all rules. */
  public List<String> ids() {
    return rules.stream().map(Rule::id).toList();
  }

  /** Returns the page of a rule. */
  public RulePage page(String id) {
    return Optional.ofNullable(ownPages.get(id)).orElseGet(() -> RulePage.load(id));
  }

  /** The pages of all rules, by id. */
  public List<RulePage> pages() {
    return ids().stream().map(this::page).toList();
  }

  /**
   * Adds a problem if there is no rule with this id, unless some custom rule could not be loaded.
   */
  public void checkName(String rule, SourceLocation place, List<Problem> problems) {
    if (whole && !ids().contains(rule)) {
      problems.add(
          new Problem(
              place,
              "there is no rule of this name",
              Suggestions.closest(rule, ids())
                  .map(id -> "did you mean " + id + "?")
                  .orElse("'vicilint rules' lists them")));
    }
  }
}
