package org.vicilint.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * Where a run reads from and writes to.
 *
 * @param in standard input
 * @param out what was asked for
 * @param err problems, warnings and notes
 * @param terminal whether {@code out} is a terminal
 */
record Streams(InputStream in, PrintWriter out, PrintWriter err, boolean terminal) {}
