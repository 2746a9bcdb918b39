package org.vicilint.takeover;

/**
 * The rights over others that an account has once it is active and has the level and a password
 * that the API accepts. Another account can give it all three, but not its flags and grants.
 *
 * @param update the minimum level at which it may call {@code update_user}; {@link #NEVER} for none
 * @param copy the minimum level at which it may call {@code copy_user}; {@link #NEVER} for none
 * @param sameLevel whether {@code modify_same_user_level} is set
 */
public record LatentRights(int update, int copy, boolean sameLevel) {
  /** Above every level that the column holds. */
  static final int NEVER = 256;

  static final LatentRights NONE = new LatentRights(NEVER, NEVER, false);

  /** Whether it has any right at some level. */
  public boolean any() {
    return update < NEVER || copy < NEVER;
  }
}
