package org.vicilint.catalog;

import java.util.Locale;

/** Effect of a call on the system, from the least to the most. */
public enum Effect {
  /** Shows data. */
  READ,
  /** Adds or changes data. */
  WRITE,
  /** Drives calls, agents or servers while they work. */
  CONTROL,
  /** Removes data. */
  DELETE;

  /** The word in data files and outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
