/**
 * Who can become whom: shortest paths on a graph of classes of equivalent accounts.
 *
 * <p>The only package that knows JGraphT; knows no rules and no outputs.
 */
package org.vicilint.takeover;
