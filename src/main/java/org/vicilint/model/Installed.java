package org.vicilint.model;

import java.util.Set;

/**
 * The accounts that VICIdial installs for itself: an administrator and two for its own programs.
 */
public final class Installed {
  /** The length of each of these logins, in characters. */
  public static final int LOGIN_LENGTH = 4;

  private static final String ADMINISTRATOR = "6666";

  private static final Set<String> PROGRAMS = Set.of("vdad", "vdcl");

  private Installed() {}

  /** Whether VICIdial makes an account of this name; the server compares names without case. */
  public static boolean user(String name) {
    return administrator(name) || program(name);
  }

  /** Whether VICIdial makes this account for the first administrator. */
  public static boolean administrator(String name) {
    return name.strip().equals(ADMINISTRATOR);
  }

  /** Whether VICIdial makes this account for a program of its own. */
  public static boolean program(String name) {
    return PROGRAMS.contains(Groups.key(name.strip()));
  }
}
