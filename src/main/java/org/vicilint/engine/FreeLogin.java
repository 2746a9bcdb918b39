package org.vicilint.engine;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Installed;
import org.vicilint.model.Integration;

/** A login for the new account of an integration, after the integration's name. */
final class FreeLogin {
  /** Length of the column {@code user}. */
  private static final int LONGEST = 20;

  /** The Agent API takes no shorter login. */
  private static final int SHORTEST = 2;

  private FreeLogin() {}

  /**
   * Returns a login that no account and no other integration has. Integrations with names that are
   * cut to one login get theirs in the order of the names.
   */
  static String of(Integration integration, Estate estate) {
    Set<String> taken = new HashSet<>();
    estate.accounts().forEach(account -> taken.add(Groups.key(account.user())));
    List<Integration> byName =
        estate.integrations().stream().sorted(Comparator.comparing(Integration::name)).toList();
    byName.forEach(each -> taken.add(Groups.key(each.account())));
    for (Integration each : byName) {
      if (each.name().compareTo(integration.name()) < 0) {
        taken.add(Groups.key(of(each.name(), taken)));
      }
    }
    return of(integration.name(), taken);
  }

  private static String of(String name, Set<String> taken) {
    String plain = name.replaceAll("[^-_0-9A-Za-z]", "_");
    String login = plain.substring(0, Math.min(LONGEST, plain.length()));
    for (int i = 2;
        login.length() < SHORTEST || taken.contains(Groups.key(login)) || Installed.user(login);
        i++) {
      String end = "_" + i;
      login = plain.substring(0, Math.min(LONGEST - end.length(), plain.length())) + end;
    }
    return login;
  }
}
