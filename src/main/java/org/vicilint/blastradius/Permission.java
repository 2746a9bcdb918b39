package org.vicilint.blastradius;

import org.vicilint.catalog.Effect;
import org.vicilint.catalog.PageEffect;

/**
 * A permission that accounts can have on the selected builds.
 *
 * @param kind the kind of permission
 * @param name the function, the function and its operation separated by a colon, or the page
 * @param effect its effect on the system
 * @param pageEffect the exact effect of a page; null for calls
 */
public record Permission(Kind kind, String name, Effect effect, PageEffect pageEffect) {
  /** The kinds of permissions. */
  public enum Kind {
    /** A function of one of the APIs. */
    FUNCTION,
    /** A parameter of a function that does more than the function. */
    OPERATION,
    /**
     * An administration page. A page whose effect depends on flags is one permission for each
     * effect.
     */
    PAGE
  }

  /** Whether it discloses the passwords of other accounts. */
  public boolean logins() {
    return pageEffect == PageEffect.HANDS_OUT_LOGINS;
  }
}
