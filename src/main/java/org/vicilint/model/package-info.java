/**
 * Accounts, groups, settings, places and problems, with VICIdial's column names.
 *
 * <p>Needs nothing but the JDK and the mask of passwords; no logic that needs the catalog.
 */
package org.vicilint.model;
