/**
 * The fast reader of tables that {@code mysql -B} wrote.
 *
 * <p>Takes only what is well formed; anything else goes to {@link org.vicilint.input.export}.
 */
package org.vicilint.input.tsv;
