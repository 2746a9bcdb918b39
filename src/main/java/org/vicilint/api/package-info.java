/**
 * What the API keeps of a parameter: the characters that it deletes, the columns that hold it, the
 * names that it can address.
 *
 * <p>Knows no estate: it answers for one value at a time.
 */
package org.vicilint.api;
