package org.vicilint.takeover;

/**
 * What an account may do to others once it has a level, a password that the API takes, and is
 * active: all three can be given to it from outside, its flags and its grants cannot.
 *
 * @param update the least level from which it may call {@code update_user}; {@link #NEVER} for none
 * @param copy the same for {@code copy_user}
 * @param sameLevel whether {@code modify_same_user_level} is set
 */
public record LatentRights(int update, int copy, boolean sameLevel) {
  /** Above every level that the column holds. */
  static final int NEVER = 256;

  static final LatentRights NONE = new LatentRights(NEVER, NEVER, false);

  /** Whether it may do anything, at some level. */
  public boolean any() {
    return update < NEVER || copy < NEVER;
  }
}
