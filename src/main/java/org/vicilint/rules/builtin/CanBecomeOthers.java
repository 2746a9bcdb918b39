package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Groups;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;
import org.vicilint.rules.TakeoverSummary;

/** An account may set the passwords of others, or clone them under a password of its choice. */
final class CanBecomeOthers implements AccountRule {
  private static final String UPDATE = "update_user";
  private static final String COPY = "copy_user";
  private static final List<String> NAMES = List.of(UPDATE, COPY);
  private static final String COLUMN = "api_allowed_functions";
  private static final int ADMINISTRATOR = 9;

  @Override
  public String id() {
    return "can-become-others";
  }

  @Override
  public boolean looksAtPages() {
    return true;
  }

  @Override
  public boolean concerns(AuditedAccount audited, RuleContext estate) {
    return audited.logsIn(estate) && !open(audited, estate).isEmpty();
  }

  @Override
  public void prepare(RuleContext estate) {
    estate.prepareBecoming();
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    if (!concerns(audited, estate)) {
      return List.of(); // nearly all accounts of an estate
    }
    TakeoverSummary becoming = estate.becoming(account);
    List<String> names = new ArrayList<>();
    List<String> powers = new ArrayList<>();
    List<String> open = open(audited, estate);
    for (String name : open) {
      long count = name.equals(UPDATE) ? becoming.updates() : becoming.copies();
      if (count > 0) {
        names.add(name);
        powers.add(power(name, count));
      }
    }
    if (becoming.count() + becoming.withClones() == 0) {
      return List.of();
    }
    if (names.isEmpty()) {
      names.add(UPDATE); // it changes itself first
    }
    if (becoming.withClones() > 0 && !names.contains(COPY) && open.contains(COPY)) {
      names.add(COPY);
    }
    int highest = becoming.highest();
    List<String> privileged =
        estate.profile().privilegedGroups().stream()
            .sorted()
            .filter(group -> becoming.groups().contains(Groups.key(group)))
            .toList();
    String message =
        "may %s; the highest has level %d%s%s%s"
            .formatted(
                further(powers, becoming),
                highest,
                becoming.path().size() > 1 ? " (" + String.join(" → ", becoming.path()) + ")" : "",
                privileged.isEmpty()
                    ? ""
                    : ", and members of the group " + Phrases.list(privileged) + " are among them",
                gained(becoming)
                    + hindrance(Calls.failingCredentials(audited, estate, names.get(0))));
    return List.of(
        new Hit(
            highest >= ADMINISTRATOR || !privileged.isEmpty() ? "level 9" : null,
            false,
            message,
            List.of(
                new Evidence(COLUMN, String.join(" ", names), account.place(COLUMN)),
                audited.evidence("modify_users"),
                audited.evidence("user_level")),
            changes(audited, names, estate.access().looksAtFunctionLists())));
  }

  private static List<String> open(AuditedAccount audited, RuleContext estate) {
    return NAMES.stream()
        .filter(name -> Calls.openButForCredentials(audited, estate, name))
        .toList();
  }

  private static String power(String function, long count) {
    return function.equals(UPDATE)
        ? "set the %s of %s with update_user"
            .formatted(count == 1 ? "password" : "passwords", count(count, "other account"))
        : "clone %s with copy_user".formatted(count(count, "account"));
  }

  /** Returns the direct takeovers, and the reach that follows from them, in words. */
  private static String further(List<String> powers, TakeoverSummary becoming) {
    List<String> ways = new ArrayList<>();
    if (!powers.isEmpty()) {
      ways.add(String.join(" and ", powers));
    }
    if (becoming.count() > Math.max(becoming.updates(), becoming.copies())) {
      ways.add("in all become " + count(becoming.count(), "account") + " by further steps");
    }
    if (becoming.withClones() > 0) {
      String other = becoming.count() == 0 ? "other account" : "more account";
      ways.add("with clones (copy_user) become " + count(becoming.withClones(), other));
    }
    return String.join(", and ", ways);
  }

  private static String gained(TakeoverSummary becoming) {
    List<String> gained = new ArrayList<>();
    if (!becoming.functions().isEmpty()) {
      gained.add(count(becoming.functions().size(), "function"));
    }
    if (!becoming.pages().isEmpty()) {
      gained.add(count(becoming.pages().size(), "admin page"));
    }
    return gained.isEmpty()
        ? ""
        : "; that opens %s more than it has itself".formatted(String.join(" and ", gained));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The API keeps the account out today, but that is no decision of anybody. */
  private static String hindrance(Set<String> columns) {
    if (columns.isEmpty()) {
      return "";
    }
    return columns.contains("user")
        ? " (today the API does not take its user name)"
        : " (today the API does not take its password; with a new one it does)";
  }

  /**
   * Returns the fix. A declared function is needed, so only a person can decide which accounts must
   * be in its reach.
   */
  private static List<Change> changes(AuditedAccount audited, List<String> names, boolean lists) {
    Account account = audited.account();
    String text = account.apiAllowedFunctions();
    boolean unneeded =
        Calls.declared(audited) && names.stream().noneMatch(audited.need().functions()::contains);
    if (unneeded && lists && audited.need().unknown().isEmpty()) {
      return List.of(new Change(COLUMN, text, Calls.without(audited, names)));
    }
    return List.of(
        new Change(
            COLUMN, text, "(without %s, if it can do without)".formatted(Phrases.list(names))),
        new Change(
            "user_group",
            account.userGroup(),
            "(a group whose admin_viewable_groups names only those that it is to manage)"));
  }
}
