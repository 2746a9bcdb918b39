package org.vicilint.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * Streams that a run reads from and writes to.
 *
 * @param in standard input
 * @param out the result
 * @param err problems, warnings and notes
 * @param terminal whether {@code out} is a terminal
 * @param progress how far a run is
 * @param inputs the other inputs, which it never writes over
 */
public record Streams(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Progress progress,
    Inputs inputs) {

  /** Streams of a run whose command line has not been read yet. */
  Streams(InputStream in, PrintWriter out, PrintWriter err, boolean terminal, Progress progress) {
    this(in, out, err, terminal, progress, Inputs.NONE);
  }

  /** Streams of a run that does not report its progress. */
  public Streams(InputStream in, PrintWriter out, PrintWriter err, boolean terminal) {
    this(in, out, err, terminal, Progress.NONE);
  }

  /** Returns a copy that does not report its progress. */
  Streams quiet() {
    return new Streams(in, out, err, terminal, Progress.NONE, inputs);
  }

  /** Returns a copy for a run with these inputs. */
  Streams reading(Inputs read) {
    return new Streams(in, out, err, terminal, progress, read);
  }
}
