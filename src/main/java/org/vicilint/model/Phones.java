package org.vicilint.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The phones of an estate, reduced to what a request about an account checks. When no source gave
 * any, nothing is known of them.
 */
public final class Phones {
  /** No source gave phones. */
  public static final Phones UNKNOWN = new Phones(List.of(), List.of(), false);

  private final Set<String> logins;
  private final Set<String> aliases;
  private final boolean known;

  /**
   * The phones of an estate whose phones are known.
   *
   * @param logins the column {@code login} of {@code phones}
   * @param aliases the column {@code alias_id} of {@code phones_alias}
   */
  public Phones(Collection<String> logins, Collection<String> aliases) {
    this(logins, aliases, true);
  }

  private Phones(Collection<String> logins, Collection<String> aliases, boolean known) {
    this.logins = keys(logins);
    this.aliases = keys(aliases);
    this.known = known;
  }

  /** Whether any source gave phones. */
  public boolean known() {
    return known;
  }

  /** Whether a phone has this login, or stands behind this alias. */
  public boolean has(String login) {
    return logins.contains(Groups.key(login)) || aliases.contains(Groups.key(login));
  }

  private static Set<String> keys(Collection<String> names) {
    return names.stream().map(Groups::key).collect(Collectors.toUnmodifiableSet());
  }
}
