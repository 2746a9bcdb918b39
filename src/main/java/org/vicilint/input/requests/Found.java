package org.vicilint.input.requests;

import java.util.function.BiConsumer;
import org.vicilint.source.ProblemLog;

/**
 * Part of a text that several readers share; it is read when its turn comes, so that requests are
 * numbered in the order of their lines.
 *
 * @param line the line on which it begins
 * @param reading reads it
 */
record Found(int line, BiConsumer<RequestList, ProblemLog> reading) {}
