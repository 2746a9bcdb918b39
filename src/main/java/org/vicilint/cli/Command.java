package org.vicilint.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** One of vicilint's commands. */
interface Command {

  /** Returns its name on the command line. */
  String name();

  /** Returns the arguments behind the name in a usage line. */
  String arguments();

  /** Returns a summary of the command, in one line. */
  String summary();

  /** Returns its options. */
  Options options();

  /** An example or two, and what its exit statuses mean. */
  String more();

  /** Does it, and returns the exit status. */
  int run(CommandLine line, Streams streams) throws UsageException, IOException;
}
