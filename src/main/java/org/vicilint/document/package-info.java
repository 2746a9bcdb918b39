/**
 * YAML and JSON as one tree of nodes that know their places.
 *
 * <p>Knows no key of a definition or a profile.
 */
package org.vicilint.document;
