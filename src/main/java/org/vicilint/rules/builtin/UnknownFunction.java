package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.FunctionList;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Requirement;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Build;
import org.vicilint.model.Change;
import org.vicilint.model.Suggestions;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** A name is granted, or declared to be called, that no function of the server has. */
final class UnknownFunction implements ClassWideRule {
  private static final String GRANTED = "api_allowed_functions";
  private static final String DECLARED = "functions";
  private static final String ALL = "ALL_FUNCTIONS";

  @Override
  public String id() {
    return "unknown-function";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    if (!audited.logsIn(estate)) {
      return List.of();
    }
    List<String> granted =
        estate.access().looksAtFunctionLists()
            ? granted(audited.account().apiAllowedFunctions())
            : List.of();
    if (granted.isEmpty() && !Calls.declared(audited)) {
      return List.of();
    }
    TreeSet<String> names = new TreeSet<>(granted);
    if (Calls.declared(audited)) {
      names.addAll(audited.need().unknown());
    }
    names.removeIf(name -> !unknown(name, estate.access()));
    // All that can go goes in one change, so that the changes of several findings agree.
    List<String> idle =
        names.stream()
            .filter(name -> !declared(audited, name))
            .filter(name -> meant(name, estate.access(), true).isEmpty())
            .toList();
    return names.stream()
        .map(name -> hit(audited, estate.access(), name, granted.contains(name), idle))
        .toList();
  }

  /** Beside ALL_FUNCTIONS names mean nothing, and what the column has cut is no name. */
  private static List<String> granted(String text) {
    if (FunctionList.grantsAll(text)) {
      return List.of();
    }
    String cut = FunctionList.cutWord(text);
    return FunctionList.words(text).stream().filter(name -> !name.equals(cut)).toList();
  }

  private static boolean unknown(String name, AccessEvaluator access) {
    return access.indexOf(name) < 0
        && access.catalog().function(name).map(Function::needsLogin).orElse(true);
  }

  private static boolean declared(AuditedAccount audited, String name) {
    return Calls.declared(audited) && audited.need().unknown().contains(name);
  }

  private static Hit hit(
      AuditedAccount audited,
      AccessEvaluator access,
      String name,
      boolean granted,
      List<String> idle) {
    Account account = audited.account();
    boolean declared = declared(audited, name);
    Optional<Function> other = access.catalog().function(name);
    Optional<String> meant = meant(name, access, granted);
    List<Evidence> evidence = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    if (granted) {
      evidence.add(new Evidence(GRANTED, name, account.place(GRANTED)));
      changes.add(
          new Change(
              GRANTED,
              account.apiAllowedFunctions(),
              grant(account.apiAllowedFunctions(), name, meant, idle)));
    }
    if (declared) {
      evidence.add(new Evidence(DECLARED, name, account.place(DECLARED)));
      changes.add(
          new Change(
              DECLARED,
              name,
              meant.map("(%s, if that is meant)"::formatted).orElse("(remove it)")));
    }
    String how = granted && declared ? "is granted and declares to call" : "is granted";
    return new Hit(
        null,
        other.isEmpty() && !access.builds().warnings().isEmpty(),
        "%s %s, %s"
            .formatted(
                granted ? how : "declares to call",
                name,
                other
                    .map(function -> elsewhere(function, access))
                    .orElse(
                        "which is no function of any build"
                            + meant.map("; did you mean %s?"::formatted).orElse(""))),
        evidence,
        changes);
  }

  /** The name that was meant; empty for one that other builds have. */
  private static Optional<String> meant(String name, AccessEvaluator access, boolean granted) {
    if (access.catalog().function(name).isPresent()) {
      return Optional.empty();
    }
    List<String> known = new ArrayList<>();
    access.functions().forEach(function -> known.add(function.name()));
    if (granted) {
      known.add(ALL);
    }
    return Suggestions.closest(name, known);
  }

  /** Without the name, where nobody can have meant another one or need it: it opens nothing. */
  private static String grant(String text, String name, Optional<String> meant, List<String> idle) {
    if (meant.isPresent()) {
      return meant.get().equals(ALL)
          ? "(the functions that it calls, with a blank on both sides of each)"
          : "(%s instead of %s, if that is meant)".formatted(meant.get(), name);
    }
    return idle.contains(name)
        ? FunctionList.without(text, idle)
        : "(without it, if it can do without)";
  }

  private static String elsewhere(Function function, AccessEvaluator access) {
    Build build = access.builds().of(function.api());
    if (build.compareTo(function.since()) < 0) {
      return "which the %s has from build %s on, not in %s"
          .formatted(function.api().title(), function.since(), build);
    }
    Build gone =
        function.history().stream()
            .filter(r -> r.gone() && r.since().compareTo(build) <= 0)
            .map(Requirement::since)
            .max(Build::compareTo)
            .orElseThrow();
    return "which is gone from the %s since build %s".formatted(function.api().title(), gone);
  }
}
