package org.vicilint.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vicilint.access.UserScope;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Groups;
import org.vicilint.rule.AccountRule;
import org.vicilint.rule.AuditedAccount;
import org.vicilint.rule.EstateView;
import org.vicilint.rule.Headcount.Reach;
import org.vicilint.rule.Hit;

/** An account may set the passwords of others, or clone them under a password of its choice. */
final class CanBecomeOthers implements AccountRule {
  private static final String UPDATE = "update_user";
  private static final String COPY = "copy_user";
  private static final String COLUMN = "api_allowed_functions";
  private static final int ADMINISTRATOR = 9;

  @Override
  public String id() {
    return "can-become-others";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, EstateView estate) {
    Account account = audited.account();
    if (!account.active()) {
      return List.of();
    }
    Groups groups = estate.estate().groups();
    List<UserScope> scopes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> powers = new ArrayList<>();
    int highest = 0;
    for (String name : List.of(UPDATE, COPY)) {
      if (!Calls.openButForCredentials(audited, estate, name)) {
        continue;
      }
      UserScope scope =
          name.equals(UPDATE)
              ? UserScope.ofUpdate(account, groups)
              : UserScope.ofCopy(account, groups);
      Reach reach = estate.headcount().of(account, scope);
      if (reach.count() > 0) {
        scopes.add(scope);
        names.add(name);
        powers.add(power(name, reach.count()));
        highest = Math.max(highest, reach.highestLevel());
      }
    }
    if (names.isEmpty()) {
      return List.of();
    }
    List<String> privileged = privileged(account, scopes, estate);
    String message =
        "may %s; the highest has level %d%s%s"
            .formatted(
                String.join(" and ", powers),
                highest,
                privileged.isEmpty()
                    ? ""
                    : ", and members of the group " + Phrases.list(privileged) + " are among them",
                hindrance(Calls.failingCredentials(audited, estate, names.get(0))));
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

  private static String power(String function, int count) {
    return function.equals(UPDATE)
        ? "set the %s of %s with update_user"
            .formatted(count == 1 ? "password" : "passwords", Phrases.count(count, "other account"))
        : "clone %s with copy_user".formatted(Phrases.count(count, "account"));
  }

  /** The privileged groups with members that it reaches, in the profile's order by name. */
  private static List<String> privileged(
      Account account, List<UserScope> scopes, EstateView estate) {
    return estate.profile().privilegedGroups().stream()
        .sorted()
        .filter(
            group ->
                scopes.stream()
                    .anyMatch(s -> estate.headcount().of(account, s.within(group)).count() > 0))
        .toList();
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

  /** What is declared is needed; then only a person can tell who has to be in its reach. */
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
