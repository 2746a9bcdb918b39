/**
 * Runs the rules: every account, every rule, the order of findings, waivers and baseline.
 *
 * <p>Knows no formats.
 */
package org.vicilint.lint;
