/**
 * Predictions of requests, and diagnoses of answers.
 *
 * <p>Decides nothing.
 */
package org.vicilint.render.request;
