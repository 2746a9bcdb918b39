package org.vicilint.model;

import java.util.Set;

/**
 * The accounts that VICIdial installs for itself: an administrator and two for its own programs.
 */
public final class Installed {
  private static final Set<String> USERS = Set.of("6666", "vdad", "vdcl");

  private Installed() {}

  /** Whether VICIdial makes an account of this name; the server compares names without case. */
  public static boolean user(String name) {
    return USERS.contains(Groups.key(name.strip()));
  }
}
