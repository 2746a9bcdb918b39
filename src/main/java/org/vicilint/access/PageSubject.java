package org.vicilint.access;

import org.vicilint.catalog.LoginRequirement;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Account;
import org.vicilint.model.Characters;
import org.vicilint.model.Flag;

/**
 * Attributes of an account that decide on administration pages.
 *
 * @param level its {@code user_level}
 * @param flags its flags, see {@link Flag#bit()}
 * @param modifyLeads its value of {@code modify_leads}
 * @param active whether it may log in at all
 * @param locked whether it is locked at the time in question
 * @param user the alphabet of its name
 * @param password the alphabet of its password; the smallest where it is not known
 */
record PageSubject(
    int level,
    long flags,
    int modifyLeads,
    boolean active,
    boolean locked,
    Characters user,
    Characters password) {

  static PageSubject of(Account account, boolean locked) {
    boolean known = account.secret().known() && !account.secret().hashed();
    return new PageSubject(
        account.userLevel(),
        account.flags(),
        account.modifyLeads(),
        account.active(),
        locked,
        Characters.of(account.user()),
        known ? account.secret().characters() : Characters.ALPHANUMERIC);
  }

  /** Returns a copy with other rights. */
  PageSubject with(int otherLevel, long otherFlags, int otherModifyLeads) {
    return new PageSubject(
        otherLevel, otherFlags, otherModifyLeads, active, locked, user, password);
  }

  boolean apiOnly() {
    return (flags & Flag.API_ONLY_USER.bit()) != 0;
  }

  boolean passes(LoginRequirement login) {
    return user.within(login.userCharacters())
        && password.within(login.passwordCharacters())
        && level >= login.userLevel()
        && (active || !login.active())
        && !(login.lock() && locked);
  }

  boolean meets(Requirement way) {
    return level >= way.userLevel()
        && (flags & way.flags()) == way.flags()
        && (way.modifyLeads() == 0 || (way.modifyLeads() >> modifyLeads & 1) != 0);
  }
}
