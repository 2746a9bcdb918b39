/**
 * Pages of HTML and their pictures.
 *
 * <p>The only package that knows FreeMarker.
 */
package org.vicilint.render.review;
