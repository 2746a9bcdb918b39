package org.vicilint.diff;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.model.Build;

/**
 * A difference between two builds in the login of an API.
 *
 * @param api which API
 * @param before on the first build
 * @param after on the second build
 * @param since the builds in between that changed it, oldest first; never empty
 */
public record LoginChange(
    Api api, LoginRequirement before, LoginRequirement after, List<Build> since) {
  public LoginChange {
    since = List.copyOf(since);
  }

  /** Returns the logins that differ, by API. A change of a refusal's text is no difference. */
  public static List<LoginChange> between(Catalog catalog, Builds from, Builds to) {
    List<LoginChange> changes = new ArrayList<>();
    for (Api api : Api.values()) {
      LoginRequirement before = catalog.api(api).loginAt(from.of(api));
      LoginRequirement after = before;
      List<Build> since = new ArrayList<>();
      for (LoginRequirement login : catalog.api(api).login()) {
        if (login.since().compareTo(from.of(api)) > 0 && login.since().compareTo(to.of(api)) <= 0) {
          if (!same(after, login)) {
            since.add(login.since());
          }
          after = login;
        }
      }
      if (!same(before, after)) {
        changes.add(new LoginChange(api, before, after, since));
      }
    }
    return changes;
  }

  private static boolean same(LoginRequirement one, LoginRequirement other) {
    return one.shared() == other.shared()
        && one.userLevel() == other.userLevel()
        && one.active() == other.active()
        && one.lock() == other.lock()
        && one.flags() == other.flags()
        && one.minLength() == other.minLength()
        && one.userCharacters() == other.userCharacters()
        && one.passwordCharacters() == other.passwordCharacters();
  }
}
