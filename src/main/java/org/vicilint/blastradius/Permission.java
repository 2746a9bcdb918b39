package org.vicilint.blastradius;

import org.vicilint.catalog.Effect;
import org.vicilint.catalog.PageEffect;

/**
 * One thing that accounts may be able to do on the builds that are asked about.
 *
 * @param kind what it is
 * @param name the function; with its operation behind a colon; the page
 * @param effect what it does to the system
 * @param pageEffect what exactly can be done with a page; null for calls
 */
public record Permission(Kind kind, String name, Effect effect, PageEffect pageEffect) {
  /** What a deed is. */
  public enum Kind {
    /** A function of one of the APIs. */
    FUNCTION,
    /** A parameter of a function that does more than the function. */
    OPERATION,
    /** An administration page. One that does different things by flags is a deed for each. */
    PAGE
  }

  /** Whether it hands out the passwords of other accounts. */
  public boolean logins() {
    return pageEffect == PageEffect.HANDS_OUT_LOGINS;
  }
}
