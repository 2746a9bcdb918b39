package org.vicilint.render.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.access.ModifyLeads;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.catalog.Requirement;
import org.vicilint.diff.LoginChange;
import org.vicilint.diff.RequirementChange;
import org.vicilint.model.Build;
import org.vicilint.model.Flag;
import org.vicilint.render.Requirements;

/** Differences between the requirements of two builds, in words. */
final class DemandWords {
  private DemandWords() {}

  /** {@code level 7 → 8}, or all that a new call needs. */
  static String of(RequirementChange demand) {
    if (demand.after() == null) {
      return "no longer exists";
    }
    if (demand.before() == null) {
      return demand.function().needsLogin()
          ? "needs " + Requirements.needs(demand.after(), "no level or flag")
          : "asks for no login";
    }
    return String.join(", ", changed(demand.before(), demand.after()));
  }

  /** {@code since 240718-0942}, with every build that changed it. */
  static String since(RequirementChange demand) {
    List<Build> since = demand.since();
    boolean changedLater = demand.before() == null && since.size() > 1;
    return changedLater
        ? "since %s, changed with %s".formatted(since.get(0), list(since.subList(1, since.size())))
        : "since " + list(since);
  }

  /** Returns the added and removed requirements of a login. */
  static String of(LoginChange change) {
    LoginRequirement before = change.before();
    LoginRequirement after = change.after();
    List<String> words = new ArrayList<>();
    if (before.shared() != after.shared()) {
      words.add(after.shared() ? "one login for all functions" : "each function has its own login");
    }
    if (before.userLevel() != after.userLevel()) {
      words.add("level " + before.userLevel() + " → " + after.userLevel());
    }
    flags(words, before.flags(), after.flags());
    either(words, before.active(), after.active(), "an active account");
    either(words, before.lock(), after.lock(), "a lock after ten refused logins");
    if (before.minLength() != after.minLength()) {
      words.add("at least " + after.minLength() + " characters in user and password");
    }
    if (before.userCharacters() != after.userCharacters()) {
      words.add("user names may hold " + after.userCharacters().set());
    }
    if (before.passwordCharacters() != after.passwordCharacters()) {
      words.add("passwords may hold " + after.passwordCharacters().set());
    }
    return String.join(", ", words) + " since " + list(change.since());
  }

  private static String list(List<Build> builds) {
    return builds.stream().map(Build::toString).collect(Collectors.joining(", "));
  }

  private static List<String> changed(Requirement before, Requirement after) {
    List<String> words = new ArrayList<>();
    if (before.userLevel() != after.userLevel()) {
      words.add("level " + before.userLevel() + " → " + after.userLevel());
    }
    flags(words, before.flags(), after.flags());
    if (before.modifyLeads() != after.modifyLeads()) {
      words.add("modify_leads " + leads(before) + " → " + leads(after));
    }
    either(words, before.active(), after.active(), "an active account");
    either(
        words,
        before.allowedFunctions(),
        after.allowedFunctions(),
        "looks at api_allowed_functions");
    either(words, before.listScope(), after.listScope(), "looks at api_list_restrict");
    if (before.levelFirst() != after.levelFirst()) {
      words.add(
          "api_allowed_functions is looked at "
              + (after.levelFirst() ? "after" : "before")
              + " level and flags");
    }
    return words;
  }

  private static void flags(List<String> words, long before, long after) {
    for (Flag flag : Flag.values()) {
      either(words, (before & flag.bit()) != 0, (after & flag.bit()) != 0, flag.column());
    }
  }

  private static void either(List<String> words, boolean before, boolean after, String what) {
    if (before != after) {
      words.add((after ? "also " : "no longer ") + what);
    }
  }

  private static String leads(Requirement requirement) {
    return requirement.modifyLeads() == 0 ? "any" : ModifyLeads.list(requirement.modifyLeads());
  }
}
