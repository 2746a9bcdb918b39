package org.vicilint.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The user groups of an estate. When no source gave any, nothing is known of them, and every group
 * is taken to exist.
 */
public final class Groups {
  /** No source gave groups. */
  public static final Groups UNKNOWN = new Groups(List.of(), false);

  private final TreeMap<String, UserGroup> byName = new TreeMap<>();

  private final boolean known;

  /** The groups of an estate whose groups are known; none is a possible answer. */
  public Groups(Collection<UserGroup> groups) {
    this(groups, true);
  }

  private Groups(Collection<UserGroup> groups, boolean known) {
    this.known = known;
    for (UserGroup group : groups) {
      byName.putIfAbsent(key(group.userGroup()), group);
    }
  }

  /** Whether any source gave groups. */
  public boolean known() {
    return known;
  }

  /** The group of this name; the server compares without case and without blanks behind. */
  public Optional<UserGroup> find(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  /**
   * Whether a look-up of the group finds a row. An account without a group finds none; a named one
   * is taken to exist while no groups are known.
   */
  public boolean exists(String name) {
    return !key(name).isEmpty() && (!known() || byName.containsKey(key(name)));
  }

  /** All groups, by name. */
  public Collection<UserGroup> all() {
    return byName.values();
  }

  /** What a name is compared by. */
  public static String key(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c >= 0x7F || (c >= 'A' && c <= 'Z')) {
        return name.stripTrailing().toLowerCase(Locale.ROOT);
      }
    }
    return name; // most are their own
  }
}
