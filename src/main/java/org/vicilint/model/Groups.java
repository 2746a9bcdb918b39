package org.vicilint.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The user groups of an estate. When no source gave any, nothing is known of them, and every group
 * is taken to exist. An export of {@code vicidial_user_groups} has all of them; definitions
 * describe those that somebody manages, so a group that VICIdial installs exists beside them.
 */
public final class Groups {
  /** No source gave groups. */
  public static final Groups UNKNOWN = new Groups(List.of(), Known.NOT);

  /** Groups that VICIdial's installation makes, as {@link #key} spells them. */
  private static final Set<String> INSTALLED = Set.of("admin");

  private enum Known {
    NOT,
    SOME,
    ALL
  }

  private final TreeMap<String, UserGroup> byName = new TreeMap<>();

  private final Known known;

  /** The groups of an export, which has all; none is a possible answer. */
  public Groups(Collection<UserGroup> groups) {
    this(groups, Known.ALL);
  }

  private Groups(Collection<UserGroup> groups, Known known) {
    this.known = known;
    for (UserGroup group : groups) {
      byName.putIfAbsent(key(group.userGroup()), group);
    }
  }

  /** The groups that definitions describe. */
  public static Groups described(Collection<UserGroup> groups) {
    return new Groups(groups, Known.SOME);
  }

  /** Whether any source gave groups. */
  public boolean known() {
    return known != Known.NOT;
  }

  /** Whether an export gave them, so that no other group exists. */
  public boolean complete() {
    return known == Known.ALL;
  }

  /** The group of this name; the server compares without case and without blanks behind. */
  public Optional<UserGroup> find(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  /**
   * Whether a look-up of the group finds a row. An account without a group finds none; a named one
   * is taken to exist while no groups are known, and an installed one until an export lacks it.
   */
  public boolean exists(String name) {
    String key = key(name);
    return !key.isEmpty()
        && (!known() || byName.containsKey(key) || (!complete() && INSTALLED.contains(key)));
  }

  /** All groups, by name. */
  public Collection<UserGroup> all() {
    return byName.values();
  }

  /** Returns the form of a name that comparisons use. */
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
