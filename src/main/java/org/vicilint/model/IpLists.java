package org.vicilint.model;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The IP lists of a server, reduced to what its logins check: only whether an address stands in a
 * list decides. Logins do not check whether the list is active, or exists at all ({@code
 * user_authorization} of VICIdial, since 170409). When no source gave any, nothing is known.
 */
public final class IpLists {
  /** No source gave IP lists. */
  public static final IpLists UNKNOWN = new IpLists(Set.of(), false);

  private final Set<String> filled;
  private final boolean known;

  /**
   * The IP lists of a server whose lists are known.
   *
   * @param filled the column {@code ip_list_id} of {@code vicidial_ip_list_entries}
   */
  public IpLists(Collection<String> filled) {
    this(filled.stream().map(Groups::key).collect(Collectors.toUnmodifiableSet()), true);
  }

  private IpLists(Set<String> filled, boolean known) {
    this.filled = filled;
    this.known = known;
  }

  /** Whether any source gave IP lists. */
  public boolean known() {
    return known;
  }

  /** Whether it is known that no address stands in this list, so that it lets nobody in. */
  public boolean empty(String list) {
    return known && !filled.contains(Groups.key(list));
  }
}
