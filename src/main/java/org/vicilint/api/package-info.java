/**
 * The API's treatment of a parameter: the characters that it deletes, the columns that hold the
 * value, the names that it can address.
 *
 * <p>Knows no estate: it answers for one value at a time.
 */
package org.vicilint.api;
