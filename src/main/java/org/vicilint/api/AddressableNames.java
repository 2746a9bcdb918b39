package org.vicilint.api;

import org.vicilint.model.Account;
import org.vicilint.model.Build;

/**
 * Decides which accounts and groups a request can name at all: the API deletes characters from a
 * parameter before it looks the name up.
 */
public final class AddressableNames {
  private static final String UPDATE = "update_user";
  private static final int LONGEST_LOGIN = 20;

  private final AcceptedCharacters user;
  private final AcceptedCharacters source;
  private final AcceptedCharacters group;
  private final int shortest;
  private final boolean setsPasswords;

  private AddressableNames(Parameters parameters, Build build) {
    this.user = parameters.byName().get("agent_user").kept(build);
    this.source = parameters.byName().get("source_user").kept(build);
    this.group = parameters.byName().get("agent_user_group").kept(build);
    this.shortest = parameters.functions().get(UPDATE).required().get("agent_user");
    this.setsPasswords = parameters.functions().get(UPDATE).takes("agent_pass", build);
  }

  /** Returns the names that requests can address on a build of the Non-Agent API. */
  public static AddressableNames on(Build build) {
    return new AddressableNames(Parameters.known(), build);
  }

  /** Whether {@code update_user} can address this account, to set its password. */
  public boolean byUpdate(Account account) {
    return setsPasswords
        && account.loginLength() >= shortest
        && account.loginLength() <= LONGEST_LOGIN
        && whole(user, account);
  }

  /** Whether {@code copy_user} can address this account as its source. */
  public boolean byCopy(Account account) {
    return account.loginLength() > 0 && whole(source, account);
  }

  /** Whether {@code update_user} can address this group as the new one. */
  public boolean group(String name) {
    return !name.isEmpty() && whole(group, name);
  }

  private static boolean whole(AcceptedCharacters kept, Account account) {
    return kept.keepsAll(account.loginCharacters()) || whole(kept, account.user());
  }

  private static boolean whole(AcceptedCharacters kept, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!kept.keeps(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
