/**
 * The blast radius of a credential: what its account can do itself and through accounts that it can
 * take over, as one score, and the change that shrinks it most.
 *
 * <p>Knows no rules, findings or outputs.
 */
package org.vicilint.blastradius;
